"""The figures of the quality pages."""

from __future__ import annotations

import datetime as dt

import pytest

from classeur.model.processes import IndicatorState
from classeur.model.registers.actions import Action, ActionState
from classeur.model.registers.audits import Audit
from classeur.model.registers.copies import PaperCopy
from classeur.model.registers.events import Event, EventType, Zone
from classeur.model.registers.meetings import Meeting
from classeur.model.registers.proposals import Proposal
from classeur.model.registers.rows import Row
from classeur.views.charts import Progress
from classeur.views.discretion import discreet
from classeur.views.quality.actions import action_figures, action_plan
from classeur.views.quality.complaints import complaint_figures, complaint_months
from classeur.views.quality.dashboard import dashboard
from classeur.views.quality.events import event_figures, event_months, lessons
from classeur.views.quality.four_questions import Answer, Asked
from classeur.views.quality.indicators import LINES_SHOWN, indicator_figures
from classeur.views.quality.objectives import policy_to_field
from classeur.views.quality.process_part import process_parts
from classeur.views.quality.satisfaction import evaluations, surveys
from classeur.views.quality.usage import Trace, traces_of_use
from tests.houses import TODAY
from tests.registers import (
    a_complaint,
    a_criterion,
    a_house,
    a_process,
    an_action,
    an_event,
    an_objective,
    answers,
    days_ago,
    measured,
)

CITED = "PR-R1-001"
TRACES: dict[Trace, Row] = {
    Trace.EVENT: an_event(documents=[CITED]),
    Trace.ACTION: an_action(documents=[CITED]),
    Trace.EVALUATION: a_criterion(documents=[CITED]),
    Trace.AUDIT: Audit(number="AU-1", topic="Accueil", done_on=days_ago(5), criteria=[CITED]),
    Trace.MINUTES: Meeting(number="C-1", planned_on=days_ago(5), held_on=days_ago(5), decisions=[f"Réviser {CITED}."]),
    Trace.PROPOSAL: Proposal(number="P-1", received_on=days_ago(9), document=CITED, proposal="Plus court",
                             state="accepted", answered_on=days_ago(3), done_in="2.0"),
}  # fmt: skip


@pytest.mark.parametrize("trace", TRACES, ids=lambda trace: trace.value)
def test_a_document_that_a_register_speaks_of_is_used(trace: Trace) -> None:
    assert traces_of_use(a_house(TRACES[trace])) == {CITED: {trace}}


def test_a_trace_older_than_twelve_months_does_not_count() -> None:
    assert traces_of_use(a_house(an_event(documents=[CITED], date=days_ago(367)))) == {}


@pytest.mark.parametrize(("days", "trace"), [(30, {CITED: {Trace.PAPER_COPY}}), (400, {})])
def test_a_controlled_copy_counts_for_the_year_in_which_it_was_printed(days: int, trace: dict[str, set[Trace]]) -> None:
    copy = PaperCopy(number="1", place="Salle", documents=[CITED], **{"from": days_ago(days)})

    assert traces_of_use(a_house(copy)) == trace


def test_a_proposal_that_was_declined_leaves_no_trace() -> None:
    declined = Proposal(number="P-1", received_on=days_ago(9), document=CITED, proposal="x", state="declined",
                        answered_on=days_ago(3))  # fmt: skip

    assert traces_of_use(a_house(declined)) == {}


def test_a_share_is_rounded_down_so_that_all_means_all() -> None:
    assert [Answer(Asked.USED, done, 300).percent for done in (299, 300)] == [99, 100]


def test_the_open_actions_come_first_the_most_urgent_before() -> None:
    figures = action_figures(
        a_house(
            an_action(number="A-1", due=days_ago(-9)),
            an_action(number="A-2", due=days_ago(3)),
            an_action(number="A-3", state="done", done_on=days_ago(2)),
        )
    )

    assert [line.number for line in figures.lines] == ["A-2", "A-1", "A-3"]


def test_an_action_due_today_is_not_late() -> None:
    [line] = action_figures(a_house(an_action(due=TODAY))).lines

    assert not line.is_late


def test_late_actions_are_counted_by_their_lateness() -> None:
    rows = [an_action(number=f"A-{days}", due=days_ago(days)) for days in (1, 30, 31, 200)]

    assert action_figures(a_house(*rows)).lateness == ((1, 2), (31, 1), (91, 1))


def test_a_done_action_waits_for_the_check_of_its_effect_once_the_delay_is_over() -> None:
    rows = [an_action(number=f"A-{days}", state="done", done_on=days_ago(days)) for days in (119, 121)]

    assert [line.number for line in action_figures(a_house(*rows)).without_effect] == ["A-121"]


