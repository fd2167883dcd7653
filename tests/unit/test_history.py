"""What the entries of the journal tell of a document, also those that say less than ours do."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from classeur.model.history import History, told_history
from classeur.model.journal import JournalEntry
from classeur.model.ledger import Ledger
from tests.ledgers import REFERENCE, a_binder, a_document, a_release, an_entry

DAY = dt.date(2026, 3, 12)
SECOND, THIRD = "PR-R1-002", "PR-R1-003"


def told(*entries: JournalEntry) -> History:
    return told_history(REFERENCE, ((replace(entry, sequence=n), DAY) for n, entry in enumerate(entries, 1)))


def moved(reference: str, **to: Any) -> JournalEntry:
    return an_entry("renumber", "2026-03-12", reference, **to)


def test_a_release_without_its_text_has_no_digest_of_a_text() -> None:
    [release] = told(replace(a_release("2026-03-12"), files=())).releases

    assert release.text_digest == ""


def test_a_release_that_names_no_owner_leaves_the_one_before() -> None:
    first, second = a_release("2026-03-12"), a_release("2026-03-13", a_document(version="2.0"))
    nobody = replace(second, details={})

    assert told(first, nobody).owner == "a.martin"
    assert told(nobody).owner == ""


def test_a_reassignment_to_nobody_leaves_the_owner() -> None:
    assert told(a_release("2026-03-12"), an_entry("reassign", "2026-03-13")).owner == "a.martin"


def test_acts_whose_reason_is_not_said_have_an_empty_one() -> None:
    signature = next(iter(told(an_entry("sign", "2026-03-12")).signatures.values()))
    [review] = told(an_entry("review", "2026-03-12")).reviews
    suspension, withdrawal = (
        told(an_entry("suspend", "2026-03-12")).suspension,
        told(an_entry("withdraw", "2026-03-12")).withdrawal,
    )

    assert suspension is not None
    assert withdrawal is not None
    assert {signature.reason, signature.cumul_reason, review.reason, suspension.reason, withdrawal.reason} == {""}


def test_a_version_that_comes_back_is_in_force_once() -> None:
    twice = a_release("2026-03-12")
    back = an_entry("withdraw", "2026-03-14", restored="1.0")

    assert [release.entry.sequence for release in told(twice, twice, back).live] == [2]


def test_an_adoption_without_a_number_is_the_first_version() -> None:
    [release] = told(replace(a_release("2026-03-12"), version=None)).releases

    assert str(release.version) == "1.0"


def test_a_renumbering_to_nowhere_leaves_the_reference() -> None:
    assert Ledger((moved(REFERENCE),)).present(REFERENCE) == REFERENCE


def test_a_circle_of_renumberings_ends() -> None:
    circle = (moved(REFERENCE, to=SECOND), moved(SECOND, to=THIRD), moved(THIRD, to=SECOND))

    assert Ledger(circle).present(REFERENCE) == THIRD


def test_other_texts_leave_what_a_ledger_tells_of_its_entries() -> None:
    text = a_document()
    ledger = a_binder(a_release("2026-03-02", text), an_entry("renumber", "2026-03-03", to="PR-R1-009")).ledger
    told = {name: getattr(ledger, name) for name in ("is_empty", "renumbered", "by_reference", "histories")}

    other = ledger.with_texts({})

    assert ledger.with_texts(dict(ledger.texts)) is ledger
    assert (other.texts, other.entries, other.head) == ({}, ledger.entries, ledger.head)
    assert all(vars(other)[name] is kept for name, kept in told.items())
    assert "last_instant" not in vars(other)
