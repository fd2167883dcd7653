"""A register names nobody: names of the directory and patients' names are found, ordinary words are left alone."""

from __future__ import annotations

import pytest

from classeur.model.organisation import Organisation, Person
from classeur.model.personal_names import NameFinder

PEOPLE = ("Camille Leroy", "Alix Martin", "Maud Durand", "Noé Bernard", "Jo Petit", "Anne-Sophie Le Goff")
FINDER = NameFinder.of(
    Organisation(people=tuple(Person(id=f"{name[0].lower()}.{name.split()[-1].lower()}", name=name) for name in PEOPLE))
)


@pytest.mark.parametrize(
    "text",
    [
        "Mme Dupont a glissé.",
        "M. D. est tombé.",
        "Madame\u00a0Lefort attend.",
        "Dr Lebrun prévenu.",
        "Durand l'a relevé.",
        "L'appareil a été rangé par Petit.",
        "PETIT était de garde.",
        "Le secrétariat (Jo) a rappelé.",
        "Vu avec Anne-Sophie.",
        "Vu avec Le Goff.",
        "saisi par m.durand",
        "Jean Dupont est reparti.",
        "DUPONT Jean absent.",
        "Le patient Martinez a appelé.",
        "La patiente A. B. a appelé.",
        "Un patient né le 12/03/1950.",
        "Numéro 2 84 05 75 123 456 noté.",
        "Réponse envoyée à quelqu.un@example.org.",
    ],
)
def test_a_name_is_found_and_shown_by_its_first_letter_only(text: str) -> None:
    found = FINDER.found_in(text)

    assert found is not None
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Un patient glisse en salle d'attente ; l'infirmière présente l'aide.",
        "Petit retard à l'accueil. Petit souci de clé.",
        "M. X a rappelé Mme Y.",
        "Monsieur le directeur a été prévenu.",
        "Appel du SAMU, puis du Centre 15.",
        "Patient Alzheimer désorienté.",
        "En mars, le patient est revenu. Mars a été calme.",
        "Voir PR-R1-003 et FO-M2-001.",
        "le patient a pris 12 34 56 gouttes",
        "Le goff n'est pas un mot.",
        "Nous n'avons pas été prévenus.",
    ],
)
def test_ordinary_words_name_nobody(text: str) -> None:
    assert FINDER.found_in(text) is None
