"""Why one word may stand for another without a change of sense: case, accents, agreement, a slip of the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from classeur.model.guard_agreement import (
    accent_matters,
    is_agreement,
    is_article_corrected,
    is_elision,
    is_same_sound,
)
from classeur.model.guard_listed import listed, listed_pairs
from classeur.model.guard_neighbours import is_word
from classeur.model.guard_tokens import Token, TokenKind, fold
from classeur.model.guard_vocabulary import NEVER_MISSPELT, NUMBER_WORDS, OPPOSITES, ROLE_WORDS, UNITS
from classeur.model.guard_words import is_known


@dataclass(frozen=True)
class Around:
    """The words around a difference that are the same in both texts, without accents; empty where they differ too."""

    before: tuple[str, ...] = ()
    after: str = ""


_SAME_UNIT = listed_pairs("ml/mL l/L cl/cL dl/dL µl/µL")
_INFINITIVE_FOLLOWS = listed(
    """
faut faudra doit doivent devez devons devra devront peut peuvent pouvez pouvons pourra pourront pour sans de d' va
vont faire laisser savoir veut voulez souhaite pouvoir devoir fait
"""
)
_PARTICIPLE_FOLLOWS = listed(
    """
est sont etre ete ont avoir soit soient etait etaient sera seront serait ait aient
"""
)
_PASSED_OVER = listed(
    """
le la les l' lui leur se s' y en vous nous ne n' pas bien deja toujours jamais aussi donc
"""
)
_SMALL_WORDS = listed(
    """
ne pas a et ou le la les un une en des non oui sauf sans si il on elle de du au aux que qui est ce ces se sa son ses
sur sous par pour dans avec chez
"""
)
_SOUNDS_E = re.compile(r"^(.{3,}?)(?:er|ez|e|es|ee|ees)$")
_ENDS_E = re.compile(r"(?:er|ez|é|és|ée|ées)$")


def is_explained(old: Token, new: Token, around: Around, names: frozenset[str]) -> bool:
    """Whether two tokens at the same place say the same thing, whatever was corrected in their spelling."""
    if old.kind is not new.kind:
        return False
    if old.kind is not TokenKind.WORD:
        return old.key == new.key
    if old.raw == new.raw:
        return True
    if {old.raw, new.raw} in _SAME_UNIT:
        return True
    first, second = fold(old.raw), fold(new.raw)
    if first == second:
        return _is_same_case(old, new, names) and not accent_matters(old.raw, new.raw)
    if {first, second} & names or not _may_be_corrected(old, new):
        return False
    was, now = old.raw.lower(), new.raw.lower()
    if is_elision(was, now) or is_same_sound(was, now, around.after) or is_article_corrected(was, now, around.after):
        return True
    if _is_apostrophe_forgotten(was, now, around):
        return True
    return _is_one_word(was, now, first, second, around)


def _is_apostrophe_forgotten(old: str, new: str, around: Around) -> bool:
    """« l heure » for « l'heure »; « 2 l aspirés » is a litre, and a word must stand before that is no number."""
    if old.rstrip("'") != new.rstrip("'") or not around.before or not around.after[:1].isalpha():
        return False
    return around.after[0] in "aeiouyh" and around.before[0].isalpha() and around.before[0] not in NUMBER_WORDS


def _is_one_word(old: str, new: str, first: str, second: str, around: Around) -> bool:
    if is_agreement(old, new):
        return True
    if _is_same_ending_sound(old, new, first, second, around):
        return True
    return _is_slip(first, second)


def _is_same_case(old: Token, new: Token, names: frozenset[str]) -> bool:
    """Whether the capitals of two words that are otherwise the same may differ."""
    word = fold(new.raw)
    if old.raw == new.raw or _capitals(old.raw) == _capitals(new.raw):
        return True
    if word in UNITS and len(word) < 5:
        return old.opens and new.opens and len(word) > 2
    if len(word) <= 4 and (_is_capitals(old.raw) or _is_capitals(new.raw)):
        return word in _SMALL_WORDS
    if old.opens and new.opens:
        return True
    return (len(word) > 3 or word in _SMALL_WORDS) and word not in names


def _capitals(word: str) -> tuple[bool, ...]:
    return tuple(letter.isupper() for letter in word)


def _is_capitals(word: str) -> bool:
    return word.isupper()


