"""The documents of which nothing has changed since the last run of this program: nobody looks at their pages again."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.model.findings import Fault
from classeur.views import addresses
from classeur.views.shown import Shown
from classeur.views.timeline import Span
from classeur.writers.memory.living import Living
from classeur.writers.search.entries import SearchEntry
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages, staged_name
from classeur.writers.site.texts import TextRenderer


@dataclass(frozen=True)
class LaidOut:
    """What one document gave: what the search says of it, and the faults met in its text."""

    entry: SearchEntry
    faults: tuple[Fault, ...]


class SameDocuments:
    """Knows the documents whose page, text and search entry stand as the last run left them.

    A document is the same when it is given the same: what all documents share (`Pages.shared_by_documents`,
    `TextRenderer.shared_by_texts`), and its own part (`Pages.own_part`).
    """

    def __init__(self, alive: Living, pages: Pages, renderer: TextRenderer, outbox: Outbox) -> None:
        self._alive, self._pages, self._renderer, self._outbox = alive, pages, renderer, outbox
        self._shared = alive.same("shared", (*pages.shared_by_documents, *renderer.shared_by_texts))

    def known(self, each: Shown, spans: tuple[Span, ...]) -> LaidOut | None:
        """What the last run laid out for a document, when its page still stands; None when it is to be looked at."""
        address = addresses.document_page(each.reference)
        known = self._alive.known(("document", address), self._given(each, spans))
        if not isinstance(known, LaidOut) or not self._renderer.still(address):
            return None
        if not self._outbox.still(staged_name(address)):
            return None
        self._alive.still(("entry", address))
        return known

    def keep(self, each: Shown, spans: tuple[Span, ...], entry: SearchEntry, faults: tuple[Fault, ...]) -> LaidOut:
        """Remember what a document gave."""
        address, laid_out = addresses.document_page(each.reference), LaidOut(entry, faults)
        self._alive.keep(("document", address), self._given(each, spans), laid_out)
        return laid_out

    def _given(self, each: Shown, spans: tuple[Span, ...]) -> tuple[object, ...]:
        return self._shared, each, spans, *self._pages.own_part(each)
