"""The quality dashboard: where everything meets, on one day."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.registers.actions import Action
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.events import Event
from classeur.model.registers.objectives import Objective
from classeur.views.lists import DocumentRow
from classeur.views.quality.actions import ActionFigures, action_figures
from classeur.views.quality.complaints import ComplaintFigures, ComplaintMonths, complaint_figures, complaint_months
from classeur.views.quality.events import EventFigures, EventMonths, event_figures, event_months
from classeur.views.quality.four_questions import FourQuestions, four_questions, reading_state
from classeur.views.quality.indicators import IndicatorFigures, indicator_figures
from classeur.views.quality.objectives import PolicyToField, policy_to_field
from classeur.views.quality.satisfaction import Evaluation, Survey, evaluations, surveys
from classeur.views.quality.usage import traces_of_use
from classeur.views.reading_rates import HouseRate, SiteReadings


@dataclass(frozen=True)
class Dashboard:
    """What the dashboard shows; a register that the house does not keep is None.

    Attributes:
        readings: None where the site may not say them, or nobody confirms.
    """

    questions: FourQuestions
    indicators: IndicatorFigures
    plan: ActionFigures | None
    events: EventFigures | None
    months: EventMonths | None
    complaints: ComplaintFigures | None
    complaint_months: ComplaintMonths | None
    surveys: tuple[Survey, ...]
    evaluations: tuple[Evaluation, ...]
    policy: PolicyToField
    has_objectives: bool
    readings: HouseRate | None

    @property
    def off_target(self) -> int:
        """How many indicators are not at their target."""
        return sum(len(process.watched) for process in self.indicators.processes)


def dashboard(binder: Binder, rows: tuple[DocumentRow, ...], read: SiteReadings | None = None) -> Dashboard:
    """The dashboard of a published house.

    Args:
        rows: every document of the site.
        read: who has read what, as far as the site may say it.
    """
    of = binder.registers.of
    figures, plan = indicator_figures(binder), action_figures(binder)
    return Dashboard(
        questions=four_questions(binder, rows, traces_of_use(binder, read), read),
        indicators=figures,
        plan=plan if of(Action) else None,
        events=event_figures(binder) if of(Event) else None,
        months=event_months(binder) if of(Event) else None,
        complaints=complaint_figures(binder) if of(Complaint) else None,
        complaint_months=complaint_months(binder) if of(Complaint) else None,
        surveys=surveys(binder),
        evaluations=evaluations(binder),
        policy=policy_to_field(binder, figures, plan),
        has_objectives=bool(of(Objective)),
        readings=reading_state(read),
    )
