"""Building the intranet: stage the pages, then let the engine render them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from classeur.errors import ClasseurError
from classeur.ledger.confirmations import load_register
from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Finding, Severity
from classeur.rules.registry import run
from classeur.tasks.house import House, Texts, open_house
from classeur.tasks.one_build import one_build
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.views.addresses import ASSETS, HOME
from classeur.views.public_site import SiteAudience, for_the_public
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator
from classeur.workers import nothing
from classeur.writers.site.engine import SiteEngine

if TYPE_CHECKING:  # what makes pages takes long to load: see `_get_ready`
    from classeur.writers.site.dialect import Dialect
    from classeur.writers.site.staging import Staged

SITE_FOLDERS = {SiteAudience.INTERNAL: "site", SiteAudience.PUBLIC: "site-public"}
"""Where each site is written when nothing else is asked: one never takes the place of the other."""

STAGES = {SiteAudience.INTERNAL: "stage", SiteAudience.PUBLIC: "stage-public"}
"""Below `.classeur`: where the pages of each site are laid out."""

MARKER = ".classeur-site"
"""Left in a site's folder: only a folder that holds it, or nothing, is ever emptied."""

_SIGNS_OF_A_SITE = (HOME, "404.html", f"{ASSETS}/search.js")
"""What plain `mkdocs build` leaves, which knows no marker."""


@dataclass(frozen=True)
class BuildReport:
    """A built site: its home page, what was found in what it shows, and how many documents that is.

    Attributes:
        is_complete: whether every text that should be shown is there.
        found: what was found in the whole house, its drafts included.
        unread: the working texts that it would show, and that could not be read.
    """

    home: Path
    findings: tuple[Finding, ...]
    documents: int
    is_complete: bool
    found: tuple[Finding, ...] = ()
    unread: frozenset[PurePosixPath] = frozenset()

    @property
    def has_errors(self) -> bool:
        """Whether something that is shown, or should be, has an error-level finding."""
        return not self.is_complete or any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True)
class StagedHouse:
    """The staged pages of a house, what was found in what they show, and in all of it; and the texts left out."""

    staged: Staged
    findings: tuple[Finding, ...]
    found: tuple[Finding, ...] = ()
    unread: frozenset[PurePosixPath] = frozenset()

    @property
    def is_complete(self) -> bool:
        """Whether every text that readers should have is there."""
        return self.staged.is_complete or not self.staged.is_released


def stage_house(
    root: Path,
    folder: Path,
    today: dt.date,
    dialect: Dialect,
    words: Translator,
    with_drafts: bool = False,
    audience: SiteAudience = SiteAudience.INTERNAL,
    has_word_copies: bool = False,
    lives: bool = False,
) -> StagedHouse:
    """Read, check and lay out a house under `folder`, for its team or for people outside.

    Args:
        lives: this program does so at each save.
    """
    house = open_house(root, today, Texts.ALL)
    return _staged(house, folder, dialect, words, with_drafts, audience, has_word_copies, lives)


def _staged(
    house: House,
    folder: Path,
    dialect: Dialect,
    words: Translator,
    with_drafts: bool,
    audience: SiteAudience,
    has_word_copies: bool,
    lives: bool = False,
) -> StagedHouse:
    from classeur.writers.site.staging import write_stage

    root, binder = house.root, house.binder
    if audience is SiteAudience.PUBLIC:
        return _stage_for_the_public(house, folder, dialect, words)
    texts = {*(d.path for d in binder.documents), *binder.unread} if binder.ledger.is_empty else set()
    staged = write_stage(
        folder,
        root,
        binder,
        _found(house),
        texts,
        dialect,
        words,
        with_drafts,
        has_word_copies=has_word_copies,
        confirmed=load_register(root).confirmations,
        meanwhile=lambda: house.findings,
        lives=lives,
    )
    findings = house.with_faults(staged.faults).findings if staged.faults else house.findings
    return StagedHouse(staged, about_what_is_shown(binder, findings), findings, _unread(binder, with_drafts))


def _found(house: House) -> Iterator[Finding]:
    """What was found in the house: the rules are run when somebody asks."""
    yield from house.findings


def _unread(binder: Binder, with_drafts: bool) -> frozenset[PurePosixPath]:
    """The texts missing from a site that shows working texts; one that shows releases misses none."""
    return binder.unread if with_drafts or binder.ledger.is_empty else frozenset()


def _stage_for_the_public(house: House, folder: Path, dialect: Dialect, words: Translator) -> StagedHouse:
    """The same without what is confidential; the faults of a text that is left out concern the team only."""
    from classeur.writers.site.staging import write_stage

    outside = for_the_public(house.binder, words("internal document"))
    staged = write_stage(folder, house.root, outside.binder, (), (), dialect, words, veil=outside.veil)
    told = about_what_is_shown(house.binder, run(house.binder, [*house.faults, *staged.faults]))
    left_out = outside.veil.paths
    kept = (f for f in told if f.where.path not in left_out and f.reference not in outside.veil.references)
    return StagedHouse(staged, tuple(kept))


