"""What is a slip of the pen and what is another word."""

from __future__ import annotations

import pytest

from classeur.model.guard_agreement import is_agreement
from classeur.model.guard_neighbours import is_word
from classeur.model.guard_spelling import Around, is_explained
from classeur.model.guard_tokens import Token, TokenKind, reading


def a_word(text: str) -> Token:
    return Token(TokenKind.WORD, text, text.lower(), 0)


def explained(old: str, new: str, *before: str, after: str = "", names: frozenset[str] = frozenset()) -> bool:
    return is_explained(a_word(old), a_word(new), Around(before, after), names)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("patiant", "patient"), ("traitment", "traitement"), ("charriot", "chariot"),
        ("proffessionnel", "professionnel"),
        ("secretaire", "secrétaire"), ("évènement", "événement"), ("reportés", "reporté"), ("locaux", "locales"),
        ("vérifie", "vérifient"), ("mL", "ml"), ("doit", "doivent"), ("perscription", "prescription"),
    ],
)  # fmt: skip
def test_a_slip_an_accent_or_an_agreement_is_explained_both_ways(old: str, new: str) -> None:
    assert explained(old, new)
    assert explained(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prescrire", "proscrire"), ("injection", "infection"), ("poison", "poisson"), ("tension", "pension"),
        ("sous", "sur"), ("avant", "après"), ("doit", "devrait"), ("peut", "doit"), ("droits", "droite"),
        ("sans", "sang"), ("jeune", "jeûne"), ("côte", "côté"), ("mg", "Mg"), ("IV", "iv"), ("II", "III"),
        ("médecin", "médecine"), ("infirmier", "infirmière"), ("deux", "doux"), ("insuline", "inuline"),
        ("hypotension", "hypertension"), ("signale", "signalait"), ("constat", "constaté"), ("cours", "course"),
        ("à", "ont"), ("sur", "sûre"),
    ],
)  # fmt: skip
def test_another_word_is_never_explained(old: str, new: str) -> None:
    assert not explained(old, new)
    assert not explained(new, old)


def test_the_words_before_decide_between_an_infinitive_and_a_participle() -> None:
    assert explained("appelé", "appeler", "faut")
    assert explained("fermer", "fermé", "est")
    assert not explained("surveiller", "surveillé", "a")
    assert not explained("surveiller", "surveillé")


def test_an_article_is_corrected_only_before_a_noun_that_stays() -> None:
    assert explained("le", "les", after="patients")
    assert not explained("le", "les", after="bras")
    assert not explained("le", "les")


def test_a_name_is_never_corrected() -> None:
    assert not explained("Durand", "Durant", names=frozenset({"durand"}))


def test_agreement_does_not_change_the_tense() -> None:
    assert is_agreement("sera", "seront")
    assert not is_agreement("devra", "devrait")
    assert not is_agreement("accepter", "acceptèrent")


def test_a_neighbour_is_a_word_in_all_its_forms() -> None:
    assert is_word("proscrire")
    assert is_word("agresseurs")


def test_spaces_inside_a_number_do_not_count_and_its_comma_does() -> None:
    def keys(text: str) -> list[str]:
        return [token.key for token in reading(text).tokens]

    assert keys("1\u202f000 mL") == keys("1000 mL")
    assert keys("8h30") == keys("8 h 30")
    assert keys("02 41 48 21 21") == keys("02.41.48.21.21")
    assert keys("2,6 %") != keys("26 %")
    assert keys("15, 30") != keys("15 30")
    assert keys("-5 °C") != keys("5 °C")
