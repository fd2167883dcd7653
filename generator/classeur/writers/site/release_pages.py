"""The pages that only a ledger gives: other versions, comparisons, and what stands at an address left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from classeur.model.binder import Binder
from classeur.model.circuit import Standing
from classeur.model.history import Release
from classeur.views import addresses
from classeur.views.answers import answer, moved
from classeur.views.comparison_page import comparison_page
from classeur.views.history import has_own_page, predecessor
from classeur.views.shown import READABLE, Shown, edition, version_of
from classeur.views.timeline import Span
from classeur.wording.changed_fields import field_value, field_word
from classeur.wording.changes import change_sentence, figure_sentences
from classeur.wording.translator import Translator
from classeur.writers.site.pages import Pages
from classeur.writers.site.texts import Asked, TextRenderer


class ReleasePages:
    """Lays out, for each reference of the ledger, what is not its version in force."""

    def __init__(self, pages: Pages, renderer: TextRenderer, binder: Binder, words: Translator) -> None:
        self._pages, self._renderer, self._binder, self._words = pages, renderer, binder, words

    def asked(self) -> Iterator[Asked]:
        """The texts of the other versions, to be rendered before they are laid out."""
        for reference, found in self._binder.standings.items():
            for each in self._own_versions(reference, found):
                yield Asked(each.document, addresses.version_page(reference, each.document.version), each.release)

    def all(self, timelines: Mapping[str, tuple[Span, ...]]) -> None:
        """Every such page."""
        for reference, found in self._binder.standings.items():
            if found.history.releases:
                self._reference(reference, found, timelines[reference])
        for former in self._binder.ledger.renumbered:
            if self._binder.standing(former).history.releases:
                self._moved(former)

    def _reference(self, reference: str, found: Standing, spans: tuple[Span, ...]) -> None:
        at_home = _at_home(found)
        if at_home is None or version_of(self._binder, at_home) is None:
            address = addresses.document_page(reference)
            told = answer(self._binder, reference, spans)
            self._pages.put("answer", address, title=f"{reference} {told.title}", answer=told)
        for each in self._own_versions(reference, found):
            address = addresses.version_page(reference, each.document.version)
            self._pages.document(each, self._renderer.render(each.document, address, each.release), spans, address)
        for release in found.history.releases:
            self._comparison(reference, found, release)

    def _own_versions(self, reference: str, found: Standing) -> Iterator[Shown]:
        """The versions that have a page of their own, when their text could be read."""
        at_home = _at_home(found)
        for release in found.history.releases:
            each = edition(self._binder, reference, release) if has_own_page(found.history, release, at_home) else None
            if each is not None:
                yield each

    def _comparison(self, reference: str, found: Standing, release: Release) -> None:
        before = predecessor(found.history, release)
        if before is None:
            return
        compare = partial(comparison_page, reference=reference, before=before, after=release)
        view = self._binder.answer(f"comparison of {reference} {release.version}", compare)
        if view is None:
            return
        words = self._words
        self._pages.put(
            "comparison",
            addresses.comparison_page(reference, release.version),
            title=words("{reference}: version {version} compared", reference=reference, version=release.version),
            comparison=view,
            change_sentence=partial(change_sentence, words=words),
            figure_sentences=figure_sentences,
            field_word=partial(field_word, words=words),
            field_value=partial(field_value, organisation=self._binder.organisation, words=words),
        )

    def _moved(self, former: str) -> None:
        """The old address of a renumbered document, and those of its versions."""
        told = moved(self._binder, former)
        title = self._words("{reference}: another reference", reference=former)
        self._pages.put("moved", addresses.document_page(former), title=title, moved=told)
        for release in self._binder.standing(former).history.releases:
            if release.reference == former:
                self._pages.put("moved", addresses.version_page(former, release.version), title=title, moved=told)


def _at_home(found: Standing) -> Release | None:
    """The version that stands at the document's own address."""
    return found.in_force or found.upcoming if found.state in READABLE else None
