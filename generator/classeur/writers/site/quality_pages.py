"""The pages of the living quality system: the dashboard, then what each of its parts holds."""

from __future__ import annotations

from collections.abc import Mapping

from classeur.drawings.charts import chart_figure
from classeur.drawings.sparkline import share_bar, sparkline
from classeur.model.binder import Binder
from classeur.views import addresses
from classeur.views.charts import BarChart, Chart
from classeur.views.quality.dashboard import Dashboard, dashboard
from classeur.views.quality.satisfaction import Survey
from classeur.views.reading_rates import SiteReadings
from classeur.wording import quality_charts as charts
from classeur.wording.quality import asked_question, asked_sentence, watch_list
from classeur.wording.translator import Translator
from classeur.wording.values import worded
from classeur.writers.site.list_pages import MenuLine
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages


class QualityPages:
    """Lays out what a team looks at together. None of it is on a site for people outside."""

    def __init__(
        self, pages: Pages, outbox: Outbox, public: Binder, words: Translator, read: SiteReadings | None = None
    ) -> None:
        self._pages, self._outbox, self._public, self._words = pages, outbox, public, words
        self._shown = dashboard(public, pages.rows, read)

    def all(self) -> None:
        """Every page."""
        self._dashboard()

    def _dashboard(self) -> None:
        words, shown = self._words, self._shown
        self._put(
            "quality",
            addresses.QUALITY,
            words("Quality dashboard"),
            shown=shown,
            charts={name: chart_figure(chart, words) for name, chart in dashboard_charts(shown, words).items()},
            surveys=[
                (each, [chart_figure(c, words) for c in _survey_charts(each, words)]) for each in shown.surveys
            ],
            evaluations=[
                (each, chart_figure(chart, words))
                for each in shown.evaluations
                if (chart := charts.evaluation_rounds(each, words)).bars
            ],
            watched=watch_list(shown, words),
            asked_question=lambda asked: asked_question(asked, words),
            asked_sentence=lambda answer: asked_sentence(answer, words),
            sparkline=sparkline,
            share_bar=share_bar,
            wave_word=lambda wave: charts.wave_word(wave, words),
        )

    def _put(self, template: str, address: str, title: str, **values: object) -> None:
        words = self._words
        menu = [MenuLine(name, page, page == address) for page, name in self._menu().items()]
        self._pages.put(
            template,
            address,
            title=title,
            menu=menu,
            as_of=self._public.today,
            worded=lambda value: worded(value, words),
            knows=self._public.process.__contains__,
            **values,
        )

    def _menu(self) -> Mapping[str, str]:
        words = self._words
        return {addresses.QUALITY: words("Dashboard")}


def dashboard_charts(shown: Dashboard, words: Translator) -> Mapping[str, Chart]:
    """The charts of the dashboard, by the name that its template gives them; those without data are absent."""
    found: dict[str, Chart] = {}
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
    return found


def _survey_charts(survey: Survey, words: Translator) -> list[Chart]:
    questions: BarChart = charts.survey_questions(survey, words)
    waves: list[Chart] = [charts.survey_waves(survey, words)] if len(survey.waves) > 1 else []
    return [*waves, questions]
