"""Changed figures in words: « délai : 48 h → 24 h »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from classeur.model.comparison.changes import Change, ChangeKind

_UNITS = (
    r"(?:mg|µg|μg|mcg|g|kg|ml|mL|cl|cL|dl|dL|l|L|UI|UI|mmHg|bars?|cm|mm|m|%|°\s?C|°|gouttes?|comprimés?|gélules?|"
    r"ampoules?|flacons?|sachets?|bouffées?|doses?|litres?|grammes?|h|min|s|heures?|minutes?|secondes?|"
    r"jours?(?:\souvrés|\souvrables)?|semaines?|mois|ans?|années?|fois|pages?|personnes?|patients?|cas|€|euros?)"
)
_PER = r"(?:\s?/\s?(?:kg|j|h|min|mL|ml|L|l|jour|mois|an)|\spar\s(?:jour|heure|minute|semaine|mois|an|prise|kg))?"
_WORDED = (
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|"
    "cinquante|soixante|cent|mille|une|demi"
)
_FIGURE = re.compile(
    rf"(?<![\w,.])(?:[+−±<>≤≥]\s?)?(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+|\d+)(?:[.,/:]\d+)*"
    rf"(?:\s?h\s?\d\d(?!\d))?(?:\s?{_UNITS}{_PER}(?!\w))?"
    rf"|(?<!\w)(?:(?:{_WORDED})(?:[- ](?:et[- ])?(?:{_WORDED}))*)(?:[\s-]{_UNITS}{_PER}(?!\w))",
    re.I,
)
_NOUN = re.compile(r"([^\W\d_][\w’'-]*)[^\w.;,|()!?]*$")
_PASSED_OVER = re.compile(
    r"(?:\s|[:=«»*]|\b(?:de|d['’]|du|des|à|au|aux|est|sont|sous|moins|plus|environ|maximum|minimum|maximal|minimal|"
    r"maximale|minimale|fixé|fixée|les|la|le|l['’]|en|dans|par|entre|pendant|toutes|tous|ramené|porté|plafonné|jusqu['’])\b"
    r"|[dl]['’])+$",
    re.I,
)
_SMALL = frozenset({"plus", "moins", "puis", "avec", "pour", "sans", "mais", "avant", "après", "toutes", "tous", "que"})
_CLAUSE = re.compile(r"[.;,|()!?](?=\s|$)")
_LONG_JUMP = re.compile(r"\b(?:les|la|le|dans|en|par|pendant|toutes|tous|entre|sous)\b|l['’]", re.I)


@dataclass(frozen=True)
class Figure:
    """A number that changed: the noun it belongs to when the sentence gives one, the old value, the new one."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class _Found:
    text: str
    label: str
    key: str


def figures(change: Change) -> tuple[Figure, ...]:
    """The numbers that a change replaced, in order; a number that only came or went is not among them."""
    if change.kind is not ChangeKind.CHANGED:
        return ()
    old, new = tuple(_figures(change.before)), tuple(_figures(change.after))
    matcher = SequenceMatcher(None, [found.key for found in old], [found.key for found in new], autojunk=False)
    changed: list[Figure] = []
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "replace":
            pairs = zip(old[i:i_end], new[j:j_end], strict=False)
            changed += [Figure(after.label or before.label, before.text, after.text) for before, after in pairs]
    return tuple(changed)


def _figures(text: str) -> Iterator[_Found]:
    for match in _FIGURE.finditer(text):
        value = " ".join(match[0].split())
        yield _Found(value, _label(text[: match.start()]), re.sub(r"\s", "", value))


def _label(before: str) -> str:
    """The noun just before a number in its clause: « délai » in « délai : » or « délai de »."""
    ends = [match.end() for match in _CLAUSE.finditer(before)]
    clause = before[ends[-1] if ends else 0 :]
    passed = _PASSED_OVER.search(clause)
    if passed and _LONG_JUMP.search(passed[0]):
        return ""
    noun = _NOUN.search(clause[: passed.start()] if passed else clause)
    if not noun or len(noun[1]) < 3:
        return ""
    word = re.split(r"['’]", noun[1])[-1]
    if len(word) < 3 or _is_no_noun(word):
        return ""
    return word if word.isupper() else word.lower()


def _is_no_noun(word: str) -> bool:
    """An infinitive, an order or a small word: « Donner 5 mg » names nothing."""
    return word.lower().endswith(("ez", "er", "ir")) or word.lower() in _SMALL
