"""A site made again after a save: put before its readers only when it takes nothing good away."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path, PurePosixPath

import pytest

from classeur.errors import ClasseurError
from classeur.tasks.refresh_site import Refreshed, refresh_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import ACCUEIL, released
from tests.houses import TODAY, a_text, write_house

PAGE = "d/PR-R1-001/index.html"


def refreshed(root: Path, today: dt.date = TODAY) -> Refreshed:
    return refresh_site(root, root / "site", today, MkDocsEngine(root), translator("fr"))


@pytest.fixture
def house(tmp_path: Path) -> Path:
    root = write_house(tmp_path)
    assert refreshed(root).is_in_place
    return root


def test_a_save_is_on_the_site_and_only_what_it_changes_is_written(house: Path) -> None:
    text = house / ACCUEIL
    text.write_text(text.read_text("utf-8").replace("sans attente inutile", "sans attente du tout"), "utf-8")

    result = refreshed(house)

    assert "sans attente du tout" in (house / "site" / PAGE).read_text("utf-8")
    assert PAGE in result.changed
    assert "map.html" not in " ".join(result.changed)


def test_a_text_that_cannot_be_read_leaves_the_last_good_site_and_says_why(house: Path) -> None:
    good = (house / "site" / PAGE).read_bytes()
    (house / ACCUEIL).write_text("---\ntitle: [unclosed\n---\n\nText.\n", "utf-8")

    result = refreshed(house)

    assert not result.is_in_place
    assert {finding.where.path for finding in result.hold} == {PurePosixPath(ACCUEIL)}
    assert (house / "site" / PAGE).read_bytes() == good


def test_an_organisation_that_cannot_be_read_leaves_the_last_good_site(house: Path) -> None:
    good = (house / "site" / PAGE).read_bytes()
    (house / "manual/organisation.yml").write_text("people: [", "utf-8")

    result = refreshed(house)

    assert not result.is_in_place
    assert [finding.code for finding in result.hold] == ["OR008"]
    assert (house / "site" / PAGE).read_bytes() == good


def test_a_broken_draft_holds_nothing_back_once_a_version_is_in_force(tmp_path: Path) -> None:
    root = write_house(tmp_path)
    released(root)
    refreshed(root)
    (root / ACCUEIL).write_text("---\ntitle: [unclosed\n---\n\nText.\n", "utf-8")

    result = refreshed(root)

    assert result.is_in_place
    assert "sans attente inutile" in (root / "site" / PAGE).read_text("utf-8")


def test_a_page_left_by_a_rebuild_that_failed_is_in_no_later_site(house: Path) -> None:
    added = house / "procedures/accueil/en-plus.md"
    in_the_way = house / ".classeur/stage/pages/recherche/index.md"
    write_house(house, {str(added.relative_to(house)): a_text(reference="PR-R1-009")})
    in_the_way.unlink()
    in_the_way.mkdir()
    with pytest.raises(ClasseurError):
        refreshed(house)
    in_the_way.rmdir()
    added.unlink()
    refreshed(house)
    shutil.rmtree(house / "site")

    refreshed(house)

    assert not (house / "site/d/PR-R1-009").exists()
