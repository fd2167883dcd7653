"""The pages on which a team works together: proposals of readers, self-assessment, the next meeting."""

from __future__ import annotations

from classeur.model.binder import Binder
from classeur.model.registers.proposals import Proposal
from classeur.views import addresses
from classeur.views.contact import contact
from classeur.views.proposals import proposals
from classeur.wording.translator import Translator
from classeur.wording.values import worded
from classeur.writers.site.pages import Pages


class TeamPages:
    """Lays them out for the house; people outside see none of them."""

    def __init__(self, pages: Pages, public: Binder, words: Translator) -> None:
        self._pages, self._public, self._words = pages, public, words

    def all(self) -> None:
        """Every page that the house has something for."""
        self._slip()
        if self._public.registers.of(Proposal):
            self._proposals()

    def _proposals(self) -> None:
        self._pages.put(
            "proposals",
            addresses.PROPOSALS,
            title=self._words("Proposals of readers"),
            shown=proposals(self._public),
            worded=lambda value: worded(value, self._words),
        )

    def _slip(self) -> None:
        self._pages.put(
            "slip",
            addresses.SLIP,
            title=self._words("Proposing an improvement"),
            contact=contact(self._public),
            days=self._public.organisation.commitments.proposal_days,
        )
