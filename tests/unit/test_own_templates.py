"""Templates of the house that cannot be laid out: their file, their line, and what to do."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from classeur.errors import ClasseurError
from classeur.tasks.build_site import build_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import ENGINES
from classeur.writers.site.own_templates import faults_told
from tests.houses import TODAY, a_text, write_house

WORDS = translator("fr")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ unknown('x') }}", "'unknown' is undefined"),
        ("{% block %}", "expected token 'name'"),
        ("{% include 'gone.html' %}", "'gone.html' not found"),
        ("{{ 1 / 0 }}", "division by zero"),
    ],
)
@pytest.mark.parametrize("name", ["pages/manual.md.j2", "pages/document.md.j2", "overrides/partials/frame-menu.html"])
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_template_of_the_house_that_cannot_be_laid_out_is_told_with_its_place(
    tmp_path: Path, template: str, said: str, name: str, engine: str
) -> None:
    files = {"procedures/accueil.md": a_text(), f"site_templates/{name}": f"\n{template}\n"}
    root = write_house(tmp_path / "house", files)

    with pytest.raises(ClasseurError) as told:
        build_site(root, tmp_path / "site", TODAY, ENGINES[engine](root, WORDS), WORDS)

    assert str(told.value).startswith(f"site_templates/{name}, ligne 2 : ")
    assert said in told.value.remedy
    assert "search paths" not in told.value.remedy


def test_a_fault_in_a_shipped_template_is_not_told_as_one_of_the_house(tmp_path: Path) -> None:
    shipped = tmp_path / "stage/part.html"
    shipped.parent.mkdir()
    shipped.write_text("{{ unknown() }}")
    template = jinja2.Environment(loader=jinja2.FileSystemLoader(shipped.parent)).get_template("part.html")

    with pytest.raises(jinja2.UndefinedError), faults_told(shipped.parent, tmp_path / "site_templates/pages", WORDS):
        template.render()
