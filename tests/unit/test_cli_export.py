"""`classeur export`, typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.views.document_lists import ListName
from tests.houses import write_house
from tests.unit.commands import Desk


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return write_house(tmp_path / "maison")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".XLSX", ".docx"])
@pytest.mark.parametrize("name", [name.value for name in ListName])
def test_each_list_is_written_in_each_format(desk: Desk, house: Path, name: str, suffix: str) -> None:
    said = desk.run("-C", house, "export", name, "-o", f"liste{suffix}")

    assert said.code == 0
    assert (house / f"liste{suffix}").stat().st_size > 50


def test_the_file_and_its_lines_are_told_to_programs(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "export", "master-list", "-o", "liste.csv", "--format", "json")

    assert said.data == {"path": (house / "liste.csv").as_posix(), "list": "master-list", "rows": 2}


def test_a_format_that_nobody_writes_is_refused_with_those_that_exist(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "export", "master-list", "-o", "liste.ods")

    assert said.code == 2
    assert ".xlsx" in said.err
    assert not (house / "liste.ods").exists()


def test_a_folder_that_does_not_exist_is_told(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "export", "master-list", "-o", "nulle-part/liste.csv")

    assert said.code == 2
    assert "nulle-part" in said.err
