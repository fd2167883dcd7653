"""Word files that are imported together: a link from one to another becomes a link between their drafts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from classeur.importers.word.draft import Draft
from classeur.importers.word.findings import Told
from classeur.importers.word.inline import LINK_TO_FILE

_LINK = re.compile(rf"\[((?:[^\[\]\\]|\\.|!\[[^\]]*\]\([^)]*\))*)\]\({LINK_TO_FILE}([^()\s]*)\)")
_ANYWHERE = re.compile(r"(?i)^(?:file:|[a-z]:|/|\\)")
"""An address that begins at the top of a computer, not at the file that bears it."""


def link_drafts(drafts: Sequence[Draft]) -> None:
    """Answer the links to other Word files; those to files that were not imported stay as typed, and are told."""
    by_path = {_known(str(draft.source)): draft for draft in drafts}
    by_stem: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_stem.setdefault(_known(draft.source.stem), []).append(draft)
    for draft in drafts:
        told = Told()
        body = _LINK.sub(lambda found, d=draft, t=told: _answer(found, d, by_path, by_stem, t), draft.body)  # type: ignore[misc]
        draft.text = draft.text.removesuffix(draft.body) + body
        draft.body = body
        draft.faults = (*draft.faults, *told.faults(draft.source, draft.reference))


def _answer(
    found: re.Match[str], draft: Draft, by_path: dict[str, Draft], by_stem: dict[str, list[Draft]], told: Told
) -> str:
    """A link to the draft of the file; else to the file as typed, when the address begins where the draft stands."""
    words, typed = found.groups()
    address, _, bookmark = typed.partition("#")
    path = unquote(address).replace("\\", "/")
    is_anywhere = _ANYWHERE.match(path) is not None
    goal = None if is_anywhere else by_path.get(_known(posixpath.normpath(str(draft.source.parent / path))))
    if goal is None:
        namesakes = by_stem.get(_known(PurePosixPath(path).stem), [])
        if len(namesakes) == 1:
            goal = namesakes[0]
            told.tell("WD036", f"{words} → {goal.source}")
    if goal is not None:
        anchor = goal.places.get(bookmark.lower(), "")
        return f"[{words}]({goal.name}.md{'#' + anchor if anchor else ''})"
    told.tell("WD037", f"{words} → {unquote(address)}")
    return words if is_anywhere else f"[{words}]({typed})"


def _known(path: str) -> str:
    """A path as the computers of the house compare it: neither case nor the way of writing accents counts."""
    return normalize("NFC", path).casefold()
