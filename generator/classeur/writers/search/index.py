"""The search index: what the browser needs to answer, without the texts; and the texts, in small parts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from classeur.writers.memory.living import Living
from classeur.writers.memory.store import Memory
from classeur.writers.search.acronyms import Explained, explained_acronyms, explained_in
from classeur.writers.search.analysis import (
    QUESTION_WORDS,
    STOP_WORDS,
    fold,
    root,
    stem,
)
from classeur.writers.search.entries import SearchEntry, SearchPassage
from classeur.writers.search.glossary import GlossaryTerm, meanings, told
from classeur.writers.search.lay_words import broad_stem, lay_pairs
from classeur.writers.search.packing import pack_numbers, pack_words, script
from classeur.writers.search.page_words import PageWords, place_of, words_of_pages
from classeur.writers.search.postings import Postings

FORMAT = 3
PART_CHARACTERS = 36_000
"""How much text one part holds. A browser spends its time on the number of files, hardly on their length; but over a
network ten results must ask for little (ADR 0054). Only a longer passage makes a longer part."""

_ASIDE = frozenset({"documents lies", "related documents"})
"""Headings, folded, over links to other documents: they hold words and say nothing."""

_SPELT_WORD = re.compile(r"[^\W\d_]+")

__all__ = ["GlossaryTerm", "SearchEntry", "SearchPassage", "search_index"]


def search_index(
    entries: Iterable[SearchEntry],
    glossary: Iterable[GlossaryTerm],
    titles: Mapping[str, str] | None = None,
    memory: Memory | None = None,
    living: Living | None = None,
) -> dict[str, bytes]:
    """The files of the search, by name: the index, and the texts of the passages in parts.

    Args:
        titles: the words shown for a process or a unit, by its code.
        memory: the words of the pages read earlier; `living` what this program kept of its last index.
    """
    listed = sorted(entries, key=lambda entry: (entry.url, entry.reference or "", entry.title))
    alive = living or Living()
    pages = words_of_pages(listed, memory or Memory(), alive)
    words = alive.same("vocabulary", set[str]().union(*(page.words for page in pages)))
    families = alive.made("families", (words,), partial(_families, words))
    terms = tuple(glossary)
    parts = tuple(_parts(listed))
    read = [alive.made(("read", place_of(entry)), (entry,), partial(_ReadEntry.of, entry)) for entry in listed]
    spelt, explained = tuple(each.spelt for each in read), tuple(each.explained for each in read)
    index = {
        "format": FORMAT,
        "stop": " ".join(sorted(STOP_WORDS)),
        "question": " ".join(sorted(QUESTION_WORDS)),
        "pages": {**_columns(listed, pages), "aside": [each.aside for each in read]},
        "parts": pack_numbers(number for part in parts for number in (len(part.pages), part.first)),
        "words": alive.made("dictionary", (families,), partial(_dictionary, families)),
        "postings": alive.made("postings", (), Postings).packed(_stems(families), pages),
        "spelt": alive.made("spelt", spelt, partial(_spelt, spelt)),
        "glossary": alive.made("glossary", (terms,), partial(meanings, terms)),
        "told": told(terms),
        "lay": alive.made("lay", (words, families), partial(_lay, words, families)),
        "titles": dict(titles or {}),
        "acronyms": alive.made("acronyms", explained, partial(explained_acronyms, explained)),
    }
    files = {"search/index.js": script("classeurSearchIndex", index)}
    for number, part in enumerate(parts):
        files[f"search/p{number}.js"] = alive.made(("part", number), (part,), partial(_as_script, part, number))
    return files


@dataclass(frozen=True)
class _ReadEntry:
    """What the index says of one page by itself.

    Attributes:
        aside: the passage that only leads to other documents, -1 when there is none.
    """

    aside: int
    spelt: tuple[tuple[str, str], ...]
    explained: tuple[Explained, ...]

    @staticmethod
    def of(entry: SearchEntry) -> _ReadEntry:
        return _ReadEntry(_aside(entry), _spelt_in(entry), _explained_in(entry))


def _as_script(part: _Part, number: int) -> bytes:
    return script("classeurSearchPassages", _texts(part), number)


def _explained_in(entry: SearchEntry) -> tuple[Explained, ...]:
    return explained_in((entry.title, *(text for p in entry.passages for text in (p.heading, p.text))))


def _spelt_in(entry: SearchEntry) -> tuple[tuple[str, str], ...]:
    """The words of the title, of the names and of the headings: the form that the index holds, then as written."""
    texts = (entry.title, *entry.synonyms, *(passage.heading for passage in entry.passages))
    words = (word for text in texts for word in _SPELT_WORD.findall(unicodedata.normalize("NFC", text.lower())))
    return tuple((fold(word).lower(), word) for word in words)


def _spelt(told: Iterable[tuple[tuple[str, str], ...]]) -> str:
    """The words of titles, names and headings that have accents; of two that the index holds as one, the commoner."""
    counted: Counter[tuple[str, str]] = Counter()
    for pairs in told:
        counted.update(pairs)
    common = sorted(counted, key=lambda pair: (counted[pair], pair))
    spelt = {plain: word for plain, word in common if plain != word and plain.isascii() and plain.isalpha()}
    return " ".join(sorted(spelt.values()))


def _families(words: set[str]) -> list[list[tuple[str, list[str]]]]:
    """Words under their stems, stems under their roots, always in the same order."""
    stems: dict[str, list[str]] = {}
    for word in sorted(words):
        stems.setdefault(stem(word), []).append(word)
    roots: dict[str, list[tuple[str, list[str]]]] = {}
    for stemmed in sorted(stems):
        roots.setdefault(root(stemmed), []).append((stemmed, stems[stemmed]))
    return [roots[name] for name in sorted(roots)]


def _dictionary(families: Sequence[Sequence[tuple[str, list[str]]]]) -> str:
    """Families apart by a line, stems by a space; each word begins with a capital."""
    packed = iter(pack_words([word for family in families for _, words in family for word in words]))
    return "\n".join(" ".join("".join(next(packed) for _ in words) for _, words in family) for family in families)


def _stems(families: Iterable[Iterable[tuple[str, list[str]]]]) -> Iterator[str]:
    return (stemmed for family in families for stemmed, _ in family)


def _columns(entries: Sequence[SearchEntry], pages: Sequence[PageWords]) -> dict[str, object]:
    return {
        "reference": [entry.reference for entry in entries],
        "title": [entry.title for entry in entries],
        "url": [entry.url for entry in entries],
        "kind": [entry.kind for entry in entries],
        "state": [entry.state for entry in entries],
        "process": [entry.processes for entry in entries],
        "unit": [entry.units for entry in entries],
        "priority": [entry.priority for entry in entries],
        "lengths": "".join(page.packed_lengths for page in pages),
    }


def _aside(entry: SearchEntry) -> int:
    """The passage that only leads to other documents, -1 when there is none."""
    return next((number for number, each in enumerate(entry.passages) if fold(each.heading).lower() in _ASIDE), -1)


def _lay(words: set[str], families: Sequence[Sequence[tuple[str, list[str]]]]) -> list[str]:
    return _numbered(lay_pairs(words), families)


def _numbered(pairs: Iterable[tuple[str, str]], families: Sequence[Sequence[tuple[str, list[str]]]]) -> list[str]:
    """Lines « typed,typed>sought|sought »: for each word sought, the number of a family, or s and that of a stem."""
    numbers: dict[str, str] = {}
    stems = (stemmed for family in families for stemmed, _ in family)
    for number, stemmed in enumerate(stems):
        numbers.setdefault(broad_stem(stemmed), f"s{number}")
    for number, family in enumerate(families):
        short = root(family[0][0])
        if broad_stem(short) == broad_stem(family[0][0]):
            numbers[short] = str(number)
    numbered = []
    for typed, sought in pairs:
        phrases = (" ".join(numbers[word] for word in phrase.split()) for phrase in sought.split("|"))
        numbered.append(f"{typed}>{'|'.join(phrases)}")
    return numbered


@dataclass
class _Part:
    """Passages in a row, of one page or several; `first` is the place of the first of them in its page."""

    first: int = 0
    pages: list[tuple[SearchPassage, ...]] = field(default_factory=list)


def _parts(entries: Sequence[SearchEntry]) -> Iterator[_Part]:
    """All passages, cut between two pages where that is soon enough, else inside a page."""
    part = _Part()
    size = 0
    for entry in entries:
        if size + entry.size > PART_CHARACTERS and part.pages:
            yield part
            part, size = _Part(), 0
        if size + entry.size <= PART_CHARACTERS:
            part.pages.append(entry.passages)
            size += entry.size
            continue
        first = 0
        for number, passage in enumerate(entry.passages):
            if number > first and size + passage.size > PART_CHARACTERS:
                part.pages.append(entry.passages[first:number])
                yield part
                part, size, first = _Part(number), 0, number
            size += passage.size
        part.pages.append(entry.passages[first:])
    if part.pages:
        yield part


def _texts(part: _Part) -> list[list[list[str]]]:
    return [[[passage.heading, passage.anchor, passage.text] for passage in page] for page in part.pages]
