"""The glossary that people outside may read."""

from __future__ import annotations

from pathlib import Path

from classeur.model.glossary import Term
from classeur.tasks.house import Texts, open_house
from classeur.views.public_glossary import public_glossary
from classeur.views.public_site import for_the_public
from tests.houses import BODY, TODAY, a_text, house_files, write_house
from tests.ledgers import a_document
from tests.released import Acts

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


def test_the_glossary_of_a_public_house_knows_which_released_texts_are_confidential(tmp_path: Path) -> None:
    glossary = "- {term: OKAPI, means: [Opération d'appui]}\n- {term: accueil, synonyms: [réception]}\n"
    secret = a_text(BODY + "\nOKAPI.\n", reference="PR-R1-065", title="Secret", confidential="true")
    files = house_files(**{"procedures/secret.md": secret}) | {"manual/glossary.yml": glossary}
    root = write_house(tmp_path / "maison", files)
    acts = Acts(root)
    acts.release("PR-R1-001", "2026-06-01")
    acts.release("PR-R1-065", "2026-06-01")

    outside = for_the_public(open_house(root, TODAY, Texts.ALL).binder, "document interne")

    assert [term.term for term in outside.binder.glossary] == ["accueil"]