def about_what_is_shown(binder: Binder, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that readers meet: once something was released, a fault in a draft concerns its writer only."""
    if binder.ledger.is_empty:
        return tuple(findings)
    drafts = {d.path for d in binder.documents if _is_draft(binder, d)} | binder.unread
    return tuple(finding for finding in findings if finding.where.path not in drafts)


def _is_draft(binder: Binder, document: Document) -> bool:
    is_alone = binder.document(document.reference) is not None
    return not is_alone or binder.standing(document.reference).in_progress is not None


def build_site(
    root: Path,
    site_dir: Path,
    today: dt.date,
    engine: SiteEngine,
    words: Translator,
    with_drafts: bool = False,
    audience: SiteAudience = SiteAudience.INTERNAL,
    has_word_copies: bool = False,
    waiting: Callable[[], object] = nothing,
) -> BuildReport:
    """Write the whole site into `site_dir`.

    Args:
        has_word_copies: the pages show the Word copies that the caller puts beside them (`word_site.put_word_copies`).
        waiting: called once when another build of this house is under way, which is waited for.

    Raises:
        ClasseurError: the output folder holds something else, or cannot be written; drafts are asked for in public.
    """
    if with_drafts and audience is SiteAudience.PUBLIC:
        raise ClasseurError(
            words("A public site shows no draft."), remedy=words("Take away --drafts, or --audience public.")
        )
    folder = root / CACHE_FOLDER / STAGES[audience]

    def stage() -> StagedHouse:
        house = open_house(root, today, Texts.ALL, meanwhile=partial(_get_ready, engine))
        return _staged(house, folder, engine.dialect, words, with_drafts, audience, has_word_copies)

    return rendered(root, site_dir, engine, words, stage, waiting)


def _get_ready(engine: SiteEngine) -> None:
    """Load what makes the pages, which takes as long as to read hundreds of texts: other processes do that meanwhile.

    Raises:
        ClasseurError: mkdocs.yml asks for the impossible.
    """
    import classeur.writers.site.staging  # noqa: F401

    engine.get_ready()


def rendered(
    root: Path,
    site_dir: Path,
    engine: SiteEngine,
    words: Translator,
    stage: Callable[[], StagedHouse],
    waiting: Callable[[], object] = nothing,
) -> BuildReport:
    """Lay out the pages with `stage`, and let the engine write the site; no other build of this house does meanwhile.

    Raises:
        ClasseurError: the output folder holds something else, or cannot be written.
    """
    site_dir = site_dir.resolve()
    refuse_what_it_would_erase(root, site_dir, words)
    with told_disk_troubles(site_dir, words), one_build(root, waiting):
        house = stage()
        put_out(house, site_dir, engine)
    staged = house.staged
    return BuildReport(site_dir / HOME, house.findings, len(staged.shown), house.is_complete, house.found, house.unread)


def put_out(house: StagedHouse, site_dir: Path, engine: SiteEngine) -> tuple[str, ...]:
    """Render a staged house for its readers; the files of the site that were written or removed.

    Raises:
        ClasseurError: the configuration of the engine does not allow it.
        OSError: the output folder cannot be written.
    """
    site_dir.mkdir(parents=True, exist_ok=True)
    changed = engine.render(house.staged.stage, site_dir)
    (site_dir / MARKER).write_text("classeur\n", "utf-8")
    return changed


@contextmanager
def told_disk_troubles(site_dir: Path, words: Translator) -> Iterator[None]:
    """Say what the disk refuses in the reader's words.

    Raises:
        ClasseurError: something could not be read or written.
    """
    try:
        yield
    except OSError as error:
        raise ClasseurError(
            words(
                "{path} cannot be written: {problem}.",
                path=error.filename or site_dir,
                problem=disk_trouble(error, words),
            ),
            remedy=words(
                "Choose another folder with --site-dir, free some space, or ask for the right to write there."
            ),
        ) from error


def refuse_what_it_would_erase(root: Path, site_dir: Path, words: Translator) -> None:
    """Refuse an output folder that would swallow something: MkDocs empties it first."""
    holds_house = site_dir == root or site_dir in root.parents
    inside_texts = any(
        site_dir.is_relative_to(root / name) for name in ("manual", "procedures", "processes", "releases")
    )
    if holds_house or inside_texts:
        raise ClasseurError(
            words("The site cannot be written into {folder}: it holds the texts themselves.", folder=site_dir),
            remedy=words("Choose another folder with --site-dir."),
        )
    if site_dir.exists() and not site_dir.is_dir():
        raise ClasseurError(
            words("{folder} is a file, not a folder.", folder=site_dir),
            remedy=words("Choose another folder with --site-dir."),
        )
    if site_dir.is_dir() and not (site_dir / MARKER).exists() and not _is_empty_or_site(site_dir):
        raise ClasseurError(
            words("{folder} already holds something that is not a site made by classeur.", folder=site_dir),
            remedy=words("Choose an empty folder with --site-dir: what it holds would be erased."),
        )


def _is_empty_or_site(folder: Path) -> bool:
    return not any(_visible(folder.iterdir())) or all((folder / name).is_file() for name in _SIGNS_OF_A_SITE)


def _visible(paths: Iterable[Path]) -> Iterable[Path]:
    return (path for path in paths if path.name not in (".DS_Store", "Thumbs.db"))
