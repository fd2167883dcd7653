"""The words that a rule knows, each tried: links that name nothing, summaries that tell nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acts import ACCUEIL, told
from tests.houses import BODY, a_text, house_files, write_house

VAGUE = """ici
là
clic
lien
le lien
ce lien
voir
voir ici
voir lien
cliquez ici
cliquer ici
Clique ici !
suivre ce lien
en savoir plus
lire la suite
plus
suite
page
cette page
document
ce document
here
click here
link
this link
more…
« suivre ce lien »""".replace(" !", "").split("\n")


def test_each_way_of_naming_nothing_is_told(tmp_path: Path) -> None:
    links = "".join(f"- [{text}](../processes/R1-accueillir.md)\n" for text in ("![Plan](plan.png)", *VAGUE))

    found = told(write_house(tmp_path, house_files(**{ACCUEIL: a_text(f"{BODY}\n{links}")})))

    assert [finding.values["text"] for finding in found if finding.code == "TX009"] == VAGUE


HOUSES = [
    *("EHPAD Les Lilas", "Ehpad du Lac", "Clinique du Parc", "Polyclinique Saint-Roch", "Centre hospitalier de Dole"),
    *("Résidence La Source", "Association Horizon", "MSP des Forges", "Foyer Le Cap"),
]


@pytest.mark.parametrize("other", HOUSES)
def test_another_house_that_a_text_names_twice_is_told(tmp_path: Path, other: str) -> None:
    text = a_text(f"{BODY}\nLes agents : {other}.\n\nLes visiteurs : {other}.\n")

    found = told(write_house(tmp_path, house_files(**{ACCUEIL: text})))

    assert [finding.values["other"] for finding in found if finding.code == "TX004"] == [other]


@pytest.mark.parametrize(
    ("summary", "is_told"),
    [
        ("Diverses corrections de la procédure", True),
        ("Relecture générale du texte, version 2", True),
        ("MAJ de la page", True),
        ("Nouvelle numérotation et mise à jour n3", False),
        ("Document créé", True),
        ("Création document", False),
        ("Deux personnes accueillent", False),
        ("Mise à jour " * 8, True),
        ("Mise à jour " * 9, False),
    ],
)
def test_a_summary_is_hollow_when_none_of_its_words_tells_anything(tmp_path: Path, summary: str, is_told: bool) -> None:
    found = told(write_house(tmp_path, house_files(**{ACCUEIL: a_text(summary=summary)})))

    assert ("WF011" in {finding.code for finding in found}) is is_told