def test_actions_done_by_their_day_are_counted_over_twelve_months() -> None:
    early = an_action(number="A-1", state="effective", due=days_ago(5), done_on=days_ago(6))
    late = an_action(number="A-2", state="done", due=days_ago(5), done_on=days_ago(4))
    old = an_action(number="A-3", state="done", due=days_ago(500), done_on=days_ago(500))
    figures = action_figures(a_house(early, late, old))

    assert (len(figures.done_lately), figures.done_in_time) == (2, 1)
    assert figures.counts == {ActionState.DONE: 2, ActionState.EFFECTIVE: 1}


def test_a_name_in_an_action_is_cut_to_its_first_letter() -> None:
    [line] = action_figures(a_house(an_action(action="Former Maud Durand au tri"))).lines

    assert (line.action, line.pilot) == ("Former M… D… au tri", "Alix Martin")


def test_the_plan_over_time_shows_what_is_late_and_leaves_out_what_was_done_long_ago() -> None:
    late = an_action(number="A-1", due=days_ago(4))
    old = an_action(number="A-2", state="done", done_on=days_ago(200))
    chart = action_plan(action_figures(a_house(late, old)).lines, TODAY, "plan", "Plan")

    assert [(row.number, row.progress, row.days_late) for row in chart.rows] == [("A-1", Progress.LATE, 4)]


def test_events_are_counted_over_twelve_months_by_type_place_and_zone() -> None:
    house = a_house(
        an_event(number="E-1", type="fall", place="Couloir", severity=4, frequency=4),
        an_event(number="E-2", type="fall", place="Accueil", near_miss=True),
        an_event(number="E-3", date=days_ago(400), type="care"),
    )
    figures = event_figures(house)

    assert (figures.total, figures.near_misses, dict(figures.by_type)) == (2, 1, {EventType.FALL: 2})
    assert dict(figures.by_place) == {"Couloir": 1, "Accueil": 1}
    assert (figures.matrix[4, 4], figures.by_zone[Zone.UNACCEPTABLE]) == (1, 1)


def test_a_severe_event_without_causes_is_not_analysed() -> None:
    house = a_house(
        an_event(number="E-1", severity=4, frequency=1, analysed_on=days_ago(2)),
        an_event(number="E-2", severity=5, frequency=1, analysed_on=days_ago(2), causes="Sol mouillé"),
    )

    assert (event_figures(house).must_be_analysed, event_figures(house).analysed) == (2, 1)


def test_a_reporter_without_answer_waits_once_the_promised_delay_is_over() -> None:
    house = a_house(*(an_event(number=f"E-{days}", date=days_ago(days)) for days in (15, 16)))

    assert event_figures(house).waiting == 1


def test_a_place_that_names_somebody_is_not_shown() -> None:
    assert dict(event_figures(a_house(an_event(place="Bureau de Mme Durand"))).by_place) == {"": 1}


def test_the_months_begin_with_the_first_event_and_go_on_to_today() -> None:
    months = event_months(a_house(an_event(date=dt.date(2026, 9, 3)), an_event(number="E-2", near_miss=True)))

    assert months.periods == ("2026-09", "2026-10", "2026-11")
    assert (months.happened, months.stopped) == ((1, 0, 0), (0, 0, 1))


def test_of_an_event_only_the_lesson_its_type_and_its_year_are_told() -> None:
    [lesson] = lessons(a_house(an_event(type="fall", facts="Un patient glisse.", lessons="Essuyer aussitôt.")))

    assert (lesson.type, lesson.year, lesson.text) == (EventType.FALL, 2026, "Essuyer aussitôt.")


def test_an_event_that_names_somebody_gives_no_lesson() -> None:
    assert lessons(a_house(an_event(facts="Mme Durand glisse.", lessons="Essuyer aussitôt."))) == ()


def test_complaints_are_counted_by_what_became_of_them() -> None:
    house = a_house(
        a_complaint(number="R-1"),
        a_complaint(number="R-2", answered_on=days_ago(1)),
        a_complaint(number="R-3", answered_on=None),
        a_complaint(number="R-4", received_on=days_ago(5), answered_on=None),
    )
    figures = complaint_figures(house)

    assert (figures.in_time, figures.beyond, figures.waiting, figures.late) == (1, 1, 2, 1)
    assert figures.median_days == (10 + 39) / 2


def test_complaints_by_month_are_those_received() -> None:
    months = complaint_months(a_house(a_complaint(received_on=dt.date(2026, 10, 2), answered_on=dt.date(2026, 11, 20))))

    assert (months.periods, months.beyond) == (("2026-10", "2026-11"), (1, 0))


def test_a_question_stands_beside_its_share_of_the_wave_before() -> None:
    [survey] = surveys(a_house(answers(wave="2025-03", rather_no=5, entirely=2), answers()))

    assert [(wave.name, wave.satisfied) for wave in survey.waves] == [("2025-03", 50.0), ("2026-03", 80.0)]
    assert (survey.questions[0].satisfied, survey.questions[0].before) == (80.0, 50.0)


