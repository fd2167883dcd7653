"""The site made again after a save: its pages are laid out, and put before readers only when they are no worse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.model.findings import Finding, Severity
from classeur.model.organisation import ORGANISATION_FILE
from classeur.tasks.build_site import STAGES, put_out, refuse_what_it_would_erase, stage_house, told_disk_troubles
from classeur.tasks.one_build import one_build
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.views.addresses import HOME
from classeur.views.public_site import SiteAudience
from classeur.wording.translator import Translator
from classeur.workers import nothing
from classeur.writers.site.engine import SiteEngine


@dataclass(frozen=True)
class Refreshed:
    """What a rebuild gave.

    Attributes:
        found: every finding of the house, drafts included.
        unread: the working texts that the site would show, and that could not be read.
        documents: how many documents the site shows.
        changed: the files of the site that were written or removed, relative to it.
        is_in_place: whether readers have it; else the site was left as it was, and `hold` holds the errors to correct
            first (none when a released text cannot be shown).
    """

    found: tuple[Finding, ...]
    unread: frozenset[PurePosixPath]
    documents: int
    changed: tuple[str, ...] = ()
    is_in_place: bool = True
    hold: tuple[Finding, ...] = ()


def refresh_site(
    root: Path,
    site_dir: Path,
    today: dt.date,
    engine: SiteEngine,
    words: Translator,
    with_drafts: bool = False,
    known_unread: frozenset[PurePosixPath] = frozenset(),
    waiting: Callable[[], object] = nothing,
) -> Refreshed:
    """Lay out the pages, and put the site in place unless something that readers had would be missing from it.

    Args:
        known_unread: the texts that could not be read at the last refresh put in place: they hold nothing back.
        waiting: called once, when another build of this folder must end first.

    Raises:
        ClasseurError: the output folder holds something else, or cannot be written; mkdocs.yml asks for the impossible.
    """
    site_dir = site_dir.resolve()
    refuse_what_it_would_erase(root, site_dir, words)
    stage = root / CACHE_FOLDER / STAGES[SiteAudience.INTERNAL]
    with told_disk_troubles(site_dir, words), one_build(root, waiting):
        house = stage_house(root, stage, today, engine.dialect, words, with_drafts, lives=True)
        documents = len(house.staged.shown)
        if (site_dir / HOME).exists():
            hold = _what_would_be_lost(house.found, house.unread - known_unread)
            if hold or not house.is_complete:
                return Refreshed(house.found, house.unread, documents, is_in_place=False, hold=hold)
        return Refreshed(house.found, house.unread, documents, put_out(house, site_dir, engine))


def _what_would_be_lost(found: tuple[Finding, ...], unread: frozenset[PurePosixPath]) -> tuple[Finding, ...]:
    """The errors that would take a text, or the organisation, away from readers."""
    errors = (finding for finding in found if finding.severity is Severity.ERROR)
    return tuple(
        finding
        for finding in errors
        if finding.where.path in unread or (finding.where.path == ORGANISATION_FILE and finding.code in _UNREADABLE)
    )


_UNREADABLE = frozenset({"OR008", "IN002", "IN003", "IN009", "IN010", "IN011"})
"""The organisation's file could not be read at all."""
