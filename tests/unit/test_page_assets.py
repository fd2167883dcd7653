"""The styles and scripts of every page: one file of each sort, unless the house has its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.resources import bundled
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.page_assets import put_assets
from tests.houses import write_house

SHIPPED = bundled("site_templates") / "assets"
SHARED_STYLE, SHARED_SCRIPT = "assets/classeur/shared.css", "assets/classeur/shared.js"


def put(root: Path, stage: Path) -> tuple[list[str], list[str]]:
    outbox = Outbox(stage)
    asked = put_assets(outbox, root)
    outbox.close()
    return asked


def test_a_page_asks_for_one_style_and_one_script(tmp_path: Path) -> None:
    asked = put(tmp_path / "house", tmp_path / "stage")

    assert asked == ([SHARED_STYLE], [SHARED_SCRIPT])


@pytest.mark.parametrize(("shared", "ending"), [(SHARED_STYLE, ".css"), (SHARED_SCRIPT, ".js")])
def test_they_hold_all_that_is_shipped_for_every_page_in_its_order(tmp_path: Path, shared: str, ending: str) -> None:
    put(tmp_path / "house", tmp_path / "stage")

    whole = (tmp_path / "stage/pages" / shared).read_text("utf-8")
    parts = [file.read_text("utf-8") for file in sorted(SHIPPED.glob(f"*{ending}")) if file.name != "first.js"]
    assert whole == "\n".join(parts)


def test_scripts_of_one_page_and_the_one_that_runs_first_stay_alone(tmp_path: Path) -> None:
    put(tmp_path / "house", tmp_path / "stage")

    alone = {path.name for path in (tmp_path / "stage/pages/assets/classeur").rglob("*.js")} - {"shared.js"}
    assert alone == {"first.js", *(path.name for path in SHIPPED.glob("*/*.js"))}


def test_what_the_house_adds_comes_after(tmp_path: Path) -> None:
    house = write_house(tmp_path / "house", {"site_templates/assets/couleurs.css": "a { color: red; }"})

    assert put(house, tmp_path / "stage")[0] == [SHARED_STYLE, "assets/classeur/couleurs.css"]


def test_once_the_house_replaces_a_script_each_stands_alone(tmp_path: Path) -> None:
    house = write_house(tmp_path / "house", {"site_templates/assets/lists.js": "("})

    _, scripts = put(house, tmp_path / "stage")

    assert SHARED_SCRIPT not in scripts
    assert {"assets/classeur/lists.js", "assets/classeur/search.js"} <= set(scripts)
    assert (tmp_path / "stage/pages/assets/classeur/lists.js").read_text("utf-8") == "("
