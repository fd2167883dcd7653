"""The files of the search: small, the same every time, safe whatever a title holds."""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

import pytest

from classeur.writers.search import SearchEntry, SearchPassage, search_index
from classeur.writers.search.acronyms import explained_acronyms, explained_in
from classeur.writers.search.packing import pack_number

HOSTILE = '</script><b>"L\'œuvre" \\ 😀 \u2028\u2029 \ud800 ${x} <!--'


@dataclass(frozen=True)
class Term:
    """A line of the glossary."""

    term: str
    means: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()


def an_entry(title: str = "Évaluer la douleur", **given: Any) -> SearchEntry:
    entry = SearchEntry(
        reference=None,
        title=title,
        url="d/x/",
        kind="Procédure",
        processes=(),
        units=(),
        state="applicable",
        synonyms=(),
        keywords=(),
        passages=(SearchPassage("Objet", "objet", "Le texte."),),
        priority=0,
    )
    return replace(entry, **given)


def data_of(script: bytes) -> Any:
    """What the browser reads: a JavaScript string in single quotes, then JSON."""
    literal = re.search(r"'(.*)'\);\n$", script.decode("ascii"), re.DOTALL)
    assert literal
    plain = re.sub(
        r"\\(u[0-9a-f]{4}|x[0-9a-f]{2}|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else m[1], literal[1]
    )
    return json.loads(plain)


def test_the_same_entries_give_the_same_bytes_in_any_order() -> None:
    entries = [an_entry(f"Titre {number}", url=f"d/{number}/") for number in range(40)]

    assert search_index(entries, []) == search_index(entries[::-1], [])


def test_the_scripts_hold_ascii_only_and_close_no_script_element() -> None:
    files = search_index([an_entry(HOSTILE, passages=(SearchPassage(HOSTILE, "a", HOSTILE),))], [])

    assert all(content.isascii() and b"<" not in content for content in files.values())


def test_a_hostile_title_comes_back_unchanged() -> None:
    files = search_index([an_entry(HOSTILE)], [])

    [title] = data_of(files["search/index.js"])["pages"]["title"]
    assert title.encode("utf-16", "surrogatepass") == HOSTILE.encode("utf-16", "surrogatepass")


def test_the_index_holds_no_text_of_a_passage() -> None:
    files = search_index([an_entry(passages=(SearchPassage("", "", "Ne pas donner de paracétamol."),))], [])

    assert b"donner de" not in files["search/index.js"]
    assert b"donner de" in files["search/p0.js"]


def test_long_texts_are_parted_so_that_a_result_asks_for_little() -> None:
    entries = [an_entry(url=f"d/{n}/", passages=(SearchPassage("", "", "mot " * 1000),)) for n in range(27)]

    assert sorted(search_index(entries, [])) == ["search/index.js", "search/p0.js", "search/p1.js", "search/p2.js"]


def test_one_document_of_hundreds_of_pages_is_parted_too() -> None:
    chapters = tuple(SearchPassage(f"Chapitre {n}", f"c{n}", "mot " * 1000) for n in range(200))

    files = search_index([an_entry(passages=chapters)], [])

    assert max(len(content) for name, content in files.items() if name.startswith("search/p")) < 40_000


def test_an_empty_site_has_an_index_too() -> None:
    assert list(search_index([], [])) == ["search/index.js"]


def test_two_meanings_of_one_acronym_stay_apart() -> None:
    glossary = [Term("EVA", means=("échelle visuelle", "enquête vaccinale"))]

    pairs = data_of(search_index([], glossary)["search/index.js"])["glossary"]

    assert ("echel visuel", "enquet vaccinal") not in {(typed, sought) for typed, sought, _ in pairs}


def test_an_everyday_word_leads_to_the_number_of_a_family() -> None:
    data = data_of(search_index([an_entry("Lombalgie")], [])["search/index.js"])

    [family] = {
        sought for typed, _, sought in (line.partition(">") for line in data["lay"]) if "mal dos" in typed.split(",")
    }
    assert data["words"].split("\n")[int(family)].endswith("lombalgie")


def test_a_misspelling_leads_to_its_term_and_never_back() -> None:
    pairs = data_of(search_index([], [Term("douleur", misspellings=("doulheur",))])["search/index.js"])["glossary"]

    assert pairs == [["doulheu", "douleu", 9]]


@pytest.mark.parametrize(
    "text",
    ["Le défibrillateur automatisé externe (DAE) est ici.", "DAE (défibrillateur automatisé externe)"],
)
def test_an_acronym_explained_in_a_text_is_known(text: str) -> None:
    assert explained_acronyms([explained_in([text])]) == [("dae", "defibrillateu automati extern")]


def test_a_bracket_that_explains_nothing_is_no_acronym() -> None:
    assert explained_acronyms([explained_in(["Le texte en vigueur (HAS), puis (DAE)."])]) == []


@pytest.mark.parametrize(("value", "length"), [(0, 1), (44, 1), (45, 2), (2024, 2), (2025, 3), (10**9, 6)])
def test_small_numbers_are_short(value: int, length: int) -> None:
    assert len(pack_number(value)) == length


def test_a_thousand_documents_of_eight_hundred_words_stay_under_a_megabyte() -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("aeioulnrstcdmp", k=chance.randint(4, 11))) for _ in range(15_000)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))

    def a_text(length: int) -> str:
        """Every second word a small one, as in French."""
        return " de ".join(chance.choices(words, cum_weights=weights, k=length // 2))

    entries = [
        an_entry(a_text(8), url=f"d/{n:04}/", passages=tuple(SearchPassage("", "", a_text(100)) for _ in range(8)))
        for n in range(1000)
    ]

    assert len(gzip.compress(search_index(entries, [])["search/index.js"])) < 1_000_000
