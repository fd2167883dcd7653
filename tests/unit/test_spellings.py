"""Folders named without accents, shown with them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from classeur.model.spellings import as_written, spellings
from classeur.tasks.house import Texts, open_house
from classeur.views.lists import theme_of
from tests.houses import TODAY, a_text, write_house

KNOWN = spellings(
    [
        *("Référent qualité", "Qualité de l'accueil", "Santé au travail", "Le marché", "Marche à suivre", "Marche"),
        *("Recruter au service RH", "Ne PAS courir", "PLAN BLEU DES AÎNÉS"),
    ]
)


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        ("qualite", "Qualité"),
        ("sante-au-travail", "Santé au travail"),
        ("sante_2026", "Santé 2026"),
        ("marche", "Marche"),
        ("inconnu", "Inconnu"),
        ("Élan", "Élan"),
        ("IRM", "IRM"),
        ("rh", "RH"),
        ("service-rh", "Service RH"),
        ("pas", "Pas"),
        ("plan-bleu", "Plan bleu"),
        ("", ""),
    ],
)
def test_a_folder_is_shown_as_the_house_writes_its_words(folder: str, shown: str) -> None:
    assert as_written(folder, KNOWN) == shown


def test_a_folder_named_by_an_acronym_of_the_glossary_is_shown_in_capitals(tmp_path: Path) -> None:
    glossary = "- {term: EPP, means: [évaluation des pratiques professionnelles]}\n"
    root = write_house(tmp_path, {"manual/glossary.yml": glossary, "procedures/epp/relire.md": a_text()})

    binder = open_house(root, TODAY, Texts.ALL).binder

    assert theme_of(binder, PurePosixPath("procedures/epp/relire.md")) == "EPP"
