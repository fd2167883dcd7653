"""The four questions of any document: is it accessible, known, up to date, used?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.states import State
from classeur.views.lists import DocumentRow, today_only
from classeur.views.quality.usage import Trace
from classeur.views.reading_rates import HouseRate, SiteReadings, house_rate
from classeur.views.shown import lost


class Asked(StrEnum):
    """What is asked of the documents in force."""

    ACCESSIBLE = "accessible"
    KNOWN = "known"
    UP_TO_DATE = "up_to_date"
    USED = "used"


@dataclass(frozen=True)
class Answer:
    """How many of how many, and those that are not.

    Attributes:
        total: documents in force; for `KNOWN`, readings asked: one is one person and one document.
        rest: the documents for which the answer is no.
        late: of the readings still to do, how many should have been done.
    """

    asked: Asked
    done: int
    total: int
    rest: tuple[DocumentRow, ...] = ()
    late: int = 0

    @property
    def percent(self) -> int | None:
        """The share rounded down, so that 100 % says all; None when there is nothing to count."""
        return self.done * 100 // self.total if self.total else None


@dataclass(frozen=True)
class FourQuestions:
    """The answers, in their order.

    Attributes:
        answers: `KNOWN` counts nothing where nobody records who has read, or where the house shows no counts.
        lost: the references in force whose text cannot be read.
        never_reviewed: documents in force that no date asks to look at again.
    """

    answers: tuple[Answer, ...]
    lost: tuple[str, ...]
    never_reviewed: int


def four_questions(
    binder: Binder,
    rows: tuple[DocumentRow, ...],
    traces: Mapping[str, frozenset[Trace]],
    read: SiteReadings | None = None,
) -> FourQuestions:
    """The answers for a published house, on the binder's day. While nothing was released, drafts are counted."""
    here = today_only(rows)
    in_force = tuple(row for row in here if row.state is State.APPLICABLE) if not binder.ledger.is_empty else here
    gone = tuple(release.reference for release in lost(binder)) if not binder.ledger.is_empty else ()
    overdue = tuple(row for row in in_force if row.is_overdue)
    unused = tuple(row for row in in_force if row.reference not in traces)
    count = len(in_force)
    return FourQuestions(
        answers=(
            Answer(Asked.ACCESSIBLE, count, count + len(gone)),
            _known(in_force, read),
            Answer(Asked.UP_TO_DATE, count - len(overdue), count, overdue),
            Answer(Asked.USED, count - len(unused), count, unused),
        ),
        lost=gone,
        never_reviewed=sum(row.review is None for row in in_force),
    )


def reading_state(read: SiteReadings | None) -> HouseRate | None:
    """The whole house's readings; None where the site may not say them, or nobody has ever confirmed one."""
    if read is None or not read.rates:
        return None
    rate = house_rate(read.rates.values())
    return rate if rate.asked and any(each.confirmed or each.carried for each in read.documents.values()) else None


def _known(in_force: tuple[DocumentRow, ...], read: SiteReadings | None) -> Answer:
    rate = reading_state(read)
    if rate is None or read is None:
        return Answer(Asked.KNOWN, 0, 0)
    waiting = tuple(
        row for row in in_force if row.reference in read.rates and not read.rates[row.reference].is_read_by_all
    )
    return Answer(Asked.KNOWN, rate.read, rate.asked, waiting, rate.late)
