"""« Ma feuille est-elle à jour ? »: sheets of every kind brought to the page, with no network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from classeur.tasks.house import Texts, open_house
from tests.browser import chromium
from tests.browser.chromium import Readers, Visit
from tests.browser.starter import built
from tests.houses import TODAY
from tests.released import kept_states

pytestmark = pytest.mark.xdist_group("sheets")

CHECK = "v/index.html"
NOON = f"{TODAY}T12:00:00Z"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents in every state on 22 November 2026."""
    return kept_states(tmp_path_factory.mktemp("sheets"))


@pytest.fixture(scope="module")
def sheets(house: Path) -> dict[str, str]:
    """What the sheets of each version carry, by reference and version."""
    ledger = open_house(house, TODAY, Texts.ALL).binder.ledger
    return {
        f"{release.reference} {release.version}": release.text_digest[:12]
        for history in ledger.histories.values()
        for release in history.releases
    }


@pytest.fixture(scope="module")
def site(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(house, tmp_path_factory.mktemp("sheets-site"))


@pytest.fixture
def holder(readers: Readers, site: Path) -> Iterator[Visit]:
    """Somebody with a sheet in hand, in front of the page."""
    with readers.visit(site) as visit:
        visit.page.clock.set_fixed_time(NOON)
        visit.open(CHECK)
        yield visit


def ask(holder: Visit, typed: str) -> None:
    """Type something and ask for an answer."""
    holder.page.get_by_label("Référence, version et empreinte").fill(typed)
    holder.page.get_by_role("button", name="Vérifier").click()


def answer(holder: Visit, typed: str) -> str:
    """What the page says first of what somebody typed."""
    box = holder.page.locator(".cl-check__answer")
    ask(holder, typed)
    expect(box.locator(".cl-check__told")).to_be_visible()
    return box.inner_text()


ANSWERS = [
    (
        "PR-R1-001 2.0",
        "Votre feuille est à jour : PR-R1-001 version 2.0 est en vigueur depuis le 15 novembre 2026.",
    ),
    ("PR-R1-001 1.0", "remplacée par la version 2.0, en vigueur depuis le 15 novembre 2026"),
    ("PR-R1-002 1.0", "La version 2.0 la remplacera le 1er janvier 2027."),
    ("PR-R1-002 2.0", "D'ici là, la version 1.0 est en vigueur."),
    ("PR-R1-003 1.0", "Pas encore : la version 1.0 s'applique à partir du 1er janvier 2027."),
    ("PR-R1-004 1.0", "Ne pas appliquer : PR-R1-004 est suspendu depuis le 2 novembre 2026."),
    ("PR-R1-005 1.0", "PR-R1-005 est retiré depuis le 5 octobre 2026."),
    ("PR-R1-008 1.0", "Ce document s'appelle maintenant PR-S1-001."),
    ("PR-R1-011 1.0", "PR-R1-011 est remplacé par d'autres documents depuis le 17 novembre 2026."),
]
"""A version, and what its sheet is told."""


def test_a_sheet_is_answered_by_what_is_in_force(holder: Visit, sheets: dict[str, str]) -> None:
    for sheet, told in ANSWERS:
        ask(holder, f"{sheet} {sheets[sheet]}")

        expect(holder.page.locator(".cl-check__answer")).to_contain_text(told)


def test_an_answer_is_that_of_the_day_on_which_it_is_asked(holder: Visit, sheets: dict[str, str]) -> None:
    holder.page.clock.set_fixed_time("2027-01-02T12:00:00Z")

    said = answer(holder, f"PR-R1-002 1.0 {sheets['PR-R1-002 1.0']}")

    assert "remplacée par la version 2.0, en vigueur depuis le 1er janvier 2027" in said


def test_another_text_under_the_same_number_is_seen(holder: Visit) -> None:
    assert "Texte différent : l'empreinte 000000000000" in answer(holder, "PR-R1-001 2.0 000000000000")


def test_a_sheet_without_its_digest_is_compared_by_its_number_and_that_is_said(holder: Visit) -> None:
    said = answer(holder, "pr-r1-001 v2")

    assert "Votre feuille est à jour : PR-R1-001 version 2.0" in said
    assert "Sans l'empreinte, seul le numéro de version a été comparé" in said


NO_SHEETS = [
    ("PR-R9-999 1.0", "Inconnue : ce site ne connaît aucun document PR-R9-999."),
    ("PR-R1-001", "Tapez la référence, la version, puis l'empreinte"),
    ("PR-R1-009 1.0", "Inconnue : ce site ne connaît aucun document PR-R1-009."),  # a draft
    ("<img src=x onerror=alert(1)> 1.0 aa", "Tapez la référence, la version"),
    ("PR-R1-001 7.0", "Inconnue : PR-R1-001 n'a jamais été diffusé en version 7.0."),
    ("__proto__ 1.0", "Inconnue : ce site ne connaît aucun document __proto__."),
]
"""What is typed, and the answer, which is never that of the line before."""


def test_what_is_not_a_sheet_is_said_plainly(holder: Visit) -> None:
    for typed, told in NO_SHEETS:
        ask(holder, typed)

        expect(holder.page.locator(".cl-check__answer")).to_contain_text(told)
    assert holder.dialogs == []


def test_the_code_of_a_sheet_fills_the_page_in_and_answers(
    browser: Browser, site: Path, sheets: dict[str, str]
) -> None:
    with chromium.visit(browser, site) as visit:
        visit.page.clock.set_fixed_time(NOON)

        page = visit.open(f"{CHECK}#PR-R1-001/2.0/{sheets['PR-R1-001 2.0']}")

        expect(page.locator(".cl-check__told--go")).to_contain_text("Votre feuille est à jour")


def test_an_answer_leads_to_the_text_in_force(holder: Visit, sheets: dict[str, str]) -> None:
    answer(holder, f"PR-R1-001 1.0 {sheets['PR-R1-001 1.0']}")

    holder.page.locator(".cl-check__answer").get_by_role("link").click()

    assert holder.address == "d/PR-R1-001/index.html"


def test_a_check_asks_for_nothing_outside_and_for_one_part_of_the_list(holder: Visit, sheets: dict[str, str]) -> None:
    answer(holder, f"PR-R1-001 2.0 {sheets['PR-R1-001 2.0']}")

    assert holder.outside() == []
    assert len([address for address in holder.asked if re.search(r"/v/part-\d+\.js$", address)]) == 1
    assert holder.errors == []


def test_an_answer_is_reached_and_read_by_keyboard_alone(holder: Visit, sheets: dict[str, str]) -> None:
    page = holder.page
    page.get_by_label("Référence, version et empreinte").focus()

    page.keyboard.type(f"PR-R1-004 1.0 {sheets['PR-R1-004 1.0']}")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").filter(has_text="Ne pas appliquer")).to_be_visible()
