"""Which documents are used: what left a trace of it in twelve months."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.later import months_after
from classeur.model.outline import outline
from classeur.model.references import CITED
from classeur.model.registers.actions import Action
from classeur.model.registers.audits import Audit
from classeur.model.registers.copies import ALL_DOCUMENTS, PaperCopy
from classeur.model.registers.evaluations import EvaluatedCriterion
from classeur.model.registers.events import Event
from classeur.model.registers.meetings import Meeting
from classeur.model.registers.proposals import Proposal, ProposalState
from classeur.views.reading_rates import SiteReadings

MONTHS_OF_USE = 12
"""How long a trace of use counts."""


class Trace(StrEnum):
    """What shows that somebody used a document."""

    EVENT = "event"
    ACTION = "action"
    EVALUATION = "evaluation"
    AUDIT = "audit"
    MINUTES = "minutes"
    CONFIRMED = "confirmed"
    PROPOSAL = "proposal"
    PAPER_COPY = "paper_copy"


def year_before(today: dt.date) -> dt.date:
    """The day from which what happened counts as of the last twelve months."""
    return months_after(today, -MONTHS_OF_USE)


def traces_of_use(binder: Binder, read: SiteReadings | None = None) -> Mapping[str, frozenset[Trace]]:
    """By present reference, the traces that each document left in twelve months; those without any are absent.

    A document is used when an event, an action, a practice evaluation, an audit or minutes cite it, when somebody
    confirmed to have read it (where the site may count readings), when a reader's proposal revised it, or when a
    controlled copy was printed.
    """
    minutes = {meeting.minutes for meeting in binder.registers.of(Meeting)}
    texts = [text for name in sorted(minutes) for text in binder.by_reference.get(name, ())]
    given = (binder.registers, binder.references, binder.ledger.entries, binder.today, read, *texts)
    return binder.kept.of("traces of use", "", given, lambda: _traces(binder, read))


def _traces(binder: Binder, read: SiteReadings | None) -> Mapping[str, frozenset[Trace]]:
    found: dict[str, set[Trace]] = defaultdict(set)
    since = year_before(binder.today)
    for trace, references in _cited(binder, since):
        for reference in references:
            found[binder.ledger.present(reference)].add(trace)
    for reference in _proposed(binder, since):
        found[binder.ledger.present(reference)].add(Trace.PROPOSAL)
    for reference in _on_paper(binder, since):
        found[binder.ledger.present(reference)].add(Trace.PAPER_COPY)
    for reference, readers in (read.documents if read and read.with_counts else {}).items():
        if any(since <= day <= binder.today for day in readers.confirmed.values()):
            found[reference].add(Trace.CONFIRMED)
    return {reference: frozenset(traces) for reference, traces in found.items()}


def _on_paper(binder: Binder, since: dt.date) -> set[str]:
    """The documents of which a controlled copy was printed."""
    printed: set[str] = set()
    for copy in binder.registers.of(PaperCopy):
        if copy.from_ and since <= copy.from_ <= binder.today:
            printed.update(copy.documents, () if ALL_DOCUMENTS.isdisjoint(copy.documents) else binder.references)
    return printed - ALL_DOCUMENTS


def _cited(binder: Binder, since: dt.date) -> Iterator[tuple[Trace, Iterable[str]]]:
    """What the registers cite, for rows of the last twelve months."""
    of, today = binder.registers.of, binder.today

    def is_recent(*days: dt.date | None) -> bool:
        return any(day is not None and since <= day <= today for day in days)

    yield from ((Trace.EVENT, event.documents) for event in of(Event) if event.documents and is_recent(event.date))
    for action in of(Action):
        if action.documents and is_recent(action.opened_on, action.done_on, action.effect_checked_on):
            yield Trace.ACTION, action.documents
    yield from ((Trace.EVALUATION, row.documents) for row in of(EvaluatedCriterion) if is_recent(row.date))
    yield from ((Trace.AUDIT, audit.criteria) for audit in of(Audit) if is_recent(audit.done_on))
    minutes = binder.by_reference
    for meeting in of(Meeting):
        if is_recent(meeting.held_on):
            yield (
                Trace.MINUTES,
                [name for text in (*meeting.agenda, *meeting.decisions) for name in CITED.findall(text)],
            )
            if meeting.minutes in minutes:
                yield Trace.MINUTES, [c.reference for c in outline(minutes[meeting.minutes][-1].body).citations]


def _proposed(binder: Binder, since: dt.date) -> Iterator[str]:
    """The documents that a reader's proposal revised."""
    for proposal in binder.registers.of(Proposal):
        taken = proposal.state in (ProposalState.ACCEPTED, ProposalState.PARTLY) and bool(proposal.done_in)
        if taken and proposal.answered_on and since <= proposal.answered_on <= binder.today:
            yield proposal.document
