"""The search as the browser runs it: indexes made here, questions asked by tests/browser/search_engine.test.mjs."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from classeur.writers.search import SearchEntry, SearchPassage, search_index

from .test_search_index import HOSTILE, Term, an_entry

BROWSER_TESTS = Path(__file__).parent.parent / "browser" / "search_engine.test.mjs"
NODE = shutil.which("node")


def a_page(title: str, text: str = "", **given: object) -> SearchEntry:
    slug = str(given.get("reference") or title.replace(" ", "-"))
    passages = (SearchPassage("", "", "Ce document est en vigueur."), SearchPassage("Conduite à tenir", "tenir", text))
    return an_entry(title, **{"url": f"d/{slug}/", "passages": passages, **given})


HOUSE = [
    a_page(
        "Évaluer et soulager la douleur", "L'échelle visuelle analogique, pas de médicaments.", reference="PR-R2-012"
    ),
    an_entry(
        "Préparer les médicaments",
        reference="PR-R2-001",
        url="d/PR-R2-001/",
        passages=(
            SearchPassage("", "", "Ce document est en vigueur."),
            SearchPassage("Conduite à tenir", "tenir", "Le pilulier est vérifié par deux personnes."),
            SearchPassage("Documents liés", "lies", "Pilulier sauterelle."),
        ),
    ),
    a_page("Laver les mains", "Frictionner avec une solution hydroalcoolique.", reference="PR-S2-010"),
    a_page("Conduite en cas d'hypothermie", "Couvrir la personne.", reference="FR-R2-003"),
    a_page("Téléexpertise", "Demander un avis à distance.", reference="DE-024"),
    a_page("Obstruction des voies aériennes", "Désobstruction.", synonyms=("étouffement", "fausse route")),
    a_page("Conseil de la vie sociale", "Il se réunit trois fois par an."),
    a_page("Chute d'une personne", "Relever, évaluer.", reference="PR-R1-004", url="d/a-procedure/"),
    a_page("Chute d'une personne", "Relever, évaluer.", reference="FR-R1-005", url="d/b-reflexe/", priority=1),
    a_page("Défibrillateur automatisé externe", "Il est à l'accueil."),
    a_page("Arrêt cardiaque", "Prendre le défibrillateur automatisé externe (DAE)."),
    a_page("Registre des événements indésirables", "Chaque événement est analysé."),
    a_page("Rôle de l'AS auprès du résident", "Aider à la toilette."),
    a_page("Fiche réflexe de brancardage", "Deux personnes portent. Ne jamais tirer."),
    a_page("Prévenir l'incendie", "Les extincteurs.", kind="Fiche réflexe", processes=("S2",), units=("soins",)),
    a_page("Vérifier les détecteurs d'incendie", "Chaque mois.", processes=("S1",), units=("accueil",)),
    a_page("Sensibiliser à l'incendie", "Chaque année."),
    a_page("Asthme", "Donner le bronchodilatateur."),
    a_page("Scoliose", "Mesurer la courbure."),
    a_page(HOSTILE, "Un titre hostile."),
]
GLOSSARY = [
    Term("FEI", means=("événement indésirable",)),
    Term("lombalgie", synonyms=("mal de dos",), misspellings=("lombaljie",)),
    Term("EVA", means=("échelle visuelle analogique",), synonyms=("règle de la douleur",)),
]


FORMS = [
    a_page("Carnet vaccinal", url="d/1/"),
    a_page("Vaccination des adultes", url="d/2/"),
    a_page("Incontinence urinaire de la femme", "Une infection est cherchée.", url="d/3/"),
    a_page("Infection urinaire communautaire simple et compliquée", "Chez la femme et chez l'homme.", url="d/4/"),
    a_page("Intégration continue", "Le code est intégré chaque jour.", url="d/5/"),
    a_page("Embarquer un nouveau membre", "Le jour de son arrivée, l'intégration commence.", url="d/6/"),
    a_page("Fin de vie et euthanasie", "Les proches sont reçus.", url="d/7/"),
    a_page("Crise suicidaire", "Appeler le 15.", url="d/8/"),
    a_page("Décès", "Prévenir la famille.", url="d/9/"),
]


def a_large_vocabulary() -> list[SearchEntry]:
    chance = random.Random(3)
    words = sorted({"".join(chance.choices("abcdefghilmnoprstuv", k=chance.randint(5, 12))) for _ in range(51_000)})
    pages = [a_page(f"Page {n}", " ".join(words[n::500]), url=f"d/{n:04}/") for n in range(500)]
    return [*pages, a_page("Médicaments écrasables", "Liste.", url="d/medicaments/")]


def a_long_text() -> list[SearchEntry]:
    chapters = tuple(SearchPassage(f"Chapitre {number}", "", "mot " * 3750) for number in range(5))
    return [an_entry(title, url=f"d/{title}/", passages=chapters if title == "B" else ()) for title in "ABC"]


def written(folder: Path, entries: Sequence[SearchEntry], glossary: Sequence[Term] = ()) -> None:
    (folder / "search").mkdir(parents=True)
    for name, content in search_index(entries, glossary).items():
        (folder / name).write_bytes(content)


def test_the_search_answers_in_javascript_as_the_house_expects(tmp_path: Path) -> None:
    assert NODE, "Node.js is missing: install it (Debian: apt-get install nodejs), the test is never skipped"
    written(tmp_path / "house", HOUSE, GLOSSARY)
    written(tmp_path / "forms", FORMS)
    written(tmp_path / "large", a_large_vocabulary())
    written(tmp_path / "empty", [])
    written(tmp_path / "long", a_long_text())

    told = subprocess.run(
        [str(NODE), "--test", "--test-reporter=tap", str(BROWSER_TESTS)],
        env={**os.environ, "CLASSEUR_INDEXES": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stdout + told.stderr
