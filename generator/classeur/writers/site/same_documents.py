"""The documents of which nothing has changed since the last run of this program: nobody looks at their pages again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from classeur.model.findings import Fault
from classeur.model.kept import Kept, places_changed
from classeur.views import addresses
from classeur.views.shown import Shown
from classeur.views.timeline import Span
from classeur.writers.memory.living import Living
from classeur.writers.search.entries import SearchEntry
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages, staged_name
from classeur.writers.site.texts import TextRenderer

_Place = TypeVar("_Place")
_MOST_CHANGED = 0.1
"""Beyond that share of changed documents, all are looked at one by one."""


@dataclass(frozen=True)
class LaidOut:
    """What one document gave: what the search says of it, and the faults met in its text."""

    entry: SearchEntry
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class _Listed:
    """All documents in their order, side by side: what each was given, and what it gave."""

    given: tuple[tuple[object, ...], ...]
    gave: tuple[LaidOut, ...]


class SameDocuments:
    """Knows the documents whose page, text and search entry stand as the last run left them.

    A document is the same when it is given the same: what all documents share (`Pages.shared_by_documents`,
    `TextRenderer.shared_by_texts`), and its own part (`Pages.own_parts`). Those that are given the very same objects as
    at the last run are passed over together.
    """

    def __init__(
        self,
        alive: Living,
        pages: Pages,
        renderer: TextRenderer,
        outbox: Outbox,
        listed: tuple[Shown, ...],
        spans: tuple[tuple[Span, ...], ...],
        kept: Kept,
    ) -> None:
        """Look at the documents of a run; `spans` are the days of each, `kept` what was found in them last."""
        self._kept = kept
        self._alive, self._renderer, self._outbox = alive, renderer, outbox
        self._shared = alive.same("shared", (*pages.shared_by_documents, *renderer.shared_by_texts))
        self._addresses = kept.of_each("addresses", (), lambda each: addresses.document_page(each.reference), listed)
        self._given = listed, spans, pages.own_parts(listed)
        self.known: list[LaidOut | None] = self._all_known()

    @property
    def to_lay_out(self) -> Iterable[int]:
        """The places of the documents that are to be looked at."""
        return [place for place, known in enumerate(self.known) if known is None]

    def keep(self, place: int, entry: SearchEntry, faults: tuple[Fault, ...]) -> None:
        """Remember what a document gave."""
        known = self.known[place] = LaidOut(entry, faults)
        self._alive.keep(("document", self._addresses[place]), self._given_at(place), known)

    def end(self) -> None:
        """Remember what they gave together, once each is kept."""
        gave = tuple(filter(None, self.known))
        if self._alive.is_long and len(gave) == len(self.known):
            self._alive.keep("documents", (self._shared,), _Listed(self._given, gave))

    def _all_known(self) -> list[LaidOut | None]:
        last = self._alive.known("documents", (self._shared,))
        everywhere = range(len(self._addresses))
        if not isinstance(last, _Listed) or len(last.gave) != len(self._addresses):
            return list(map(self._known, everywhere))
        others = set().union(*map(places_changed, last.given, self._given))
        if len(others) > _MOST_CHANGED * len(self._addresses):
            return list(map(self._known, everywhere))
        found: list[LaidOut | None] = list(last.gave)
        for place in others | self._touched(others):
            found[place] = self._known(place)
        return found

    def _touched(self, others: Collection[int]) -> set[int]:
        """Those but these others that do not stand as they were left; the rest is kept."""
        turned = sorted(others, reverse=True)

        def but_others(kind: str, make: Callable[[str], _Place]) -> list[_Place]:
            of = self._addresses
            listed = list(self._kept.of("places", kind, (of,), lambda: tuple(map(make, of))))
            for place in turned:
                del listed[place]
            return listed

        def of_kind(kind: str) -> list[tuple[str, str]]:
            return but_others(kind, lambda address: (kind, address))

        self._alive.still_all(of_kind("document"))
        self._alive.still_all(of_kind("entry"))
        self._renderer.memory.use(*but_others("address", str))
        stand = (
            self._alive.still_all(of_kind("text")),
            self._alive.still_all(of_kind("page text")),
            self._outbox.still_all(but_others("name", staged_name)),
        )
        if all(map(all, stand)):
            return set()
        places = [place for place in range(len(self._addresses)) if place not in others]
        return {place for place, *are_there in zip(places, *stand, strict=True) if not all(are_there)}

    def _known(self, place: int) -> LaidOut | None:
        """What the last run laid out for a document, when its page still stands; None when it is to be looked at."""
        address = self._addresses[place]
        known = self._alive.known(("document", address), self._given_at(place))
        if not isinstance(known, LaidOut) or not self._renderer.still(address):
            return None
        if not self._outbox.still(staged_name(address)):
            return None
        self._alive.still(("entry", address))
        return known

    def _given_at(self, place: int) -> tuple[object, ...]:
        return (self._shared, *(column[place] for column in self._given))
