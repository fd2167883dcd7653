"""A document's page: what it says first, what may be done from it, and a long one on paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.chromium import Readers, Visit
from tests.browser.served import served
from tests.browser.starter import built
from tests.houses import BODY, TODAY, a_text, house_files, write_house
from tests.released import Acts

pytestmark = pytest.mark.xdist_group("document-page")

NOON = f"{TODAY}T12:00:00Z"
DOCUMENT = "d/PR-R1-001/index.html"
LONG = "d/PR-R1-002/index.html"
WIDE = "d/PR-R1-003/index.html"
STRANGE = "Évaluer « la douleur » <b>vite</b> & bien 🙂 l'«échelle» " + "très " * 50 + "fin"
COLUMNS = 30
ROWS = 160
_SENTENCE = "Vérifier l'identité, noter l'heure et la dose, prévenir le médecin si la personne se plaint. "
_LONG_TEXT = (
    "## But\n\nSurveiller sans rien oublier.\n\n## Étapes\n\n"
    + "".join(f"{number}. {_SENTENCE * 4}\n" for number in range(1, 41))
    + "\n## Étapes\n\nLa suite, sous le même titre : [notice](https://example.org/notice) et [accueil](accueil.md).\n\n"
    + "| Heure surveillée | Qui | Geste |\n|---|---|---|\n"
    + "".join(f"| ligne-{n:03} | Infirmier | {_SENTENCE} |\n" for n in range(ROWS))
    + "\n## Suivi\n\nChaque mois.\n"
)
_WIDE_TEXT = (
    "## Relevé\n\n"
    + "".join(f"| colonne{n} " for n in range(COLUMNS))
    + "|\n"
    + "|---" * COLUMNS
    + "|\n"
    + "".join(f"| valeur{n} " for n in range(COLUMNS))
    + "|\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A released house: a second version under a strange title, a long procedure, a very wide table."""
    files = house_files()
    files["procedures/long.md"] = a_text(_LONG_TEXT, reference="PR-R1-002", title="Surveiller")
    files["procedures/large.md"] = a_text(_WIDE_TEXT, reference="PR-R1-003", title="Relever")
    root = write_house(tmp_path_factory.mktemp("document-page"), files)
    acts = Acts(root)
    for reference in ("FP-R1", "PR-R1-001", "PR-R1-002", "PR-R1-003"):
        acts.release(reference, "2026-06-01")
    new = BODY.replace("sans attente inutile", "en moins de 24 heures")
    title = "'" + STRANGE.replace("'", "''") + "'"
    acts.write(
        "procedures/accueil.md", a_text(new, version="2.0", title=title, summary="L'attente est limitée à 24 heures.")
    )
    acts.release("PR-R1-001", "2026-11-15")
    return built(root, tmp_path_factory.mktemp("document-page-site"))


@pytest.fixture
def reader(readers: Readers, site: Path) -> Iterator[Visit]:
    with readers.visit(site) as visit:
        visit.page.clock.set_fixed_time(NOON)
        yield visit


@pytest.fixture
def phone_reader(readers: Readers, site: Path) -> Iterator[Visit]:
    with readers.visit(site, size=chromium.PHONE) as visit:
        visit.page.clock.set_fixed_time(NOON)
        yield visit


def paper(reader: Visit, address: str, folder: Path) -> list[str]:
    """The sheets of a page sent to a printer, as text."""
    sheet = folder / "printed.pdf"
    reader.open(address)
    reader.page.pdf(path=sheet, prefer_css_page_size=True)
    told = subprocess.run(["pdftotext", "-layout", str(sheet), "-"], capture_output=True, check=True)
    return re.sub(r"[ \xa0\u202f]+", " ", told.stdout.decode("utf-8")).split("\f")[:-1]


