"""The pages of the living quality system: the dashboard, then what each of its parts holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from posixpath import dirname

from classeur.drawings.charts import chart_figure
from classeur.drawings.sparkline import share_bar, sparkline
from classeur.model.binder import Binder
from classeur.views import addresses
from classeur.views.charts import Chart
from classeur.views.quality.actions import ActionFigures, action_plan
from classeur.views.quality.calendar import dated, quality_calendar
from classeur.views.quality.dashboard import Dashboard, dashboard
from classeur.views.quality.events import lessons
from classeur.views.quality.process_part import ProcessPart, process_parts, risk_lines
from classeur.views.quality.satisfaction import Survey
from classeur.views.reading_rates import SiteReadings
from classeur.wording import quality_charts as charts
from classeur.wording.action_plan import FILE_NAME, action_columns, action_table
from classeur.wording.quality import (
    asked_question,
    asked_sentence,
    lessons_by_type,
    meeting_state_word,
    occasion_word,
    watch_list,
)
from classeur.wording.translator import Translator
from classeur.writers.feeds.register_calendar import calendar_of_days
from classeur.writers.site.list_pages import labels
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages
from classeur.writers.site.quality_menu import quality_menu
from classeur.writers.tables import TABLE_FORMATS

ACTION_LABELS = "assets/classeur/lists/actions.css"


class QualityPages:
    """Lays out what a team looks at together. None of it is on a site for people outside."""

    def __init__(
        self, pages: Pages, outbox: Outbox, public: Binder, words: Translator, read: SiteReadings | None = None
    ) -> None:
        self._pages, self._outbox, self._public, self._words = pages, outbox, public, words
        self._shown = dashboard(public, pages.rows, read)

    def parts(self) -> Mapping[str, ProcessPart]:
        """What registers say of each process, for its page."""
        plan = self._shown.plan or ActionFigures((), self._public.today)
        return process_parts(self._public, plan, self._shown.policy)

    def all(self) -> None:
        """Every page."""
        self._dashboard()
        self._action_plan()
        self._policy()
        self._lessons()
        self._calendar()

    def _dashboard(self) -> None:
        words, shown = self._words, self._shown
        self._put(
            "quality",
            addresses.QUALITY,
            words("Quality dashboard"),
            shown=shown,
            risks=risk_lines(self._public),
            charts={name: chart_figure(chart, words) for name, chart in self._charts(shown).items()},
            surveys=[(each, [chart_figure(c, words) for c in _survey_charts(each, words)]) for each in shown.surveys],
            evaluations=[
                (each, chart_figure(chart, words))
                for each in shown.evaluations
                if (chart := charts.evaluation_rounds(each, words)).bars
            ],
            watched=watch_list(shown, words),
            asked_question=partial(asked_question, words=words),
            asked_sentence=partial(asked_sentence, words=words),
            share_bar=share_bar,
            wave_word=partial(charts.wave_word, words=words),
        )

    def _action_plan(self) -> None:
        words, plan = self._words, self._shown.plan
        lines = plan.shown if plan else ()
        gantt = action_plan(lines, self._public.today, "plan", words("The plan over time"))
        folder = dirname(addresses.ACTION_PLAN)
        self._outbox.put(f"pages/{ACTION_LABELS}", labels(action_columns(words), words("overdue")))
        self._put(
            "action_plan",
            addresses.ACTION_PLAN,
            words("Action plan"),
            plan=plan,
            lines=lines,
            gantt=chart_figure(gantt, words) if gantt.rows else "",
            columns=action_columns(words),
            labels=ACTION_LABELS,
            file=f"{folder}/{FILE_NAME}",
        )
        if plan:
            table = action_table(self._public, plan.lines, words)
            for suffix, as_bytes in TABLE_FORMATS.items():
                self._outbox.put(f"pages/{folder}/{FILE_NAME}{suffix}", as_bytes(table))

    def _policy(self) -> None:
        words = self._words
        told = [row for row in self._pages.rows if row.kind_code == "PQ"]
        self._put(
            "policy", addresses.POLICY, words("From the policy to the field"), policy=self._shown.policy, texts=told
        )

    def _lessons(self) -> None:
        words = self._words
        groups = lessons_by_type(lessons(self._public), words)
        self._put("lessons", addresses.LESSONS, words("Lessons learned"), groups=groups)

    def _calendar(self) -> None:
        words, public = self._words, self._public
        title = words("Quality calendar")
        days = calendar_of_days(dated(public), title, public, words)
        self._outbox.put(f"pages/{addresses.QUALITY_DATES}", days)
        self._put(
            "quality_calendar",
            addresses.QUALITY_CALENDAR,
            title,
            calendar=quality_calendar(public, self._pages.rows),
            occasion_word=partial(occasion_word, words=words),
            meeting_state_word=partial(meeting_state_word, words=words),
        )

    def _charts(self, shown: Dashboard) -> Mapping[str, Chart]:
        """The charts of the dashboard, by the name that its template gives them; those without data are absent."""
        found: dict[str, Chart] = {}
        words = self._words
        if shown.plan:
            found["actions_by_state"] = charts.actions_by_state(shown.plan, words)
            if shown.plan.late:
                found["actions_by_lateness"] = charts.actions_by_lateness(shown.plan, words)
        if shown.months and shown.events:
            found["events_by_month"] = charts.events_by_month(shown.months, words)
            if shown.events.total:
                found["events_by_type"] = charts.events_by_type(shown.events, words)
                found["events_by_place"] = charts.events_by_place(shown.events, words)
                found["event_matrix"] = charts.event_matrix(shown.events, words)
        if shown.complaint_months:
            found["complaints_by_month"] = charts.complaints_by_month(shown.complaint_months, words)
        if risks := risk_lines(self._public):
            found["risk_matrix"] = charts.risk_matrix(risks, words)
        return found

    def _put(self, template: str, address: str, title: str, **values: object) -> None:
        words = self._words
        self._pages.put(
            template,
            address,
            title=title,
            menu=quality_menu(self._public, address, words),
            as_of=self._public.today,
            codes=frozenset(self._public.process),
            sparkline=sparkline,
            **values,
        )


def _survey_charts(survey: Survey, words: Translator) -> list[Chart]:
    waves: list[Chart] = [charts.survey_waves(survey, words)] if len(survey.waves) > 1 else []
    return [*waves, charts.survey_questions(survey, words)]
