"""What comes out of the printer."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.chromium import Visit
from tests.browser.starter import KINDS, MAP, MASTER_LIST, PROCEDURE


def printed(reader: Visit, address: str, folder: Path) -> str:
    """The text of a page sent to a printer."""
    sheet = folder / "printed.pdf"
    reader.open(address)
    reader.page.pdf(path=sheet, prefer_css_page_size=True)
    told = subprocess.run(["pdftotext", "-layout", str(sheet), "-"], capture_output=True, check=True)
    return re.sub(r"[ \xa0\u202f]+", " ", told.stdout.decode("utf-8"))


@pytest.fixture(scope="module")
def procedure(browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A procedure on paper."""
    with chromium.visit(browser, site) as reader:
        return printed(reader, PROCEDURE, tmp_path_factory.mktemp("paper"))


@pytest.mark.parametrize("words", ["PR-R2-001", "Rédigé par", "Approuvé par", "Prochaine révision", "Empreinte"])
def test_a_printed_procedure_carries_its_control_block(procedure: str, words: str) -> None:
    assert words in procedure


def test_the_control_block_of_a_reflex_card_is_printed_whole(reader: Visit, tmp_path: Path) -> None:
    assert "Approuvé par" in printed(reader, KINDS["reflex card"], tmp_path)


def test_a_printed_procedure_says_that_it_is_not_controlled(procedure: str) -> None:
    assert "copie non contrôlée" in procedure


@pytest.mark.parametrize("words", ["Fiches réflexes", "Rechercher", "Table des matières", "›"])
def test_a_printed_procedure_carries_no_navigation(procedure: str, words: str) -> None:
    assert words not in procedure


def test_a_procedure_printed_from_a_phone_carries_the_block_that_was_folded(
    phone_reader: Visit, tmp_path: Path
) -> None:
    assert "Approuvé par" in printed(phone_reader, PROCEDURE, tmp_path)


def test_pages_are_numbered_on_paper(procedure: str) -> None:
    sheets = procedure.count("\f")

    assert re.search(rf"{sheets} ?/ ?{sheets}\b", procedure)


def test_the_whole_master_list_fits_on_a_few_sheets(reader: Visit, tmp_path: Path) -> None:
    assert printed(reader, MASTER_LIST, tmp_path).count("\f") <= 4


def test_a_map_printed_from_a_phone_is_the_wide_one(phone_reader: Visit, tmp_path: Path) -> None:
    text = printed(phone_reader, MAP, tmp_path)

    assert re.search(r"Accueillir et programmer +Soigner et accompagner", text)
