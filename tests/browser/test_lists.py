"""The lists in the browser: sorted and filtered in the page, whole without a script, with their files beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.chromium import Visit
from tests.browser.starter import KINDS

BY_PROCESS = KINDS["list by process"]


def test_the_lists_lead_to_one_another(reader: Visit) -> None:
    page = reader.open(KINDS["master list"])

    page.get_by_role("navigation", name="Listes de documents").get_by_role("link", name="Par processus").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Documents par processus")
    expect(page.locator(".cl-lists [aria-current=page]")).to_have_text("Par processus")


def test_sorting_keeps_each_line_under_its_title(reader: Visit) -> None:
    page = reader.open(BY_PROCESS)
    under = """() => [...document.querySelectorAll('table.cl-sortable tbody')]
        .map((body) => [...body.rows].map((row) => row.cells[0].textContent))
        .map(([title, ...references]) => [title, references.sort()])"""
    before = page.evaluate(under)

    page.get_by_role("button", name="Titre").click()

    assert page.evaluate(under) == before
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Titre")


def test_a_filter_hides_the_titles_left_without_a_line(reader: Visit) -> None:
    page = reader.open(BY_PROCESS)

    page.get_by_label("Filtrer").fill("hygiene des mains")

    expect(page.locator(".cl-group:visible")).to_have_count(1)
    expect(page.locator(".cl-list__count")).to_contain_text("Lignes affichées : 1 sur")


def test_a_filter_that_finds_nothing_says_so(reader: Visit) -> None:
    page = reader.open(KINDS["master list"])

    page.get_by_label("Filtrer").fill("zzz")

    expect(page.locator(".cl-list__count")).to_contain_text("Aucun document")


def test_each_list_gives_its_files(reader: Visit, site: Path) -> None:
    for name in [kind for kind in KINDS if "list" in kind]:
        downloads = reader.open(KINDS[name]).locator(".cl-downloads")
        for link in ("Excel", "CSV"):
            target = str(downloads.get_by_role("link", name=link).evaluate("link => link.href"))

            assert (site / target.removeprefix(f"{site.as_uri()}/")).stat().st_size > 50, (name, link)


def test_a_phone_shows_the_heading_of_each_value(phone_reader: Visit) -> None:
    page = phone_reader.open(KINDS["master list"])
    headings = page.locator("thead th").all_inner_texts()

    above = page.locator("tbody tr").first.evaluate(
        "row => [...row.cells].map((cell) => getComputedStyle(cell, '::before').content)"
    )

    assert [each.strip('"') for each in above] == [headings[0], "none", *headings[2:]]


def test_a_list_is_drawn_once_its_last_line_is_read(reader: Visit) -> None:
    page = reader.open(KINDS["master list"])

    awaited = page.locator("link[rel=expect][blocking=render]").get_attribute("href")
    lines_after = page.evaluate(
        """(end) => [...document.querySelectorAll('table.cl-sortable tr')]
        .filter((line) => document.querySelector(end).compareDocumentPosition(line) & 4).length""",
        awaited,
    )

    assert (awaited, lines_after) == ("#cl-end", 0)


@pytest.mark.parametrize("width", [768, 820, 960, 1024])
def test_no_list_is_wider_than_a_tablet(browser: Browser, site: Path, width: int) -> None:
    hidden = {}
    with chromium.visit(browser, site, (width, 1000)) as visit:
        for name in (*(kind for kind in KINDS if "list" in kind), "action plan"):
            hidden[name] = visit.open(KINDS[name]).evaluate("document.documentElement.scrollWidth - innerWidth")

    assert {name: most for name, most in hidden.items() if most > 0} == {}
