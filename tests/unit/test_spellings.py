"""Folders named without accents, shown with them."""

from __future__ import annotations

import pytest

from classeur.model.spellings import as_written, spellings

KNOWN = spellings(
    ["Référent qualité", "Qualité de l'accueil", "Santé au travail", "Le marché", "Marche à suivre", "Marche"]
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
        ("", ""),
    ],
)
def test_a_folder_is_shown_as_the_house_writes_its_words(folder: str, shown: str) -> None:
    assert as_written(folder, KNOWN) == shown
