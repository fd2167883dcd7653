"""The pages of the standards that the house follows: what stands behind each criterion, and the gaps."""

from __future__ import annotations

from functools import partial
from posixpath import dirname

from classeur.model.binder import Binder
from classeur.views import addresses
from classeur.views.coverage import StandardCoverage, coverages
from classeur.wording.coverage import coverage_table, coverage_word, source_title
from classeur.wording.translator import Translator
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages
from classeur.writers.site.quality_menu import quality_menu
from classeur.writers.tables import TABLE_FORMATS


class StandardPages:
    """Lays out the coverage of each standard; nothing when the house follows none."""

    def __init__(self, pages: Pages, outbox: Outbox, binder: Binder, public: Binder, words: Translator) -> None:
        self._pages, self._outbox, self._binder, self._public, self._words = pages, outbox, binder, public, words

    def all(self) -> None:
        """The list of the standards, then each with its matrix, on a page and in files."""
        found = coverages(self._binder, self._public, self._pages.rows)
        if not found:
            return
        menu = quality_menu(self._public, addresses.STANDARDS, self._words)
        self._pages.put("standards", addresses.STANDARDS, title=self._words("Standards"), standards=found, menu=menu)
        for each in found:
            self._standard(each)

    def _standard(self, shown: StandardCoverage) -> None:
        words = self._words
        self._pages.put(
            "standard",
            shown.address,
            title=shown.title,
            standard=shown,
            as_of=self._binder.today,
            file=f"{dirname(shown.address)}/{shown.slug}",
            coverage_word=partial(coverage_word, words=words),
            source_title=partial(source_title, words=words),
        )
        table = coverage_table(shown, self._public.organisation.name, self._binder.today, words)
        for suffix, as_bytes in TABLE_FORMATS.items():
            self._outbox.put(f"pages/{dirname(shown.address)}/{table.name}{suffix}", as_bytes(table))
