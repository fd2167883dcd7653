"""A change called editorial touches more than spelling, punctuation or layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from classeur.model.binder import Binder
from classeur.model.documents import Document, Header, ProcessHeader
from classeur.model.findings import Location, Severity
from classeur.model.length import shortened
from classeur.model.organisation import Step
from classeur.model.versions import ChangeClass
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.versions_in_progress import raised_texts

if TYPE_CHECKING:
    from classeur.model.guard import Doubt

_LONGEST = 200
_PARAGRAPHS = 40
_SHEET_LINES = ("purpose", "pilot", "deputy", "customers", "inputs", "outputs", "risks", "resources")


@rule("WF019", "not-editorial", Severity.ERROR, waived_by=Step.APPROVE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Every doubt of the guard between the last released text and the one being written, each at its line.

    A text whose release can no longer be read cannot be compared: doubt refuses.
    """
    house = binder.organisation
    people = frozenset(person.name for person in house.people if person.name)
    roles = frozenset(role.title for role in house.roles if role.title)
    for document, release in raised_texts(binder):
        if document.header.change is not ChangeClass.EDITORIAL:
            continue
        released = binder.ledger.text(release)
        if released is None:
            told = _shown("–", "–", "–", last=release.version)
            yield at(document.place("change"), reference=document.reference, doubt="–", **told)
            continue
        for place, doubt in _doubts(released, document, people, roles):
            told = _shown(doubt.before, doubt.after, doubt.sentence, last=release.version)
            yield at(place, reference=document.reference, doubt=doubt.reason.value, **told)


def _doubts(
    released: Document, document: Document, people: frozenset[str], roles: frozenset[str]
) -> Iterator[tuple[Location, Doubt]]:
    from classeur.model.guard import editorial_doubts  # a house without such a change need not wait for it

    for field, before, after in _header_lines(released.header, document.header):
        for doubt in editorial_doubts(before, after, (), (), people, roles):
            yield document.place(field), doubt
    attached = (released.attachments, document.attachments)
    lines = document.body.split("\n")
    for doubt in editorial_doubts(released.body, document.body, *attached, people, roles):
        yield document.in_body(_line_of(doubt, lines)), doubt


def _line_of(doubt: Doubt, lines: list[str]) -> int:
    """The line of the sentence: the guard tells where its paragraphs begin; what was removed has the line it had."""
    first = min(max(doubt.line, 1), len(lines))
    words = set(doubt.sentence.split())
    near = range(first, min(first + _PARAGRAPHS, len(lines)) + 1)
    return max(near, key=lambda n: (doubt.after in lines[n - 1], len(words.intersection(lines[n - 1].split())), -n))


def _header_lines(released: Header, written: Header) -> Iterator[tuple[str, str, str]]:
    """What readers read at the top of a page, and that changed: the title, and the lines of a process sheet."""
    if released.title != written.title:
        yield "title", released.title, written.title
    if isinstance(released, ProcessHeader) and isinstance(written, ProcessHeader):
        for field in _SHEET_LINES:
            before, after = _line(released, field), _line(written, field)
            if before != after:
                yield field, before, after


def _line(header: ProcessHeader, field: str) -> str:
    value = getattr(header, field)
    if isinstance(value, str):
        return value
    ends = (item if isinstance(item, str) else " ".join((item.what, item.from_, item.to)) for item in value)
    return "\n".join(f"- {end}" for end in ends)


def _shown(before: str, after: str, sentence: str, **values: object) -> dict[str, object]:
    texts = {"before": before, "after": after, "sentence": sentence}
    return {name: shortened(text, _LONGEST) or "–" for name, text in texts.items()} | values
