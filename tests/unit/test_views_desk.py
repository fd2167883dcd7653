"""What waits for whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Finding, Location, Severity
from classeur.model.journal import JournalEntry
from classeur.model.organisation import Size
from classeur.views.desk import DeskAct, cumuls, desk, is_on_the_site, public
from tests.ledgers import DIRECTION, ORGANISATION, REFERENCE, REFERENT, a_binder, a_document, a_release, an_entry

FIRST = a_document(version="1.0")
SECOND = a_document(version="2.0")


def about(document: Document, entry: JournalEntry) -> JournalEntry:
    """The entry, bound to a text."""
    return replace(entry, version=document.version, digest=document.digest)


def waiting(binder: Binder) -> list[tuple[str, DeskAct]]:
    return [(each.person, task.act) for each in desk(binder) for task in each.tasks]


def submitted(document: Document = SECOND, day: str = "2026-11-18") -> JournalEntry:
    return about(document, an_entry("submit", day, document.reference))


def signed(step: str, document: Document = SECOND, verdict: str = "accepted", **more: str) -> JournalEntry:
    actor = REFERENT if step == "validation" else DIRECTION
    return about(
        document, an_entry("sign", "2026-11-19", document.reference, actor, step=step, verdict=verdict, **more)
    )


def test_a_submitted_text_waits_for_its_validator() -> None:
    binder = a_binder(submitted(), documents=(SECOND,))

    assert waiting(binder) == [("a.martin", DeskAct.VALIDATE)]


def test_the_days_waited_are_counted_from_the_last_act() -> None:
    [[task]] = [each.tasks for each in desk(a_binder(submitted(), documents=(SECOND,)))]

    assert (task.since, task.waited) == (dt.date(2026, 11, 18), 4)


def test_a_validated_text_waits_for_its_approver() -> None:
    assert waiting(a_binder(submitted(), signed("validation"), documents=(SECOND,))) == [("c.leroy", DeskAct.APPROVE)]


def test_an_approved_text_waits_for_its_owner_to_release_it() -> None:
    binder = a_binder(submitted(), signed("validation"), signed("approval"), documents=(SECOND,))

    assert waiting(binder) == [("a.martin", DeskAct.RELEASE)]


def test_a_refused_text_goes_back_to_its_writer_with_the_reason() -> None:
    binder = a_binder(submitted(), signed("validation", verdict="refused", reason="Trop long."), documents=(SECOND,))

    [each] = desk(binder)

    assert [(task.act, task.reason) for task in each.tasks] == [(DeskAct.REWRITE, "Trop long.")]
    assert each.person == "b.durand"


def test_a_text_changed_after_a_visa_is_to_be_submitted_again() -> None:
    changed = a_document(version="2.0", body="## But\n\nAutre chose.\n")
    binder = a_binder(submitted(), signed("validation"), documents=(changed,))

    assert waiting(binder) == [("b.durand", DeskAct.RESUBMIT)]


def test_an_overdue_review_comes_first() -> None:
    entry = a_release("2026-06-01", a_document(review_date="2026-10-01"))
    soon = a_release("2026-06-01", a_document(reference="PR-R1-002", review_date="2026-12-01"))

    assert waiting(a_binder(soon, entry)) == [("a.martin", DeskAct.REVIEW_LATE), ("a.martin", DeskAct.REVIEW_SOON)]


def test_a_review_that_asks_for_a_revision_waits_for_the_owner() -> None:
    review = about(FIRST, an_entry("review", "2026-11-01", outcome="revise", reason="Incomplet."))

    assert waiting(a_binder(a_release("2026-06-01", FIRST), review)) == [("a.martin", DeskAct.REVISE)]


def test_an_emergency_edition_is_to_be_regularised_before_it_lapses() -> None:
    binder = a_binder(a_release("2026-11-12", a_document(urgent="true"), until="2026-12-12"))

    [[task]] = [each.tasks for each in desk(binder)]

    assert (task.act, task.due) == (DeskAct.REGULARISE, dt.date(2026, 12, 12))


def test_a_changed_source_is_to_be_checked_by_the_owner() -> None:
    finding = Finding(Location(FIRST.path), "LK014", Severity.WARNING, {}, REFERENCE)

    [each] = desk(a_binder(a_release("2026-06-01", FIRST)), [finding])

    assert (each.person, [task.act for task in each.tasks]) == ("a.martin", [DeskAct.CHECK_SOURCE])


def test_what_nobody_present_can_sign_stands_apart() -> None:
    gone = replace(ORGANISATION, people=tuple(p for p in ORGANISATION.people if p.id == "b.durand"))

    assert waiting(a_binder(submitted(), documents=(SECOND,), organisation=gone)) == [("", DeskAct.VALIDATE)]


def test_the_public_desk_says_no_word_of_a_draft() -> None:
    draft = a_document(reference="PR-R1-009", title="Secret")
    binder = a_binder(a_release("2026-06-01", FIRST), documents=(FIRST, draft))

    [[task]] = [each.tasks for each in public(desk(binder))]

    assert (task.reference, task.title, task.address) == ("PR-R1-009", "", "")


def test_a_large_organisation_keeps_its_desk_to_the_command() -> None:
    large = replace(ORGANISATION, size=Size.LARGE)

    assert not is_on_the_site(a_binder(a_release("2026-06-01"), organisation=large))


def test_one_person_in_two_steps_is_counted() -> None:
    own = a_document(writer="c.leroy")

    assert cumuls(a_binder(signed("approval", own), a_release("2026-11-20", own))) == (REFERENCE,)
