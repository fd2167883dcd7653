"""The slip on which a reader writes a proposal by hand."""

from __future__ import annotations

from tests.browser.chromium import Visit


def test_the_slip_carries_the_reference_and_the_version_of_the_page_that_led_to_it(reader: Visit) -> None:
    page = reader.open("d/PR-S1-001/index.html")

    page.get_by_role("link", name="Bulletin de proposition à imprimer").click()

    assert page.locator("[data-slip=reference]").inner_text() == "PR-S1-001"
    assert page.locator("[data-slip=version]").inner_text() == "1.0"
    assert reader.errors == []


def test_a_slip_opened_by_itself_is_left_to_be_filled_in(reader: Visit) -> None:
    page = reader.open("propositions/bulletin/index.html#<b>x</b>_1")

    assert "…" in page.locator("[data-slip=reference]").inner_text()
