"""A house whose lists are long, and whose titles are hard, is still shown whole."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from classeur.tasks.export import export_list
from classeur.views.document_lists import ListName
from tests.browser.starter import built
from tests.houses import BODY, TODAY, a_text, house_files, write_house
from tests.released import WORDS

MANY = 400
HARD = 'Évaluer "la douleur" <b>&\' 🩺 ' + "très longuement " * 16
CITED = "\n".join(f"- PR-R1-{number:03}" for number in range(2, MANY + 2))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = house_files(**{"procedures/accueil.md": a_text(f"{BODY}\n## Tout le reste\n\n{CITED}\n")})
    quoted = "'" + HARD.strip().replace("'", "''") + "'"
    for number in range(2, MANY + 2):
        title = quoted if number == 2 else f"Procédure numéro {number}"
        files[f"procedures/p{number}.md"] = a_text("## But\n\nUn but.\n", reference=f"PR-R1-{number:03}", title=title)
    return write_house(tmp_path_factory.mktemp("long") / "maison", files)


@pytest.fixture(scope="module")
def site(house: Path) -> Path:
    return built(house, house.parent / "site")


def test_four_hundred_references_of_one_list_each_lead_to_their_text(site: Path) -> None:
    page = (site / "d/PR-R1-001/index.html").read_text("utf-8")

    assert sum(f'href="../PR-R1-{number:03}/index.html"' in page for number in range(2, MANY + 2)) == MANY


@pytest.mark.parametrize("name", [ListName.MASTER, ListName.BY_PROCESS, ListName.BY_KIND, ListName.BY_ROLE])
def test_every_list_shows_every_document(site: Path, name: ListName) -> None:
    page = (site / name.address).read_text("utf-8")

    assert all(f">PR-R1-{number:03}<" in page for number in range(1, MANY + 2))


def test_a_hard_title_is_shown_as_it_was_typed(site: Path) -> None:
    page = (site / ListName.MASTER.address).read_text("utf-8")

    assert HARD.strip() in unescape(page)
    assert "<b>&" not in page


def test_an_export_of_hundreds_of_lines_is_whole(house: Path, tmp_path: Path) -> None:
    table = export_list(house, ListName.MASTER, tmp_path / "liste.csv", TODAY, WORDS)

    assert len(table.rows) == MANY + 2
    assert (tmp_path / "liste.csv").read_text("utf-8-sig").count("PR-R1-") == MANY + 1
