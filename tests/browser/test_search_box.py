"""The search of every page, over file://, with no network."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.chromium import Visit


def test_the_medicine_procedure_comes_first_with_its_reference_with_or_without_accents(reader: Visit) -> None:
    page = reader.open("index.html")
    for words in ("médicament", "medicament", "MÉDICAMENT"):
        page.locator("#cl-query").press_sequentially(words)

        expect(page.locator(".md-header [role=option]").first).to_contain_text("Maîtriser le circuit du médicament")
        # asked in one go: each pause in the typing makes the list anew, and an element found before may be gone
        page.wait_for_function(
            """() => {
              const about = document.querySelector('.md-header [role=option] .cl-search__about');
              return about?.textContent.includes('PR-R2-001') && about.getBoundingClientRect().width > 20;
            }"""
        )
        page.locator("#cl-query").fill("")
        expect(page.locator(".md-header .cl-search__panel")).to_be_hidden()


def test_an_arrow_and_enter_open_the_first_result(reader: Visit) -> None:
    page = reader.open("p/R2/index.html")
    page.locator("#cl-query").press_sequentially("médicament")
    expect(page.locator(".md-header [role=option]").first).to_be_visible()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("PR-R2-001/index.html"))


def test_enter_alone_leads_to_the_page_of_all_results(reader: Visit) -> None:
    page = reader.open("p/R2/index.html")
    page.locator("#cl-query").fill("medicament")

    page.keyboard.press("Enter")

    expect(page.locator(".cl-search--page [role=option]").first).to_contain_text("Maîtriser le circuit du médicament")


def test_a_result_that_was_clicked_opens(reader: Visit) -> None:
    page = reader.open("index.html")
    page.locator("#cl-home-query").press_sequentially("urgence vitale")

    page.locator(".cl-search--home [role=option]").first.click()

    assert reader.address.startswith("d/FR-R2-001/index.html")


def test_escape_closes_the_results(reader: Visit) -> None:
    page = reader.open("index.html")
    page.locator("#cl-query").press_sequentially("médicament")
    expect(page.locator(".md-header .cl-search__panel")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator(".md-header .cl-search__panel")).to_be_hidden()


def test_results_have_addresses_from_the_root_and_a_reference_where_they_are_documents(reader: Visit) -> None:
    page = reader.open("p/R2/index.html")

    [document] = page.evaluate("classeurSearch('medicament', 1)")
    found = page.evaluate("classeurSearch('soigner et accompagner', 20)")

    assert (reader.site / document["url"]).exists()
    assert document["url"].startswith("d/PR-R2-001")
    assert [one["reference"] for one in found if one["url"].startswith("p/R2")] == [None]


def test_an_acronym_is_explained_above_its_results(reader: Visit) -> None:
    page = reader.open("index.html")

    page.locator("#cl-query").press_sequentially("FEI")

    expect(page.locator(".md-header .cl-search__note").first).to_contain_text("FEI : Fiche d'événement indésirable")


def test_a_filter_keeps_the_results_of_one_kind(reader: Visit) -> None:
    page = reader.open("index.html")
    page.locator("#cl-query").press_sequentially("médicament")

    page.locator(".md-header [data-facet=kind]").select_option("Fiche réflexe")

    expect(page.locator(".md-header .cl-search__title").first).to_contain_text("Fiche réflexe")
    kinds = page.locator(".md-header .cl-search__about").all_inner_texts()
    assert kinds
    assert all("Fiche réflexe" in about for about in kinds)


def test_filters_are_chosen_with_the_keyboard_alone(reader: Visit) -> None:
    page = reader.open("index.html")
    page.locator("#cl-query").press_sequentially("médicament")
    expect(page.locator(".md-header [data-facet=kind]")).to_be_visible()

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('.cl-search__filters, .cl-search') !== null")
    page.keyboard.press("Escape")

    assert focused
    expect(page.locator(".md-header .cl-search__panel")).to_be_hidden()


def test_nothing_found_leads_to_the_person_who_can_help(reader: Visit) -> None:
    page = reader.open("index.html")

    page.locator("#cl-query").press_sequentially("xqzwk vfgth")

    link = page.locator(".md-header .cl-search__contact")
    expect(link).to_have_attribute("href", re.compile("^mailto:a.martin@example.org\\?subject=.*xqzwk"))


def test_a_mistyped_word_is_found_and_the_right_one_proposed(reader: Visit) -> None:
    page = reader.open("index.html")
    page.locator("#cl-query").press_sequentially("medikament perime")

    proposal = page.locator(".md-header .cl-search__suggestion").first
    expect(proposal).to_contain_text("médicament")
    proposal.click()

    expect(page.locator("#cl-query")).to_have_value(re.compile("médicament"))


def test_the_search_page_keeps_the_filters_of_the_box(reader: Visit) -> None:
    page = reader.open("recherche/index.html?q=m%C3%A9dicament&process=R2")

    expect(page.locator(".cl-search--page [data-facet=process]")).to_have_value("R2")
