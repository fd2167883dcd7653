"""The glossary that people outside may read."""

from __future__ import annotations

from classeur.model.glossary import Term
from classeur.views.public_glossary import public_glossary
from tests.ledgers import a_document

TOLD, HIDDEN = a_document(body="Appeler la DRH."), a_document(body="Le projet « Okapi bleu » de la DRH.")


def terms_of(*glossary: Term, is_all_read: bool = True) -> list[str]:
    return [term.term for term in public_glossary(glossary, [TOLD], [HIDDEN], is_all_read)]


def test_a_word_of_a_told_text_stays_though_a_hidden_one_says_it_too() -> None:
    assert terms_of(Term("DRH")) == ["DRH"]


def test_a_word_of_hidden_texts_only_is_left_out_however_it_is_written() -> None:
    assert terms_of(Term("OKAPI BLEU"), Term("DRH", means=("okapi bleu",))) == []


def test_a_word_that_no_text_says_stays() -> None:
    assert terms_of(Term("bleu nuit")) == ["bleu nuit"]


def test_a_word_that_no_told_text_says_is_left_out_when_a_hidden_text_could_not_be_read() -> None:
    assert terms_of(Term("bleu nuit"), Term("DRH"), is_all_read=False) == ["DRH"]


def test_a_name_of_hidden_texts_only_is_left_out_of_a_term_that_stays() -> None:
    [term] = public_glossary([Term("DRH", synonyms=("Okapi bleu", "le personnel"))], [TOLD], [HIDDEN], True)

    assert term.synonyms == ("le personnel",)
