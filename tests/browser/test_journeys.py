"""What a reader does with the mouse, from the home page to the text."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chromium import Visit
from tests.browser.starter import KINDS, MASTER_LIST


def test_the_map_leads_from_the_home_page_to_a_process_and_its_procedure(reader: Visit) -> None:
    page = reader.open("index.html")

    page.get_by_role("link", name="Cartographie des processus").first.click()
    page.locator("svg.cl-map-wide").get_by_role("link", name="Soigner et accompagner").click()
    page.get_by_role("link", name="PR-R2-001 Maîtriser le circuit du médicament").first.click()

    assert reader.address == "d/PR-R2-001/index.html"


def test_a_procedure_leads_back_to_its_process(reader: Visit) -> None:
    page = reader.open("d/PR-R2-001/index.html")

    page.locator(".cl-control").get_by_role("link", name="R2 Soigner et accompagner").click()

    assert reader.address == "p/R2/index.html"


def test_the_control_block_of_an_emergency_card_is_folded_before_its_first_gesture(reader: Visit) -> None:
    page = reader.open(KINDS["reflex card"])

    expect(page.locator("details.cl-control")).not_to_have_attribute("open", "")
    expect(page.locator("article h2").first).to_be_in_viewport()


def test_an_emergency_card_is_one_click_from_the_home_page(reader: Visit) -> None:
    page = reader.open("index.html")

    page.get_by_role("link", name="Urgence vitale").click()

    assert reader.address == "d/FR-R2-001/index.html"


def test_a_text_not_released_yet_says_so(reader: Visit) -> None:
    page = reader.open("d/PR-R2-001/index.html")

    expect(page.locator(".cl-banner--draft")).to_have_text("brouillon : non diffusé", ignore_case=True)


def references(reader: Visit) -> list[str]:
    return reader.page.locator(".cl-sortable tbody tr:not([hidden]) td:first-child").all_inner_texts()


def test_the_master_list_is_turned_over_by_two_clicks_on_a_title(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)
    first = references(reader)

    page.get_by_role("button", name="Référence").click()
    page.get_by_role("button", name="Référence").click()

    assert references(reader) == sorted(first, reverse=True)


def test_the_sorted_column_of_the_master_list_is_told_to_screen_readers(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    page.get_by_role("button", name="Titre").click()

    expect(page.get_by_role("columnheader", name="Titre")).to_have_attribute("aria-sort", "ascending")


def test_the_master_list_is_filtered_without_accents(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    page.get_by_label("Filtrer").fill("medicament")

    assert references(reader) == ["PR-R2-001"]


def test_the_master_list_is_filtered_by_kind(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    page.get_by_label("Genre").select_option("Fiche réflexe")

    assert references(reader) == [f"FR-R2-00{n}" for n in range(1, 6)] + ["FR-S2-001"]


def test_a_filter_that_fits_nothing_says_what_to_do(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    page.get_by_label("Filtrer").fill("zzz")

    expect(page.locator(".cl-list__count")).to_contain_text("Vider le filtre")
