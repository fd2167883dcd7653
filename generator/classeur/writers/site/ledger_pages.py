"""The pages about the house's ledger and its work: what waits for whom, and how to check what one reads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from classeur.model.binder import Binder
from classeur.model.findings import Finding
from classeur.views import addresses
from classeur.views.desk import cumuls, desk, is_on_the_site, public
from classeur.views.reading_rates import SiteReadings
from classeur.views.verification import verification
from classeur.wording.desk import act_title
from classeur.wording.translator import Translator
from classeur.writers.site.pages import Pages


class LedgerPages:
    """Lays out the desk, which speaks of working texts too, and the page that says how to check a released one."""

    def __init__(self, pages: Pages, binder: Binder, public: Binder, words: Translator) -> None:
        self._pages, self._binder, self._public, self._words = pages, binder, public, words

    def verification(self) -> None:
        """How anybody can check a text."""
        self._pages.put(
            "verification",
            addresses.VERIFICATION,
            title=self._words("Checking a text"),
            verification=verification(self._public),
        )

    def desk(self, findings: Iterable[Finding], read: SiteReadings | None) -> None:
        """What waits for whom, where the house is small enough to name people."""
        if not is_on_the_site(self._binder):
            return
        self._pages.put(
            "desk",
            addresses.DESK,
            title=self._words("To do"),
            desks=public(desk(self._binder, findings, read)),
            cumuls=cumuls(self._binder),
            act_title=partial(act_title, words=self._words),
        )
