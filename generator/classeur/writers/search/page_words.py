"""The words of one page, packed: read once, and again only when the page has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import sub
from typing import Any

from classeur.model.kept import places_changed
from classeur.workers import shared_out
from classeur.writers.memory.imprint import digest
from classeur.writers.memory.living import Living
from classeur.writers.memory.store import Memory
from classeur.writers.search.analysis import content_words, initials, stem
from classeur.writers.search.entries import SearchEntry
from classeur.writers.search.packing import pack_number, pack_numbers

_TITLE, _NAMES, _HEADINGS, _BODY = range(4)


@dataclass(frozen=True)
class PageWords:
    """One page read.

    Attributes:
        lengths: how many words its four fields hold: title, other names, headings, body.
        words: each word that it holds.
        once: the stems that it holds once, in its text, each followed by the packed number of the passage.
        others: the other stems, each followed by its counts and passages, packed.
    """

    lengths: tuple[int, ...]
    words: tuple[str, ...]
    once: tuple[str, ...]
    others: tuple[str, ...]

    @cached_property
    def packed_lengths(self) -> str:
        """The same lengths, packed."""
        return pack_numbers(self.lengths)

    @property
    def once_in_body(self) -> Iterator[tuple[str, str]]:
        """The stems that it holds once, in its text, each with its passage."""
        return _pairs(self.once)

    @property
    def elsewhere(self) -> Iterator[tuple[str, str]]:
        """The other stems, each with its counts and passages."""
        return _pairs(self.others)


def words_of_pages(entries: Sequence[SearchEntry], memory: Memory, living: Living) -> list[PageWords]:
    """The words of each page; those that changed are read with every core.

    Args:
        living: the pages that this program read.
    """
    last = living.made("words of pages", (), _LastRead)
    places = [place_of(entry) for entry in entries]
    known: list[Any] = last.of(entries)
    asked = [number for number, words in enumerate(known) if words is None]
    imprints = {number: digest(repr(entries[number])) for number in asked}  # texts, and numbers: it tells them all
    remembered = {number: memory.get(places[number], imprints[number]) for number in asked}
    changed = [number for number, made in remembered.items() if made is None]
    for number, made in zip(changed, shared_out([entries[number] for number in changed], _packed), strict=True):
        memory.put(places[number], imprints[number], made)
        remembered[number] = made
    shared: dict[str, str] = {}
    for number, words in enumerate(known):
        if words is None:
            known[number] = _unpacked(remembered.pop(number), shared)
    memory.use(*places)
    last.keep(entries, known)
    return known


class _LastRead:
    """The pages read last, each as long as its entry is the very same."""

    def __init__(self) -> None:
        self._entries: Sequence[SearchEntry] = ()
        self._words: Sequence[PageWords] = ()

    def of(self, entries: Sequence[SearchEntry]) -> list[PageWords | None]:
        """The words of these pages; None for those that are to be read."""
        if len(entries) != len(self._entries):
            known = dict(zip(map(id, self._entries), self._words, strict=True))
            return list(map(known.get, map(id, entries)))
        found: list[PageWords | None] = list(self._words)
        for place in places_changed(self._entries, entries):
            found[place] = None
        return found

    def keep(self, entries: Sequence[SearchEntry], words: Sequence[PageWords]) -> None:
        """Keep these until the next time."""
        self._entries, self._words = entries, words


def place_of(entry: SearchEntry) -> str:
    """Under which a page is remembered."""
    return f"{entry.url} {entry.reference or ''}".strip()


class _Reading:
    """One page while it is read: the stems of each field, one after the other, and the passages that hold each.

    Attributes:
        passages: the stems in the order in which they are met.
    """

    def __init__(self) -> None:
        self.fields: tuple[list[str], ...] = ([], [], [], [])
        self.passages: dict[str, list[int]] = {}
        self.lengths = [0, 0, 0, 0]
        self.words: set[str] = set()

    def add(self, words: Sequence[str], where: int, passage: int | None = None, is_written: bool = True) -> None:
        """Count the words in one field; those that stand nowhere make it no longer."""
        self.lengths[where] += len(words) if is_written else 0
        self.words.update(words)
        stems = list(map(stem, words))
        self.fields[where].extend(stems)
        passages = self.passages
        for stemmed in dict.fromkeys(stems):
            found = passages.get(stemmed)
            if found is None:
                passages[stemmed] = [] if passage is None else [passage]
            elif passage is not None and (not found or found[-1] != passage):
                found.append(passage)


def _read(entry: SearchEntry) -> _Reading:
    page = _Reading()
    page.add(content_words(entry.title), _TITLE)
    for name in entry.synonyms:
        page.add(content_words(name), _NAMES)
    for short in sorted(set().union(*map(initials, (entry.title, *entry.synonyms)))):
        page.add([short], _NAMES, is_written=False)
    for label in (*entry.keywords, entry.kind, *entry.processes, *entry.units):
        page.add(content_words(label), _HEADINGS)
    for number, passage in enumerate(entry.passages):
        page.add(content_words(passage.heading), _HEADINGS, number)
        page.add(content_words(passage.text), _BODY, number)
    return page


def _packed(entry: SearchEntry) -> dict[str, Any]:
    """The page as it is remembered: a few long texts are quick to keep and to take up again."""
    page = _read(entry)
    *others, body = map(Counter, page.fields)
    beside = set().union(*others)
    once, elsewhere = [], []
    for stemmed, passages in page.passages.items():
        often = body.get(stemmed, 0)
        if stemmed in beside:
            counts = (*(counted.get(stemmed, 0) for counted in others), often)
            elsewhere += [stemmed, _where(counts, tuple(passages))]
        elif often == 1:
            once += [stemmed, pack_number(passages[0])]
        else:
            elsewhere += [stemmed, _where((0, 0, 0, often), tuple(passages))]
    return {
        "lengths": page.lengths,
        "words": " ".join(sorted(page.words)),
        "once": " ".join(once),
        "elsewhere": " ".join(elsewhere),
    }


@lru_cache(maxsize=100_000)
def _where(counts: tuple[int, ...], passages: tuple[int, ...]) -> str:
    title, names, headings, body = counts
    packed = min(body, 15) + 16 * (min(headings, 3) + 4 * min(names, 3) + 16 * min(title, 3))
    gaps = [*passages[:1], *map(sub, passages[1:], passages)]
    return pack_numbers((packed, len(gaps), *gaps))


def _unpacked(made: dict[str, Any], shared: dict[str, str]) -> PageWords:
    """The words of a page; a word that many pages hold stands once in memory."""

    def pieces(text: str) -> tuple[str, ...]:
        listed = text.split()
        return tuple(map(shared.setdefault, listed, listed))

    return PageWords(tuple(made["lengths"]), pieces(made["words"]), pieces(made["once"]), pieces(made["elsewhere"]))


def _pairs(flat: Iterable[str]) -> Iterator[tuple[str, str]]:
    pieces = iter(flat)
    return zip(pieces, pieces, strict=True)
