"""The working texts, for a site built to look at them before their release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.links import composed
from classeur.views.addresses import draft_page
from classeur.views.shown import Shown, shown


def drafts(binder: Binder) -> tuple[Shown, ...]:
    """The working texts that differ from every version released, by reference.

    Args:
        binder: the house itself, not the published one.
    """
    found = (Shown(each.reference, each.document, None, each.standing) for each in shown(binder))
    return tuple(each for each in found if each.standing.in_progress is not None)


def draft_destinations(listed: Iterable[Shown]) -> tuple[Mapping[PurePosixPath, str], Mapping[str, str]]:
    """Where the drafts' pages are, by the path of their file and by reference."""
    listed = tuple(listed)
    by_path = {composed(each.document.path): draft_page(each.reference) for each in listed}
    return by_path, {each.reference: draft_page(each.reference) for each in listed}
