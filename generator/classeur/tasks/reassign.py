"""Reassigning: a text changes hands, or all that a leaver owned. The text itself and its digest do not change."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.documents import Document
from classeur.model.journal import EntryKind
from classeur.model.organisation import Step
from classeur.tasks.act import ActPlan, Planned, Who, actor, document_of, draft, without_the_right
from classeur.tasks.house import House
from classeur.wording.translator import Translator


def owned_by(house: House, person: str) -> tuple[str, ...]:
    """The references of the texts that a person owns."""
    return tuple(sorted(d.reference for d in house.binder.documents if d.header.owner == person))


def plan_reassign(house: House, reference: str, to: str, who: Who, now: dt.datetime, words: Translator) -> Planned:
    """A new owner for a text: its `owner:` line is rewritten, and the journal says so."""
    document = document_of(house, reference, words)
    organisation = house.binder.organisation
    place = document.place("owner")
    new_owner = organisation.person.get(to)
    if new_owner is None or not new_owner.is_present(house.binder.today):
        raise ClasseurError(
            words("{person} is not somebody present in organisation.yml.", person=to),
            remedy=words("Known people: {people}.", people=", ".join(sorted(organisation.person)) or "–"),
        )
    if not organisation.may(who.person, Step.RELEASE, house.binder.today) and who.person != document.header.owner:
        return without_the_right("WF033", house, place, who, Step.RELEASE, reference=reference, act="reassign")
    entry = draft(
        EntryKind.REASSIGN,
        actor(organisation, who, Step.RELEASE),
        now,
        document,
        **{"from": document.header.owner, "to": to},
    )
    said = words("{reference}: now owned by {person}.", reference=reference, person=organisation.name_of(to))
    edits = () if document.header.owner == to else (line_edit(house, document, "owner", to, words),)
    return ActPlan(entry, (said,), edits=edits)


def line_edit(
    house: House, document: Document, key: str, value: str, words: Translator
) -> tuple[PurePosixPath, bytes, bytes]:
    """The text's file with one front-matter value replaced, the rest of the file byte for byte as it was.

    Raises:
        ClasseurError: the value does not stand alone on its line.
    """
    before = (house.root / document.path).read_bytes()
    lines = before.split(b"\n")
    number = document.place(key).line - 1
    line = lines[number] if number < len(lines) else b""
    found = re.fullmatch(rb"(\xef\xbb\xbf)?(%s:[ \t]*)([^#\r]*?)([ \t]*(?:[ \t]#[^\r]*)?\r?)" % key.encode(), line)
    if not found:
        raise ClasseurError(
            words("The line `{key}` of {path} could not be rewritten.", key=key, path=document.path),
            remedy=words("Write it by hand as `{key}: {value}`, then repeat the command.", key=key, value=value),
        )
    lines[number] = (found[1] or b"") + key.encode() + b": " + value.encode() + found[4]
    return document.path, before, b"\n".join(lines)
