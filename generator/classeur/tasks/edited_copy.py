"""A Word copy that somebody edited, back into a new draft of the same reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.importers.word.blocks import Heading
from classeur.importers.word.draft import Draft, finished_body
from classeur.importers.word.reader import CarriedSource, WordText
from classeur.importers.word.three_way import merged
from classeur.model.binder import Binder
from classeur.model.comparison import Comparison, compare
from classeur.model.documents import Document, canonical_text
from classeur.model.findings import Fault, Location
from classeur.model.front_matter import quoted
from classeur.model.references import folded
from classeur.model.versions import Version
from classeur.reading.documents import read_document

_MOST_SHOWN = 3
Render = Callable[[str], str]


@dataclass(frozen=True)
class Edited:
    """What became of an edited copy: its draft, what changed, the text that stands in the house now.

    Attributes:
        is_same: whether it says what its source says: there is nothing to write.
    """

    draft: Draft
    comparison: Comparison
    working: Document | None
    is_same: bool


def body_of_copy(text: WordText, folder: str, name: str) -> tuple[str, dict[str, bytes]]:
    """The body that one of our own copies holds, its headings on the levels of the text, and its pictures."""
    for block in text.blocks:
        if isinstance(block, Heading):
            block.level += 1  # the second level of a text is the first of a file
    draft = Draft(text.path, name)
    body = finished_body(text, text.blocks, draft, folder)
    return body, draft.pictures


def edited_copy(text: WordText, source: CarriedSource, binder: Binder, render: Render) -> Edited:
    """The draft that an edited copy makes of its source: only what changed in Word is written anew."""
    path = PurePosixPath(f"{source.reference}.md")
    document, _ = read_document(path, source.markdown)
    old_body = document.body if document else source.markdown
    head = source.markdown[: len(source.markdown) - len(old_body)] if document else ""
    working = next((d for d in binder.documents if folded(d.reference) == folded(source.reference)), None)
    name = working.path.stem if working else source.reference.lower()
    read, pictures = body_of_copy(text, f"images/{name}/", name)
    result = merged(old_body, read, render)
    comparison = compare(canonical_text(old_body), result.body)
    if document is not None:
        head = _new_head(head, document, text.own_title, binder, bool(comparison))
    draft = Draft(text.path, name, source.reference, text.own_title or (document.header.title if document else ""))
    draft.kind = document.header.kind if document else ""
    draft.body = result.body
    draft.text = head.rstrip("\n") + "\n\n" + result.body
    draft.pictures = {name: data for name, data in pictures.items() if name in result.body}
    faults = list(text.told.faults(text.path, source.reference))
    if result.not_carried:
        values = {"examples": " ; ".join(dict.fromkeys(result.not_carried))[:300]}
        faults.append(Fault(Location(text.path), "WD025", values, source.reference))
    if around := text.around.changes(document.header.title if document else ""):
        faults.append(Fault(Location(text.path), "WD032", told_around(around, text.path.name), source.reference))
    draft.faults = tuple(fault for fault in faults if fault.code != "WD011")
    is_same = not result.rewritten and head == source.markdown[: len(head)]
    return Edited(draft, comparison, working, is_same)


def told_around(changes: Sequence[tuple[str, str]], name: str) -> dict[str, str]:
    """What a finding says of the lines that somebody changed around the text of a copy."""
    shown = " ; ".join(f"« {before[:80]} » → « {after[:80]} »" for before, after in changes[:_MOST_SHOWN])
    return {"name": name, "count": str(len(changes)), "examples": shown}


def is_unchanged(working: Path, source: CarriedSource) -> bool:
    """Whether the text of the house still says what the copy was made from."""
    try:
        return canonical_text(working.read_text("utf-8")) == canonical_text(source.markdown)
    except (OSError, UnicodeDecodeError):
        return False


def _new_head(head: str, document: Document, title: str, binder: Binder, has_changes: bool) -> str:
    """The front matter of the new draft: the title of the copy, and a new version when this one was released."""
    title = title or document.header.title
    if title != document.header.title:
        head = _typed(head, "title", quoted(title))
    released = {release.version for release in binder.ledger.history(document.reference).releases}
    if (has_changes or title != document.header.title) and document.version in released:
        highest = max(released)
        head = _typed(head, "version", str(Version(highest.major, highest.minor + 1)))
        head = _typed(head, "change", "minor")
        head = _typed(head, "summary", "")
    return head


def _typed(head: str, key: str, value: str) -> str:
    """A line of the front matter with another value; the note beside it stays."""
    line = re.compile(rf"(?m)^{key}:[^\n#]*?(?P<note>[ ]+#[^\n]*)?$(?:\n[ ]+[^\n]*)*")
    return line.sub(lambda found: f"{key}: {value}".rstrip() + (found["note"] or ""), head, count=1)
