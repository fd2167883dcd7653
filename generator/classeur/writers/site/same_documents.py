"""The documents of which nothing has changed since the last run of this program: nobody looks at their pages again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count

from classeur.model.findings import Fault
from classeur.model.kept import places_changed
from classeur.views.shown import Shown
from classeur.views.timeline import Span
from classeur.writers.memory.living import Living
from classeur.writers.search.entries import SearchEntry
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages, staged_name
from classeur.writers.site.texts import TextRenderer

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
    ) -> None:
        """Look at the documents of a run; `spans` are the days of each."""
        self._alive, self._renderer, self._outbox = alive, renderer, outbox
        self._shared = alive.same("shared", (*pages.shared_by_documents, *renderer.shared_by_texts))
        self._addresses = pages.addresses_of(listed)
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
        for place in others | self._touched([place not in others for place in everywhere]):
            found[place] = self._known(place)
        return found

    def _touched(self, are_same: Sequence[bool]) -> set[int]:
        """Those of these documents that do not stand as they were left; the others are kept."""
        places = list(compress(count(), are_same))
        addresses = list(compress(self._addresses, are_same))
        self._alive.still_all([("document", address) for address in addresses])
        self._alive.still_all([("entry", address) for address in addresses])
        stand = self._renderer.still_all(addresses), self._outbox.still_all(list(map(staged_name, addresses)))
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