@pytest.fixture(scope="module")
def sheets(browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The long procedure on paper."""
    with chromium.visit(browser, site) as visit:
        visit.page.clock.set_fixed_time(NOON)
        return paper(visit, LONG, tmp_path_factory.mktemp("paper"))


# on the screen


def test_a_page_says_first_what_it_is_for_and_who_does_what(reader: Visit) -> None:
    brief = reader.open(DOCUMENT).locator(".cl-brief")

    expect(brief.locator(".cl-brief__purpose")).to_have_text(
        "Accueillir chaque patient avec attention et en moins de 24 heures."
    )
    expect(brief.locator(".cl-brief__tasks div").first).to_contain_text("Secrétaire")
    expect(brief).to_contain_text("1 minute de lecture")


def test_what_changes_is_above_the_text_for_a_month_only(reader: Visit) -> None:
    change = reader.open(DOCUMENT).locator(".cl-change")
    expect(change).to_be_visible()

    reader.page.clock.set_fixed_time("2026-12-16T12:00:00Z")
    reader.page.reload()

    expect(change).to_be_hidden()


def test_a_proposal_is_an_e_mail_to_the_owner_about_that_version(reader: Visit) -> None:
    address = reader.open(DOCUMENT).get_by_role("link", name="Proposer une amélioration").get_attribute("href")

    assert address is not None
    assert address.startswith("mailto:a.martin@example.org?subject=")
    assert "Proposition pour PR-R1-001 version 2.0" in unquote(address)


def test_the_versions_and_the_comparison_are_one_click_away(reader: Visit) -> None:
    page = reader.open(DOCUMENT)

    page.get_by_role("link", name="Comparer à la version précédente").click()

    assert reader.address == "d/PR-R1-001/2.0/comparaison/index.html"


def test_a_strange_title_is_shown_as_it_was_typed(reader: Visit) -> None:
    page = reader.open(DOCUMENT)

    expect(page.get_by_role("heading", level=1)).to_have_text(STRANGE)
    assert STRANGE in page.title()
    assert reader.errors == []


@pytest.mark.parametrize("address", [DOCUMENT, LONG, WIDE, "index.html", "d/PR-R1-001/2.0/comparaison/index.html"])
def test_no_title_and_no_table_makes_a_phone_scroll_sideways(phone_reader: Visit, address: str) -> None:
    page = phone_reader.open(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= chromium.PHONE[0]


def test_a_very_wide_table_is_scrolled_in_its_own_frame(phone_reader: Visit) -> None:
    last = phone_reader.open(WIDE).get_by_text(f"valeur{COLUMNS - 1}")

    last.scroll_into_view_if_needed()

    expect(last).to_be_in_viewport()


def test_two_headings_alike_are_two_places(reader: Visit) -> None:
    page = reader.open(LONG)

    second = page.locator(".cl-outline a, .cl-contents a").filter(has_text="Étapes").last
    target = unquote((second.get_attribute("href") or "").partition("#")[2])

    expect(page.locator(f"[id='{target}'] + *")).to_contain_text("La suite, sous le même titre")


def test_the_contents_of_a_long_text_are_at_hand_on_a_phone(phone_reader: Visit) -> None:
    page = phone_reader.open(LONG)

    page.locator(".cl-outline summary").click()
    page.locator(".cl-outline").get_by_role("link", name="Étapes").last.click()

    expect(page.get_by_text("La suite, sous le même titre")).to_be_in_viewport()


# on paper


def test_each_sheet_says_its_document_its_version_its_day_and_its_number(sheets: list[str]) -> None:
    assert len(sheets) > 8
    for number, sheet in enumerate(sheets, 1):
        assert "PR-R1-002 · version 1.0 · copie non contrôlée, imprimée le 22 novembre 2026" in sheet
        assert f"{number} / {len(sheets)}" in sheet


def test_the_first_sheet_carries_the_control_block(sheets: list[str]) -> None:
    for words in ("PR-R1-002", "Rédigé par", "Validé par", "Approuvé par", "Prochaine révision", "À jour ?"):
        assert words in sheets[0]


def test_the_last_sheet_says_what_to_type_to_check_it(sheets: list[str]) -> None:
    assert re.search(r"Ma feuille est-elle à jour \? .{0,30}PR-R1-002 1\.0 [0-9a-f]{12}", " ".join(sheets[-1].split()))
    assert "Imprimée le 22 novembre 2026" in sheets[-1]


def test_the_head_of_a_table_is_repeated_on_each_sheet(sheets: list[str]) -> None:
    with_rows = [sheet for sheet in sheets if "ligne-" in sheet]

    assert len(with_rows) > 3
    assert all("Heure surveillée" in sheet for sheet in with_rows)


def test_no_row_of_a_table_is_cut_between_two_sheets(sheets: list[str]) -> None:
    for sheet in sheets:
        told = " ".join(sheet.split())
        assert told.count("ligne-") == len(re.findall(r"ligne-\d{3}", told))
        after_last = told.rpartition("ligne-")[2]
        assert "ligne-" not in told or "se plaint." in after_last


def test_every_row_of_a_long_table_is_printed(sheets: list[str]) -> None:
    assert set(re.findall(r"ligne-(\d{3})", " ".join(sheets))) == {f"{number:03}" for number in range(ROWS)}


def test_only_the_address_of_an_outside_link_is_printed(sheets: list[str]) -> None:
    text = " ".join(" ".join(sheets).split())

    assert "notice (https://example.org/notice)" in text
    assert "PR-R1-001/index.html" not in text


def test_no_navigation_is_printed(sheets: list[str]) -> None:
    text = " ".join(sheets)

    assert not [w for w in ("Proposer une amélioration", "Sommaire", "Rechercher", "Sur cette page") if w in text]


def test_a_very_wide_table_is_printed_to_its_last_column_on_a_sheet_turned_over(reader: Visit, tmp_path: Path) -> None:
    told = paper(reader, WIDE, tmp_path)
    sizes = subprocess.run(["pdfinfo", "-l", "99", str(tmp_path / "printed.pdf")], capture_output=True, check=True)

    [turned] = [number for number, sheet in enumerate(told, 1) if re.search(r"\be0|ne0\b", sheet)]
    assert re.search(r"e29\b", told[turned - 1])
    assert re.search(rf"Page +{turned} size: +84[12]\S* x 59[45]", sizes.stdout.decode())


def test_the_foot_of_the_sheets_breaks_no_strict_policy(browser: Browser, site: Path) -> None:
    with served(site) as address:
        page = browser.new_page()
        told: list[str] = []
        page.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
        page.goto(f"{address}{DOCUMENT}")
        page.pdf()
        page.close()

    assert told == []


def test_a_block_opened_for_the_printer_is_folded_again_on_the_phone(phone_reader: Visit) -> None:
    page = phone_reader.open(DOCUMENT)
    block = page.locator("details.cl-control")
    expect(block).not_to_have_attribute("open", "")

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(block).to_have_attribute("open", "")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")

    expect(block).not_to_have_attribute("open", "")
