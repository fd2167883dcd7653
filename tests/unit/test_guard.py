"""The guard on « rédactionnelle »: doubt refuses, spelling and layout pass."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from classeur.model.documents import Attachment
from classeur.model.guard import DoubtReason, editorial_doubts

ROOT = Path(__file__).parents[2]
PEOPLE = frozenset({"Camille Leroy", "Alix Martin", "Maud Durand", "Noé Bernard", "Jo Petit"})
ROLES = frozenset({"Direction", "Médecin", "Référent qualité", "Infirmier", "Psychologue", "Secrétaire médicale"})


@dataclass(frozen=True)
class LabelledPair:
    id: str
    kind: str
    split: str
    dangerous: bool
    before: str
    after: str


@cache
def labelled_pairs() -> tuple[LabelledPair, ...]:
    lines = (ROOT / "tests" / "data" / "guard_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(LabelledPair(**json.loads(line)) for line in lines)


@cache
def starter_texts() -> dict[str, str]:
    files = [*(ROOT / "procedures").rglob("*.md"), *(ROOT / "manual").glob("*.md"), *(ROOT / "processes").glob("*.md")]
    return {file.name: file.read_text(encoding="utf-8").split("---\n", 2)[2] for file in sorted(files)}


def every_part() -> Iterator[str]:
    """The starter texts cut at their empty lines: what a change can touch, small enough to try every one."""
    for text in starter_texts().values():
        yield from (part for part in re.split(r"\n{2,}(?=\S)", text) if part.strip())


def doubts_of(before: str, after: str) -> tuple[DoubtReason, ...]:
    return tuple(doubt.reason for doubt in editorial_doubts(before, after, (), (), PEOPLE, ROLES))


def test_a_dangerous_change_is_refused() -> None:
    dangerous = [pair for pair in labelled_pairs() if pair.dangerous]

    assert [pair.id for pair in dangerous if not doubts_of(pair.before, pair.after)] == []


@pytest.mark.parametrize("split", ["held", "later"])
def test_nine_harmless_changes_of_ten_pass_in_the_parts_that_did_not_settle_the_rules(split: str) -> None:
    harmless = [pair for pair in labelled_pairs() if not pair.dangerous and pair.split == split]

    passed = [pair for pair in harmless if not doubts_of(pair.before, pair.after)]

    assert len(passed) >= 0.9 * len(harmless)


def test_the_labelled_set_is_large_and_holds_both_sorts() -> None:
    pairs = labelled_pairs()
    dangerous = sum(pair.dangerous for pair in pairs)

    assert len(pairs) >= 240
    assert 0.45 <= dangerous / len(pairs) <= 0.55
    assert len({pair.id for pair in pairs}) == len(pairs)


def test_no_digit_of_a_starter_text_may_change() -> None:
    missed = []
    for part in every_part():
        for found in re.finditer(r"\d", part):
            other = str((int(found[0]) + 1) % 10)
            if not doubts_of(part, part[: found.start()] + other + part[found.end() :]):
                missed.append(part[max(found.start() - 20, 0) : found.end() + 20])

    assert missed == []


def test_no_word_that_forbids_or_obliges_may_go_from_a_starter_text() -> None:
    missed = []
    for part in every_part():
        for found in re.finditer(r"\b(?:ne|pas|jamais|sauf|aucune?|sans|ni|doit|peut|avant|après)\b ?", part, re.I):
            if not doubts_of(part, part[: found.start()] + part[found.end() :]):
                missed.append(part[max(found.start() - 20, 0) : found.end() + 20])

    assert missed == []


def _with_lines_cut_otherwise(text: str) -> str:
    def cut(paragraph: str) -> str:
        lines = textwrap.wrap(paragraph, 60, break_long_words=False, break_on_hyphens=False)
        safe = all(re.match(r"[^\W\d]|«", line) for line in lines)
        return "\n".join(lines) if safe else paragraph

    parts = text.split("\n\n")
    return "\n\n".join(cut(p) if re.match(r"[^\W\d_]", p) and "\n" not in p and "|" not in p else p for p in parts)


def _outside_fences(text: str, change: Callable[[str], str]) -> str:
    parts = re.split(r"(^```.*?^```$)", text, flags=re.M | re.S)
    return "".join(part if part.startswith("```") else change(part) for part in parts)


LAYOUT: dict[str, Callable[[str], str]] = {
    "lines cut otherwise": _with_lines_cut_otherwise,
    "curly apostrophes": lambda text: _outside_fences(text, lambda part: part.replace("'", "’")),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "spaces at the end of lines": lambda text: _outside_fences(text, lambda part: part.replace("\n", "  \n")),
    "dashes made stars": lambda text: _outside_fences(text, lambda part: re.sub(r"^( *)- ", r"\1* ", part, flags=re.M)),
    "no-break spaces": lambda text: _outside_fences(text, lambda part: re.sub(r" ([:;?!»])", "\u00a0\\1", part)),
    "bold taken away": lambda text: _outside_fences(text, lambda part: part.replace("**", "")),
    "an empty line more": lambda text: text.replace("\n\n", "\n\n\n"),
}


@pytest.mark.parametrize("layout", LAYOUT)
def test_layout_and_typography_of_a_starter_text_may_change(layout: str) -> None:
    doubts = {
        name: editorial_doubts(before, LAYOUT[layout](before), (), (), PEOPLE, ROLES)
        for name, before in starter_texts().items()
    }

    assert {name: told for name, told in doubts.items() if told} == {}


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("La cellule compte trois membres.", "La cellule compte treize membres.", DoubtReason.NUMBER),
        ("Donner 5 mg.", "Donner 50 mg.", DoubtReason.DOSE_OR_UNIT),
        ("Répondre sous 48 h.", "Répondre sous 24 h.", DoubtReason.DATE_OR_DELAY),
        ("Ne pas bouger.", "Bouger.", DoubtReason.NEGATION),
        ("Il doit signer.", "Il peut signer.", DoubtReason.MODAL),
        ("Prévenir Alix Martin.", "Prévenir Maud Durand.", DoubtReason.PERSON),
        ("Le médecin signe.", "Le pharmacien signe.", DoubtReason.ROLE),
        ("Appeler le 15.", "Appeler le 18.", DoubtReason.TELEPHONE),
        ("1. Trier.\n2. Fermer.", "1. Fermer.\n2. Trier.", DoubtReason.STEP_ORDER),
        ("1. Trier.\n2. Fermer.", "1. Trier.", DoubtReason.STEP_COUNT),
        ("| A | B |\n|---|---|\n| sac | boîte |", "| A | B |\n|---|---|\n| sac | caisse |", DoubtReason.TABLE_CELL),
        ("![Tri](a.png)", "![Tri](b.png)", DoubtReason.PICTURE),
        ("[Tri](a.md)", "[Tri](b.md)", DoubtReason.LINK),
        ("Rincer.", "Rincer abondamment.", DoubtReason.WORD_ADDED),
        ("Rincer abondamment.", "Rincer.", DoubtReason.WORD_REMOVED),
        ("Rincer la plaie.", "Sécher la plaie.", DoubtReason.WORD_REPLACED),
    ],
)
def test_a_doubt_says_what_may_have_changed(before: str, after: str, reason: DoubtReason) -> None:
    assert doubts_of(before, after)[0] is reason


def test_a_doubt_shows_the_sentence_and_its_line() -> None:
    before = "## Suite\n\nNoter l'heure. Donner 5 mg au patient. Appeler."
    after = "## Suite\n\nNoter l'heure. Donner 50 mg au patient. Appeler."

    [doubt] = editorial_doubts(before, after, (), ())

    assert (doubt.before, doubt.after, doubt.line) == ("5", "50", 3)
    assert doubt.sentence == "Donner 50 mg au patient."


def test_a_picture_replaced_under_the_same_name_is_a_doubt() -> None:
    body = "![Tri](images/tri.png)\n"

    [doubt] = editorial_doubts(body, body, (Attachment("images/tri.png", "aa"),), (Attachment("images/tri.png", "bb"),))

    assert (doubt.reason, doubt.line) == (DoubtReason.PICTURE, 1)


def test_an_annex_that_went_is_a_doubt() -> None:
    [doubt] = editorial_doubts("Voir.\n", "Voir.\n", (Attachment("annexe.pdf", "aa"),), ())

    assert (doubt.reason, doubt.before, doubt.after) == (DoubtReason.ATTACHMENT, "annexe.pdf (aa)", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Le patient peut être levé.", "Le patient peut-être levé."),
        ("Les dix, huit fois.", "Les dix-huit fois."),
        ("Donner le comprimé.", "Donner les comprimés."),
        ("Donner leur dose.", "Donner leurs doses."),
        ("À surveiller par l'infirmier.", "A surveillé par l'infirmier."),
        ("Rester à jeun.", "Rester à jeun. Ne pas boire."),
        ("- Trier\n    - Fermer", "- Trier\n- Fermer"),
        ("1. Trier.\n2. Fermer.", "1. Trier.\n5. Fermer."),
        ("- Trier\n- Fermer", "1. Trier\n2. Fermer"),
        ("Il note `a.b`.", "Il note `a_b`."),
        ("Côté gauche.", "Côte gauche."),
        ("La dose est de 10² unités.", "La dose est de 102 unités."),
    ],
)
def test_what_looks_like_spelling_and_changes_the_sense_is_refused(before: str, after: str) -> None:
    assert doubts_of(before, after)