def test_the_least_satisfied_question_comes_first() -> None:
    [survey] = surveys(a_house(answers(), answers(question="On vous a attendu", entirely=0)))

    assert [question.text for question in survey.questions] == ["On vous a attendu", "On vous a écouté"]


def test_an_evaluation_gathers_its_rounds() -> None:
    [found] = evaluations(
        a_house(a_criterion(met=5), a_criterion(round=2), a_criterion(round=2, criterion="Réévaluée"))
    )

    assert [each.rates for each in found.criteria] == [(50.0, 90.0), (None, 90.0)]
    assert (found.rounds, found.reached) == ((1, 2), 2)


def test_measures_that_miss_the_target_are_counted_in_a_row() -> None:
    [process] = indicator_figures(a_house(processes=(a_process(measured(80, 95, 88, 70)),))).processes

    assert (process.lines[0].misses, process.lines[0].state) == (2, IndicatorState.OFF_TARGET)


def test_open_actions_stand_beside_the_indicator_that_they_answer() -> None:
    house = a_house(an_action(source="R1-1"), an_action(number="A-2", indicator="R1-1", state="done", done_on=TODAY),
                    processes=(a_process(measured(70)),))  # fmt: skip

    assert indicator_figures(house).processes[0].lines[0].actions == ("A-1",)


def test_many_indicators_are_cut_to_those_that_are_not_on_target() -> None:
    many = [measured(95, id=f"R1-{number}") for number in range(LINES_SHOWN + 1)]

    assert indicator_figures(a_house(processes=(a_process(*many),))).is_cut
    assert not indicator_figures(a_house(processes=(a_process(*many[1:]),))).is_cut


def test_an_axis_is_known_by_its_number_whatever_words_follow() -> None:
    house = a_house(an_objective(), an_action(axis="1 – Recevoir sans attente"))
    [axis] = policy_to_field(house, indicator_figures(house), action_figures(house)).axes

    assert (len(axis.objectives), [action.number for action in axis.others]) == (1, ["A-1"])


def test_an_objective_holds_the_actions_that_its_indicator_judges() -> None:
    house = a_house(an_objective(indicator="R1-1"), an_action(indicator="R1-1"), processes=(a_process(measured(70)),))
    [axis] = policy_to_field(house, indicator_figures(house), action_figures(house)).axes

    assert [action.number for action in axis.objectives[0].actions] == ["A-1"]
    assert axis.objectives[0].indicator


def test_an_action_decided_after_an_objective_was_settled_is_not_its_own() -> None:
    house = a_house(
        an_objective(indicator="R1-1", state="reached", settled_on=days_ago(90)), an_action(indicator="R1-1")
    )
    [axis] = policy_to_field(house, indicator_figures(house), action_figures(house)).axes

    assert axis.objectives[0].actions == ()


def test_the_field_leads_back_to_the_objectives_of_each_indicator() -> None:
    house = a_house(an_objective(indicator="R1-1"), processes=(a_process(measured(70), measured(70, id="R1-2")),))
    [process] = policy_to_field(house, indicator_figures(house), action_figures(house)).field

    assert [[each.number for each in line.objectives] for line in process.lines] == [["O-1"], []]


def test_a_process_has_its_own_actions_events_and_reviews() -> None:
    review = Meeting(number="P-1", kind="process_review", planned_on=days_ago(9), held_on=days_ago(9), agenda=["R1"])
    house = a_house(
        an_action(process="R1"), an_action(number="A-2", process="R2"), an_event(process="R1"), review,
        processes=(a_process(),),
    )  # fmt: skip
    plan, figures = action_figures(house), indicator_figures(house)
    part = process_parts(house, plan, policy_to_field(house, figures, plan))["R1"]

    assert ([line.number for line in part.actions], part.reviewed_on) == (["A-1"], days_ago(9))
    assert part.events
    assert part.events.total == 1


def test_a_house_without_registers_has_a_dashboard_without_them() -> None:
    shown = dashboard(a_house(), ())

    assert (shown.plan, shown.events, shown.complaints, shown.surveys) == (None, None, None, ())
    assert [answer.percent for answer in shown.questions.answers] == [None] * 4


def test_a_discreet_register_names_nobody_but_where_a_person_is_asked_for() -> None:
    house = discreet(a_house(an_action(action="Voir avec Maud Durand", documents=[CITED])))
    [action] = house.registers.of(Action)

    assert (action.action, action.pilot, action.documents) == ("Voir avec M… D…", "a.martin", (CITED,))


def test_a_discreet_register_leaves_events_to_who_counts_them() -> None:
    told = an_event(facts="Mme Durand glisse.")

    assert discreet(a_house(told)).registers.of(Event) == (told,)
