"""The pages on which a team works together: proposals of readers, self-assessment, the next meeting."""

from __future__ import annotations

from collections.abc import Iterable

from classeur.drawings.charts import chart_figure
from classeur.model.binder import Binder
from classeur.model.registers.assessments import Level
from classeur.model.registers.proposals import Proposal
from classeur.views import addresses
from classeur.views.assessment import SelfAssessment, self_assessment
from classeur.views.circle import CirclePack, circle_pack, next_meeting
from classeur.views.contact import contact
from classeur.views.desk import PersonDesk
from classeur.views.proposals import proposals
from classeur.views.reading_rates import SiteReadings
from classeur.wording.assessment import assessment_radar
from classeur.wording.circle import Agenda
from classeur.wording.translator import Translator
from classeur.writers.feeds.register_calendar import year_calendar
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages
from classeur.writers.site.quality_menu import quality_menu

_COLOURS = {
    Level.ABSENT.value: "gap",
    Level.BEGUN.value: "coming",
    Level.IN_PLACE.value: "recorded",
    Level.LIVING.value: "documented",
    Level.NOT_CONCERNED.value: "not_applicable",
}
"""The colour of a level: that of what stands behind a criterion."""


class TeamPages:
    """Lays them out for the house; people outside see none of them."""

    def __init__(self, pages: Pages, outbox: Outbox, public: Binder, words: Translator) -> None:
        self._pages, self._outbox, self._public, self._words = pages, outbox, public, words

    def all(self, desks: Iterable[PersonDesk], read: SiteReadings | None) -> None:
        """Every page that the house has something for.

        Args:
            desks: what waits for whom; `read`: who has read what, where the site says it.
        """
        self._slip()
        if shown := self_assessment(self._public):
            self._assessment(shown)
        if meeting := next_meeting(self._public):
            rates = read.rates.values() if read else ()
            self._circle(circle_pack(self._public, meeting.day, desks, rates, meeting.kind))
        if self._public.registers.of(Proposal):
            self._proposals()

    def _proposals(self) -> None:
        self._pages.put(
            "proposals",
            addresses.PROPOSALS,
            title=self._words("Proposals of readers"),
            menu=quality_menu(self._public, addresses.PROPOSALS, self._words),
            shown=proposals(self._public),
        )

    def _assessment(self, shown: SelfAssessment) -> None:
        words = self._words
        self._pages.put(
            "assessment",
            addresses.ASSESSMENT,
            title=words("Self-assessment"),
            menu=quality_menu(self._public, addresses.ASSESSMENT, words),
            shown=shown,
            radar=chart_figure(assessment_radar(shown, words), words),
            level_colour=_COLOURS,
        )

    def _circle(self, pack: CirclePack) -> None:
        agenda = Agenda(pack, self._words)
        menu = quality_menu(self._public, addresses.CIRCLE, self._words)
        self._pages.put("circle", addresses.CIRCLE, title=agenda.title, agenda=agenda, menu=menu)
        dates = year_calendar(self._public, pack.calendar, self._words)
        self._outbox.put(f"pages/{addresses.CIRCLE_DATES}", dates)

    def _slip(self) -> None:
        self._pages.put(
            "slip",
            addresses.SLIP,
            title=self._words("Proposing an improvement"),
            contact=contact(self._public),
            days=self._public.organisation.commitments.proposal_days,
        )
