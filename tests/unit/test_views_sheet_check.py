"""What the site knows of a sheet of paper."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from classeur.model.binder import Binder
from classeur.model.states import State
from classeur.reading.folder import read_folder
from classeur.tasks.house import Texts, open_house
from classeur.views.sheet_check import PART_SIZE, SheetMark, SheetRecord, part_of, parts, sheet_records, web_root
from classeur.views.shown import published
from classeur.views.timeline import successions, timeline
from classeur.writers.site.sheet_code import sheet_code
from tests.houses import TODAY, write_house
from tests.ledgers import a_binder, a_document, a_release, an_entry
from tests.released import kept_states

MARK = SheetMark("PR-R1-001", "2.0", "0123456789ab")


def records(binder: Binder) -> dict[str, SheetRecord]:
    house = published(binder)
    replaced = successions(house)
    spans = {reference: timeline(house, reference, replaced) for reference in house.standings}
    return {record.reference: record for record in sheet_records(house, spans)}


def now(record: SheetRecord) -> tuple[State, str, str]:
    """What is in force on the build's day, and since when."""
    span = record.spans[0]
    return span.state, span.version, str(span.since)


def test_a_sheet_is_known_by_reference_version_and_the_start_of_its_digest() -> None:
    [record] = records(a_binder(a_release("2026-06-01"))).values()

    assert record.versions == (("1.0", "ab" * 6),)
    assert now(record) == (State.APPLICABLE, "1.0", "2026-06-01")


def test_a_replaced_version_is_known_with_what_replaces_it() -> None:
    second = a_document(version="2.0")

    [record] = records(a_binder(a_release("2026-06-01"), a_release("2026-11-15", second))).values()

    assert [version for version, _ in record.versions] == ["1.0", "2.0"]
    assert now(record) == (State.APPLICABLE, "2.0", "2026-11-15")


def test_a_withdrawn_document_is_told_with_its_day() -> None:
    [record] = records(a_binder(a_release("2026-06-01"), an_entry("withdraw", "2026-07-01", reason="Fin."))).values()

    assert now(record) == (State.WITHDRAWN, "", "2026-07-01")


def test_a_draft_is_known_to_nobody() -> None:
    binder = a_binder(a_release("2026-06-01"), documents=(a_document(reference="PR-R1-009", title="Motsecret"),))

    assert list(records(binder)) == ["PR-R1-001"]


def test_nothing_is_listed_while_nothing_was_released(tmp_path: Path) -> None:
    binder, _ = read_folder(write_house(tmp_path), TODAY)

    assert records(binder) == {}


def test_every_state_of_a_house_has_its_answer(tmp_path: Path) -> None:
    found = records(open_house(kept_states(tmp_path), TODAY, Texts.ALL).binder)

    assert {reference: now(record) for reference, record in found.items()} == {
        "FP-R1": (State.APPLICABLE, "1.0", "2026-05-04"),
        "PR-R1-001": (State.APPLICABLE, "2.0", "2026-11-15"),
        "PR-R1-002": (State.APPLICABLE, "1.0", "2026-06-01"),
        "PR-R1-003": (State.APPROVED, "1.0", "2027-01-01"),
        "PR-R1-004": (State.SUSPENDED, "1.0", "2026-11-02"),
        "PR-R1-005": (State.WITHDRAWN, "", "2026-10-05"),
        "PR-R1-006": (State.APPLICABLE, "1.0", "2026-06-01"),
        "PR-R1-007": (State.APPLICABLE, "1.0", "2024-03-01"),
        "PR-R1-008": (State.APPLICABLE, "1.0", "2026-06-01"),
        "PR-R1-010": (State.APPLICABLE, "1.0", "2026-11-12"),
        "PR-R1-011": (State.SUPERSEDED, "", "2026-11-17"),
        "PR-R1-012": (State.APPLICABLE, "1.0", "2026-11-17"),
        "PR-S1-001": (State.APPLICABLE, "1.0", "2026-06-01"),
    }
    assert found["PR-R1-008"].present == "PR-S1-001"


def test_a_long_list_is_split_into_parts_of_about_one_size() -> None:
    listed = tuple(SheetRecord(f"PR-R1-{n:04}", "", "", "", (), ()) for n in range(PART_SIZE * 8))

    groups = parts(listed)

    assert len(groups) == 8
    assert sorted(record.reference for group in groups for record in group) == [r.reference for r in listed]
    assert max(len(group) for group in groups) < PART_SIZE * 1.5


def test_a_reference_is_looked_for_in_one_part_whatever_its_capitals_and_accents() -> None:
    assert part_of("PR-É1-001", 97) == part_of("pr-e1-001", 97)


def test_the_code_opens_the_check_where_the_site_has_an_address() -> None:
    assert MARK.address("https://intranet.example.org/q") == (
        "https://intranet.example.org/q/v/#PR-R1-001/2.0/0123456789ab"
    )


@pytest.mark.parametrize("typed", ["", "  ", "intranet", "javascript:alert(1)", "file:///N:/qualite"])
def test_the_code_holds_the_text_to_type_where_no_browser_could_open_the_address(typed: str) -> None:
    assert web_root(typed) == ""
    assert MARK.address(typed) == ""
    assert sheet_code(MARK, typed) == sheet_code(MARK, "")


def test_the_code_is_a_small_drawing_that_asks_for_nothing() -> None:
    drawn = sheet_code(MARK, "https://intranet.example.org/qualite/")

    assert drawn.startswith("<svg ")
    assert len(drawn) < 4000
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", drawn)


def test_the_lists_of_a_site_hold_no_word_of_a_draft(tmp_path: Path) -> None:
    found = records(open_house(kept_states(tmp_path), TODAY, Texts.ALL).binder)

    assert "Brouillon" not in json.dumps([record.title for record in found.values()])
