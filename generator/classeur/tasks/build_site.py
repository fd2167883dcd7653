"""Building the intranet: stage the pages, then let the engine render them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.findings import Finding, Severity
from classeur.reading.files import look_into
from classeur.rules.registry import run
from classeur.tasks.open_folder import CACHE_FOLDER, open_folder
from classeur.views.addresses import HOME
from classeur.views.lists import shown_documents
from classeur.wording.translator import Translator
from classeur.writers.site.dialect import Dialect
from classeur.writers.site.engine import SiteEngine
from classeur.writers.site.staging import Staged, write_stage

SITE_FOLDER = "site"
MARKER = ".classeur-site"
"""Left in a site's folder: only a folder that holds it, or nothing, is ever emptied."""


@dataclass(frozen=True)
class BuildReport:
    """A built site: its home page, what was found, and how many documents it shows."""

    home: Path
    findings: tuple[Finding, ...]
    documents: int
    shown_paths: frozenset[PurePosixPath]

    @property
    def has_errors(self) -> bool:
        """Whether something that is shown, or should be, has an error-level finding."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True)
class StagedHouse:
    """The staged pages of a house and all its findings."""

    staged: Staged
    findings: tuple[Finding, ...]
    shown_paths: frozenset[PurePosixPath]


def stage_house(root: Path, folder: Path, today: dt.date, dialect: Dialect, words: Translator) -> StagedHouse:
    """Read, check and lay out a house under `folder`."""
    binder, faults = open_folder(root, today)
    findings = run(binder, faults)
    texts = look_into(root).texts
    staged = write_stage(folder, root, binder, findings, texts, dialect, words)
    findings = run(binder, [*faults, *staged.faults]) if staged.faults else findings
    return StagedHouse(staged, findings, frozenset(document.path for document in shown_documents(binder)))


def build_site(root: Path, site_dir: Path, today: dt.date, engine: SiteEngine, words: Translator) -> BuildReport:
    """Write the whole intranet into `site_dir`.

    Raises:
        ClasseurError: the output folder holds something else, or cannot be written.
    """
    site_dir = site_dir.resolve()
    _allow(root, site_dir, words)
    try:
        house = stage_house(root, root / CACHE_FOLDER / "stage", today, engine.dialect, words)
        site_dir.mkdir(parents=True, exist_ok=True)
        engine.render(house.staged.stage, site_dir)
        (site_dir / MARKER).write_text("classeur\n", "utf-8")
    except OSError as error:
        raise ClasseurError(
            words(
                "{path} cannot be written: {problem}.", path=error.filename or site_dir, problem=error.strerror or error
            ),
            remedy=words(
                "Choose another folder with --site-dir, free some space, or ask for the right to write there."
            ),
        ) from error
    return BuildReport(site_dir / HOME, house.findings, house.staged.documents, house.shown_paths)


def _allow(root: Path, site_dir: Path, words: Translator) -> None:
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
    return not any(_visible(folder.iterdir())) or (folder / "assets" / "classeur").is_dir()


def _visible(paths: Iterable[Path]) -> Iterable[Path]:
    return (path for path in paths if path.name not in (".DS_Store", "Thumbs.db"))
