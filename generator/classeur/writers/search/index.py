"""The search index: what the browser needs to answer, without the texts; and the texts, in small parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter

from classeur.model.kept import Kept
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
from classeur.writers.search.counts import Counts
from classeur.writers.search.entries import SearchEntry, SearchPassage
from classeur.writers.search.glossary import GlossaryTerm, meanings, told
from classeur.writers.search.lay_words import broad_stem, lay_pairs
from classeur.writers.search.packing import as_literal, members, pack_numbers, pack_words, script
from classeur.writers.search.page_words import PageWords, words_of_pages
from classeur.writers.search.postings import Postings

FORMAT = 3
PART_CHARACTERS = 36_000
"""How much text one part holds. A browser spends its time on the number of files, hardly on their length; but over a
network ten results must ask for little (ADR 0054). Only a longer passage makes a longer part."""

_ASIDE = frozenset({"documents lies", "related documents"})
"""Headings, folded, over links to other documents: they hold words and say nothing."""

_Spelt = tuple[str, str]
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
    alive = living or Living()
    kept = alive.made("kept for the search", (), Kept)
    listed = _in_order(tuple(entries), kept)
    pages = words_of_pages(listed, memory or Memory(), alive)
    vocabulary = alive.made("vocabulary", (), Counts[str]).of([page.words for page in pages])
    words = alive.same("words", frozenset(vocabulary))
    families = alive.made("families", (words,), partial(_families, words))
    parts = tuple(_parts(listed))
    read = kept.of_each("read", (), _ReadEntry.of, listed)
    index: dict[str, object] = {
        "format": FORMAT,
        "stop": " ".join(sorted(STOP_WORDS)),
        "question": " ".join(sorted(QUESTION_WORDS)),
        "parts": pack_numbers(number for part in parts for number in (len(part.pages), part.first)),
        "words": alive.made("dictionary", (families,), partial(_dictionary, families)),
        "postings": alive.made("postings", (), Postings).packed(_stems(families), pages),
        "lay": alive.made("lay", (words, families), partial(_lay, words, families)),
        "titles": dict(titles or {}),
        **_glossary(tuple(glossary), alive),
        **_spelling(read, kept, alive),
    }
    columns = members(_literals(_columns(listed, pages, read, kept), kept.part("columns")))
    literals = _literals(index, kept) | {"pages": columns}
    files = {"search/index.js": script("classeurSearchIndex", members(literals))}
    for number, part in enumerate(parts):
        files[f"search/p{number}.js"] = alive.made(("part", number), (part,), partial(_as_script, part, number))
    return files


def _glossary(terms: tuple[GlossaryTerm, ...], alive: Living) -> dict[str, object]:
    """The words of the house, for who types one of them."""
    return {"glossary": alive.made("glossary", (terms,), partial(meanings, terms)), "told": told(terms)}


def _spelling(read: Sequence[_ReadEntry], kept: Kept, alive: Living) -> dict[str, object]:
    """How the pages spell words, and what they say that acronyms stand for."""
    spelt = kept.of_each("spelt", (), attrgetter("spelt"), read)
    explained = kept.of_each("explained", (), attrgetter("explained"), read)
    counts = alive.made("counts of spelt", (), Counts[_Spelt])
    return {
        "spelt": kept.of("spelt", "", (spelt,), lambda: _accented(counts.of(spelt))),
        "acronyms": kept.of("acronyms", "", (explained,), lambda: explained_acronyms(explained)),
    }


def _literals(values: Mapping[str, object], kept: Kept) -> dict[str, str]:
    """Each value as a script says it; what is the very same is not written again."""
    return {name: kept.of("literal", name, (value,), partial(as_literal, value)) for name, value in values.items()}


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
    return script("classeurSearchPassages", as_literal(_texts(part)), number)


def _explained_in(entry: SearchEntry) -> tuple[Explained, ...]:
    return explained_in((entry.title, *(text for p in entry.passages for text in (p.heading, p.text))))


def _spelt_in(entry: SearchEntry) -> tuple[tuple[str, str], ...]:
    """The words of the title, of the names and of the headings: the form that the index holds, then as written."""
    texts = (entry.title, *entry.synonyms, *(passage.heading for passage in entry.passages))
    words = (word for text in texts for word in _SPELT_WORD.findall(unicodedata.normalize("NFC", text.lower())))
    return tuple((fold(word).lower(), word) for word in words)


def _accented(counted: Mapping[_Spelt, int]) -> str:
    """The words of titles, names and headings that have accents; of two that the index holds as one, the commoner."""
    common = sorted(counted, key=lambda pair: (counted[pair], pair))
    spelt = {plain: word for plain, word in common if plain != word and plain.isascii() and plain.isalpha()}
    return " ".join(sorted(spelt.values()))


def _families(words: Iterable[str]) -> list[list[tuple[str, list[str]]]]:
    """Words under their stems, stems under their roots, always in the same order."""
    stems: dict[str, list[str]] = {}
    ordered = sorted(words)
    for word, stemmed in zip(ordered, map(stem, ordered), strict=True):
        stems.setdefault(stemmed, []).append(word)
    roots: dict[str, list[tuple[str, list[str]]]] = {}
    listed = sorted(stems)
    for stemmed, short in zip(listed, map(root, listed), strict=True):
        roots.setdefault(short, []).append((stemmed, stems[stemmed]))
    return [roots[name] for name in sorted(roots)]


def _dictionary(families: Sequence[Sequence[tuple[str, list[str]]]]) -> str:
    """Families apart by a line, stems by a space; each word begins with a capital."""
    packed = pack_words([word for family in families for _, words in family for word in words])
    lines, place = [], 0
    for family in families:
        told = []
        for _, words in family:
            told.append("".join(packed[place : place + len(words)]))
            place += len(words)
        lines.append(" ".join(told))
    return "\n".join(lines)


def _stems(families: Iterable[Iterable[tuple[str, list[str]]]]) -> Iterator[str]:
    return (stemmed for family in families for stemmed, _ in family)


def _in_order(entries: tuple[SearchEntry, ...], kept: Kept) -> tuple[SearchEntry, ...]:
    keys = kept.of_each("keys", (), lambda entry: (entry.url, entry.reference or "", entry.title), entries)
    order = kept.of("order", "", (keys,), lambda: sorted(range(len(keys)), key=keys.__getitem__))
    return tuple(map(entries.__getitem__, order))


def _columns(
    entries: Sequence[SearchEntry], pages: Sequence[PageWords], read: Sequence[_ReadEntry], kept: Kept
) -> dict[str, object]:
    """What the index says of each page, side by side; the very same column while nothing in it has changed."""
    columns: dict[str, object] = {
        name: kept.of_each(f"column {name}", (), attrgetter(name), entries) for name in _COLUMNS
    }
    lengths = kept.of_each("lengths", (), attrgetter("packed_lengths"), pages)
    return columns | {
        "process": kept.of_each("processes", (), attrgetter("processes"), entries),
        "unit": kept.of_each("units", (), attrgetter("units"), entries),
        "lengths": kept.of("all lengths", "", (lengths,), lambda: "".join(lengths)),
        "aside": kept.of_each("aside", (), attrgetter("aside"), read),
    }


_COLUMNS = ("reference", "title", "url", "kind", "state", "priority")


def _aside(entry: SearchEntry) -> int:
    """The passage that only leads to other documents, -1 when there is none."""
    return next((number for number, each in enumerate(entry.passages) if fold(each.heading).lower() in _ASIDE), -1)


def _lay(words: frozenset[str], families: Sequence[Sequence[tuple[str, list[str]]]]) -> list[str]:
    return _numbered(lay_pairs(words), families)


def _numbered(pairs: Iterable[tuple[str, str]], families: Sequence[Sequence[tuple[str, list[str]]]]) -> list[str]:
    """Lines « typed,typed>sought|sought »: for each word sought, the number of a family, or s and that of a stem."""
    listed = tuple(pairs)
    sought_words = {word for _, sought in listed for phrase in sought.split("|") for word in phrase.split()}
    numbers: dict[str, str] = {}
    for number, broad in enumerate(map(broad_stem, _stems(families))):
        if broad in sought_words:
            numbers.setdefault(broad, f"s{number}")
    for number, short in enumerate(map(root, (family[0][0] for family in families))):
        if short in sought_words and broad_stem(short) == broad_stem(families[number][0][0]):
            numbers[short] = str(number)
    numbered = []
    for typed, sought in listed:
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
