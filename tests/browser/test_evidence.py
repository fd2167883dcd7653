"""The folder of an auditor, opened in a browser without a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.cli.app import main
from tests.acts import released
from tests.browser.chromium import PHONE, Readers
from tests.houses import TODAY, write_house
from tests.standards import a_house_with_a_standard


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The evidence of a small house."""
    root = write_house(tmp_path_factory.mktemp("centre"), a_house_with_a_standard())
    released(root)
    made = tmp_path_factory.mktemp("remis") / "dossier"
    assert main(["-C", str(root), "--today", str(TODAY), "evidence", "ISO-9001-2015", "-o", str(made)]) == 0
    return made


def test_an_auditor_goes_from_a_criterion_to_its_text_and_asks_nothing_of_the_network(
    readers: Readers, folder: Path
) -> None:
    with readers.visit(folder) as visit:
        page = visit.open("index.html")
        page.get_by_role("link", name="PR-R1-001 Accueillir un patient").first.click()

        assert visit.address == "textes/PR-R1-001-1.0.html"
        assert page.get_by_role("heading", level=1).inner_text() == "Accueillir un patient"
        assert (visit.outside(), visit.errors) == ([], [])


def test_the_style_of_the_folder_is_applied_under_its_own_policy(readers: Readers, folder: Path) -> None:
    with readers.visit(folder) as visit:
        page = visit.open("textes/PR-R1-001-1.0.html")

        assert page.locator("dl.block").evaluate("each => getComputedStyle(each).display") == "grid"


def test_the_folder_fits_a_telephone(readers: Readers, folder: Path) -> None:
    with readers.visit(folder, size=PHONE) as visit:
        for address in ("index.html", "verifier.html", "textes/PR-R1-001-1.0.html"):
            page = visit.open(address)

            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0], address