def _may_be_corrected(old: Token, new: Token) -> bool:
    """Neither is an abbreviation or, inside a sentence, a proper noun."""
    for token in (old, new):
        word = token.raw.rstrip("'")
        if len(word) > 1 and not (word.islower() or word.istitle()) and not (word.isupper() and len(word) > 5):
            return False
        if len(word) > 1 and word[0].isupper() and not token.opens:
            return (
                is_known(fold(old.raw)) and is_known(fold(new.raw)) and is_agreement(old.raw.lower(), new.raw.lower())
            )
    return True


def _is_same_ending_sound(old: str, new: str, first: str, second: str, around: Around) -> bool:
    """« il faut appelé », « est fermer » : the words before leave one reading only."""
    if not (_ENDS_E.search(old) and _ENDS_E.search(new)):
        return False
    stem, other = _SOUNDS_E.match(first), _SOUNDS_E.match(second)
    if not stem or not other or _TWICE.sub(r"\1", stem[1]) != _TWICE.sub(r"\1", other[1]):
        return False
    leader = next((word for word in around.before if word not in _PASSED_OVER), "")
    if "vous" in around.before[:1] and leader not in _INFINITIVE_FOLLOWS:
        return old.endswith("ez") or new.endswith("ez")
    if leader in _INFINITIVE_FOLLOWS:
        return old.endswith("er") or new.endswith("er")
    return leader in _PARTICIPLE_FOLLOWS and not (old.endswith(("er", "ez")) and new.endswith(("er", "ez")))


def _is_slip(first: str, second: str) -> bool:
    """Whether one side is no word and the other is a word of the trade, one slip away."""
    if {first, second} & NEVER_MISSPELT or ({first, second} & ROLE_WORDS and len(first) < 6):
        return False
    if first[0] != second[0] or min(len(first), len(second)) < 4 or max(len(first), len(second)) < 5:
        return False
    if _prefix(first) != _prefix(second):
        return False
    if _is_doubled_letter(first, second):
        return True
    if is_known(first) == is_known(second) or (is_word(first) and is_word(second)):
        return False
    if _TWICE.sub(r"\1", first) == _TWICE.sub(r"\1", second):
        return True
    return _is_near(first, second) and not _is_inflection(first, second)


def _is_doubled_letter(first: str, second: str) -> bool:
    """« coordinnateur »: one consonant doubled in a long word that nobody has to know; « ss » is another sound."""
    longer = max(len(first), len(second))
    return longer > 8 and not (is_word(first) and is_word(second)) and _once(first) == _once(second)


def _once(word: str) -> str:
    return _CONSONANT_TWICE.sub(r"\1", word)


def _prefix(word: str) -> str:
    found = OPPOSITES.match(word)
    return found[0] if found else ""


_LETTERS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"), ("th", "t"), ("rh", "r"), ("y", "i"), ("qu", "k"), ("sc(?=[ei])", "s"), ("ss", "s"),
        ("c(?=[ei])", "s"), ("c", "k"), ("(?:en|em|am)(?=[^aeiou]|$)", "an"), ("eau|au", "o"), ("ai|ei", "e"),
        ("z", "s"), ("h", ""), ("gu(?=[ei])", "g"),
    )
)  # fmt: skip
_CONSONANT_TWICE = re.compile(r"([bcdfglmnprt])\1")
_TWICE = re.compile(r"(.)\1")
_ENDINGS = listed(
    """
e s es x ent er ez ons a ai as ais ait aient at ant ants ante antes ee ees ions iez i is it ie ies u us ut ue ues al le
la
"""
) | {""}


_NASAL = listed_pairs("ent/ant ents/ants ente/ante entes/antes")
"""« patiant » : the neighbours hold the real words among these."""


def _is_near(first: str, second: str) -> bool:
    if _sound(first) == _sound(second):
        return True
    longer = max(len(first), len(second))
    return is_one_slip(first, second) and (longer >= 6 or sorted(first) == sorted(second))


def _sound(word: str) -> str:
    for pattern, sound in _LETTERS:
        word = pattern.sub(sound, word)
    return _TWICE.sub(r"\1", word)


def is_one_slip(first: str, second: str) -> bool:
    """Whether one letter was added, dropped, changed, or swapped with the next."""
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    one, two = first[shared:], second[shared:]
    if one[1:] == two[1:] or one[1:] == two or one == two[1:]:
        return True
    return one[:2] == two[:2][::-1] and one[2:] == two[2:] and len(one) > 1


def _is_inflection(first: str, second: str) -> bool:
    """Whether they may be two forms of a verb, which agreement did not explain."""
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    cuts = range(shared, max(3, shared - 3), -1)
    ends = ((first[cut:], second[cut:]) for cut in cuts)
    return any({one, two} <= _ENDINGS and frozenset({one, two}) not in _NASAL for one, two in ends)
