"""Renumbering: a document takes another reference; its history, its versions and its readers follow."""

from __future__ import annotations

import datetime as dt

from classeur.model.journal import EntryKind
from classeur.model.organisation import Step
from classeur.model.references import folded, is_reference
from classeur.tasks.act import ActPlan, Planned, Who, actor, document_of, draft, refusal, without_the_right
from classeur.tasks.house import House
from classeur.tasks.reassign import line_edit
from classeur.wording.translator import Translator


def plan_renumber(house: House, reference: str, to: str, who: Who, now: dt.datetime, words: Translator) -> Planned:
    """The `reference:` line is rewritten; the old page says where the document is; the old one is never used again."""
    document = document_of(house, reference, words)
    binder, organisation = house.binder, house.binder.organisation
    place = document.place("reference")
    if not organisation.may(who.person, Step.RELEASE, binder.today):
        return without_the_right("WF033", house, place, who, Step.RELEASE, reference=reference, act="renumber")
    taken = folded(to) in {folded(other) for other in binder.by_reference} | binder.ledger.used_references
    if not is_reference(to) or taken:
        return refusal("WF038", place, reference=reference, other=to)
    entry = draft(EntryKind.RENUMBER, actor(organisation, who, Step.RELEASE), now, document, to=to)
    said = words("{reference} is now {other}.", reference=reference, other=to)
    return ActPlan(entry, (said,), edits=(line_edit(house, document, "reference", to, words),))
