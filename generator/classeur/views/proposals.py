"""What readers proposed about the texts, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.later import later
from classeur.model.registers.proposals import Proposal, ProposalState
from classeur.views.addresses import document_page
from classeur.views.shown import shown


@dataclass(frozen=True)
class ProposalLine:
    """A proposal and its answer.

    Attributes:
        title, address: of the text; empty when no page of this site shows it.
        due: the day by which an answer was promised, while there is none; `days` it has taken so far, or took.
    """

    number: str
    received_on: dt.date
    reference: str
    title: str
    address: str
    proposed_by: str
    proposal: str
    state: ProposalState
    answered_on: dt.date | None
    answer: str
    action: str
    done_in: str
    days: int
    due: dt.date | None
    is_late: bool


@dataclass(frozen=True)
class ProposalFigures:
    """All of them, those that wait first, then the latest; and how they were answered."""

    lines: tuple[ProposalLine, ...]
    waiting: int
    late: int
    taken: int
    answered: int
    usual_days: int | None

    @property
    def by_reference(self) -> Mapping[str, tuple[ProposalLine, ...]]:
        """Those of each text."""
        found: dict[str, list[ProposalLine]] = {}
        for line in self.lines:
            found.setdefault(line.reference, []).append(line)
        return {reference: tuple(lines) for reference, lines in found.items()}


def proposals(public: Binder) -> ProposalFigures:
    """The proposals of a published house; of one without such a register, none."""
    rows = public.registers.of(Proposal)
    titles = {each.reference: each.document.header.title for each in shown(public)} if rows else {}
    lines = [_line(public, each, titles) for each in rows]
    lines.sort(key=lambda line: (line.answered_on is not None, -line.received_on.toordinal(), line.number))
    answered = sorted(line.days for line in lines if line.answered_on)
    return ProposalFigures(
        tuple(lines),
        waiting=sum(line.answered_on is None for line in lines),
        late=sum(line.is_late for line in lines),
        taken=sum(line.state in (ProposalState.ACCEPTED, ProposalState.PARTLY) for line in lines),
        answered=len(answered),
        usual_days=answered[len(answered) // 2] if answered else None,
    )


def _line(public: Binder, each: Proposal, titles: Mapping[str, str]) -> ProposalLine:
    reference = public.ledger.present(each.document)
    due = later(each.received_on, public.organisation.commitments.proposal_days)
    return ProposalLine(
        number=each.number,
        received_on=each.received_on,
        reference=reference,
        title=titles.get(reference, ""),
        address=document_page(reference) if reference in titles else "",
        proposed_by=each.proposed_by,
        proposal=each.proposal,
        state=each.state,
        answered_on=each.answered_on,
        answer=each.answer,
        action=each.action,
        done_in=each.done_in,
        days=each.days_waited(public.today),
        due=None if each.answered_on else due,
        is_late=each.answered_on is None and due < public.today,
    )
