"""Acronyms: explained on the page, and by whom."""

from __future__ import annotations

import pytest

from classeur.model.acronyms import is_explained_at, is_roman, meanings_of
from classeur.model.glossary import Term
from classeur.writers.site.abbreviations import with_abbreviations
from classeur.writers.site.searchable import plain_text

FEI = {"FEI": "Fiche d'événement indésirable", "AES": "Accident d'exposition au sang"}


def test_the_first_mention_of_an_acronym_tells_what_it_stands_for() -> None:
    marked = with_abbreviations("<p>Remplir la FEI. La FEI part au référent.</p>", FEI)

    assert marked == (
        '<p>Remplir la <abbr title="Fiche d&#x27;événement indésirable">FEI</abbr>. La FEI part au référent.</p>'
    )


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="x.html">La FEI</a>',
        "<code>FEI</code>",
        "<pre><code>a = <span>FEI</span></code></pre>",
        '<h3 id="FEI">FEI</h3>',
        '<p title="la FEI">rien</p>',
        '<abbr title="autre">FEI</abbr>',
        "<svg><text>FEI</text></svg>",
        "<p>PR-FEI-001, FEI-2, /FEI, x@FEI</p>",
        "<p>fei, Fei, FEIS</p>",
    ],
)
def test_links_code_headings_and_references_stay_as_they_are(markup: str) -> None:
    assert with_abbreviations(markup, FEI) == markup


def test_a_text_after_a_link_is_explained_again() -> None:
    marked = with_abbreviations('<p><a href="x">FEI</a><br/>et un AES</p>', FEI)

    assert marked == '<p><a href="x">FEI</a><br/>et un <abbr title="Accident d&#x27;exposition au sang">AES</abbr></p>'


def test_a_hostile_meaning_stays_in_its_attribute() -> None:
    marked = with_abbreviations("<p>AES</p>", {"AES": '"><script>alert(1)</script>'})

    assert "<script>" not in marked


def test_an_acronym_explained_reads_the_same_in_the_search() -> None:
    assert plain_text(with_abbreviations("<p>l'AES, (FEI)</p>", FEI)) == "l'AES, (FEI)"


def test_two_meanings_of_an_acronym_are_both_told() -> None:
    glossary = [
        Term("EVA", ("Échelle visuelle analogique",)),
        Term("EVA", ("Enquête vaccinale",)),
        Term("chute", ("…",)),
    ]

    assert meanings_of(glossary) == {"EVA": "Échelle visuelle analogique / Enquête vaccinale"}


@pytest.mark.parametrize(
    "line",
    [
        "Le groupement hospitalier de territoire (GHT) décide.",
        "Le GHT (groupement hospitalier de territoire) décide.",
        "Le groupement hospitalier de territoire « GHT » décide.",
    ],
)
def test_a_line_may_explain_its_acronym(line: str) -> None:
    start = line.index("GHT")

    assert is_explained_at(line, start, start + 3)


@pytest.mark.parametrize("line", ["Le GHT décide.", "Le GHT (3) décide.", "Prévenir (GHT)."])
def test_a_line_may_leave_its_acronym_unexplained(line: str) -> None:
    start = line.index("GHT")

    assert not is_explained_at(line, start, start + 3)


@pytest.mark.parametrize(("word", "roman"), [("IV", True), ("XIV", True), ("CRIP", False), ("", False)])
def test_roman_figures_are_no_acronyms(word: str, roman: bool) -> None:
    assert is_roman(word) is roman
