"""Why a difference is a doubt, told by the gravest thing in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from classeur.model.doubt_reasons import DoubtReason
from classeur.model.guard_tokens import Token, TokenKind, fold
from classeur.model.guard_vocabulary import (
    EMERGENCY_NUMBERS,
    MODALS,
    NEGATIONS,
    NUMBER_WORDS,
    ROLE_WORDS,
    TIME_WORDS,
    UNITS,
)
from classeur.model.guard_words_compared import Difference


@dataclass(frozen=True)
class Known:
    """The words, without accents, that name the people and the roles of the house."""

    people: frozenset[str]
    roles: frozenset[str]


_SIGNS_OF_A_NUMBER = frozenset(
    {"+", "minus", "range", ",", ".", ":", ";", "(", "/", "<", ">", "≤", "≥", "±", "=", "×", "*"}
)
_NO_ROLE = frozenset({"direction", "donnees", "qualite", "hygiene", "droits", "et", "de", "des", "du", "la", "le"})


def known(people: Iterable[str], roles: Iterable[str]) -> Known:
    """The words of names (each one) and of role titles (their first word)."""
    names = {fold(word) for name in people for word in name.replace("-", " ").replace("'", " ").split()}
    heads = {fold(title.split()[0]) for title in roles if title.split()}
    return Known(frozenset(name for name in names if len(name) > 1), frozenset(heads) | ROLE_WORDS)


def reason_of(difference: Difference, names: Known, in_table: bool) -> DoubtReason:
    """The gravest thing that a difference touches."""
    tokens = (*difference.old, *difference.new)
    words = {fold(token.key) for token in tokens if token.kind is TokenKind.WORD}
    kinds = {token.kind for token in tokens}
    if TokenKind.PICTURE in kinds:
        return DoubtReason.PICTURE
    if TokenKind.TELEPHONE in kinds or _are_emergency_numbers(difference):
        return DoubtReason.TELEPHONE
    if TokenKind.LINK in kinds:
        return DoubtReason.LINK
    if words & names.people:
        return DoubtReason.PERSON
    if TokenKind.NUMBER in kinds or any(t.kind is TokenKind.SIGN and t.key in _SIGNS_OF_A_NUMBER for t in tokens):
        return _kind_of_number(difference)
    return _kind_of_words(difference, words, names, in_table)


def _kind_of_words(difference: Difference, words: set[str], names: Known, in_table: bool) -> DoubtReason:
    for reason, vocabulary in ((DoubtReason.NEGATION, NEGATIONS), (DoubtReason.MODAL, MODALS)):
        if words & vocabulary:
            return reason
    if words & (NUMBER_WORDS - {"un", "une"}) or (words and words <= {"un", "une"}):
        return _kind_of_number(difference)
    if words & TIME_WORDS:
        return DoubtReason.DATE_OR_DELAY
    if words & UNITS or any(token.key in UNITS for token in (*difference.old, *difference.new)):
        return DoubtReason.DOSE_OR_UNIT
    if words & names.roles:
        return DoubtReason.ROLE
    if in_table:
        return DoubtReason.TABLE_CELL
    if not difference.old:
        return DoubtReason.WORD_ADDED
    return DoubtReason.WORD_REPLACED if difference.new else DoubtReason.WORD_REMOVED


def _are_emergency_numbers(difference: Difference) -> bool:
    """« faites le 15 » and « faites le 18 »."""
    if len(difference.old) != 1 or len(difference.new) != 1:
        return False
    after = fold(difference.after.key) if difference.after else ""
    both = {difference.old[0].key, difference.new[0].key}
    return bool(both & EMERGENCY_NUMBERS) and after not in TIME_WORDS | UNITS and max(map(len, both)) <= 6


def _kind_of_number(difference: Difference) -> DoubtReason:
    """A dose, a delay or another number, by what is counted."""
    inside = [_unit(token) for token in (*difference.new, *difference.old)]
    beside = [_unit(token) for token in (difference.after, difference.before) if token]
    for found in (*inside, *beside):
        if found:
            return found
    return DoubtReason.NUMBER


def _unit(token: Token) -> DoubtReason | None:
    key = token.key if token.kind is TokenKind.SIGN else fold(token.key)
    if key in TIME_WORDS:
        return DoubtReason.DATE_OR_DELAY
    return DoubtReason.DOSE_OR_UNIT if key in UNITS else None
