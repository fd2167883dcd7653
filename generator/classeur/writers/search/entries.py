"""What the search is given of each page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class SearchPassage:
    """A part of a page: its heading, the anchor that leads to it, its text without markup."""

    heading: str
    anchor: str
    text: str

    @property
    def size(self) -> int:
        """How many characters it holds."""
        return len(self.heading) + len(self.text)


@dataclass(frozen=True)
class SearchEntry:
    """A page that can be found. `reference` is None for a page that is no document; `priority` 1 is a reflex card,
    shown first among equals; 0 is everything else. `units` are those of its readers; none means everyone."""

    reference: str | None
    title: str
    url: str
    kind: str
    processes: tuple[str, ...]
    units: tuple[str, ...]
    state: str
    synonyms: tuple[str, ...]
    keywords: tuple[str, ...]
    passages: tuple[SearchPassage, ...]
    priority: int

    @cached_property
    def size(self) -> int:
        """How many characters its passages hold."""
        return sum(passage.size for passage in self.passages)
