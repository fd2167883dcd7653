"""Where a document stands: its circuit, its releases, what the journal says of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from classeur.model.binder import Binder
from classeur.model.circuit import Standing, circuit_of, standing
from classeur.model.documents import Document
from classeur.model.history import Review
from classeur.model.journal import JournalEntry, ReviewOutcome, SignStep
from classeur.model.ledger import Ledger
from classeur.model.organisation import Circuit, Cumul
from classeur.model.states import State
from classeur.model.versions import Version
from tests.ledgers import DIRECTION, ORGANISATION, REFERENCE, REFERENT, a_binder, a_document, a_release, an_entry

TEXT = a_document()
CHANGED = a_document(body="## But\n\nAccueillir autrement.\n")
NEXT = a_document(version="2.0")
DAY = dt.date(2026, 3, 12)


def about(document: Document, entry: JournalEntry) -> JournalEntry:
    """An entry bound to the exact text."""
    return replace(entry, version=document.version, digest=document.digest)


def submitted(document: Document = TEXT, day: str = "2026-03-01") -> JournalEntry:
    return about(document, an_entry("submit", day))


def signed(step: str, document: Document = TEXT, verdict: str = "accepted", day: str = "2026-03-02") -> JournalEntry:
    who = DIRECTION if step == "approval" else REFERENT
    return about(document, an_entry("sign", day, actor=who, step=step, verdict=verdict, reason="", cumul_reason=""))


def found(*entries: JournalEntry, text: Document | None = TEXT, today: dt.date = DAY) -> Standing:
    """Where the house's text stands that day."""
    binder = a_binder(*entries, today=str(today), documents=(text,) if text else ())
    return binder.standing(REFERENCE)


def test_a_text_that_nobody_submitted_is_a_draft() -> None:
    stands = found()

    assert (stands.state, stands.in_progress, stands.submitted, stands.document) == (
        State.DRAFT,
        State.DRAFT,
        None,
        TEXT,
    )


def test_a_reference_without_text_or_journal_is_a_draft_that_nobody_writes() -> None:
    stands = found(text=None)

    assert (stands.state, stands.in_progress, stands.signatures, stands.shown) == (State.DRAFT, None, (), None)


@pytest.mark.parametrize(
    ("steps", "state", "waits"),
    [
        ([], State.IN_VALIDATION, SignStep.VALIDATION),
        (["validation"], State.IN_APPROVAL, SignStep.APPROVAL),
        (["validation", "approval"], State.APPROVED, None),
    ],
)
def test_a_submitted_text_waits_for_the_next_signature(steps: list[str], state: State, waits: SignStep | None) -> None:
    stands = found(submitted(), *(signed(step) for step in steps))

    assert (stands.in_progress, stands.state) == (state, state)
    assert stands.waits_for(ORGANISATION.kinds[0].circuit) is waits
    assert [signature.step.value for signature in stands.signatures] == steps
    assert stands.fallen == ()
    assert stands.submitted is not None
    assert stands.submitted.digest == TEXT.digest


def test_a_circuit_of_two_validations_waits_for_both() -> None:
    kind = ORGANISATION.kinds[0].model_copy(update={"circuit": Circuit(validation=2, approval=1)})
    history = a_binder(submitted(), signed("validation")).ledger.history(REFERENCE)

    assert standing(history, TEXT, kind, DAY).in_progress is State.IN_VALIDATION


def test_a_refusal_stops_the_circuit() -> None:
    assert found(submitted(), signed("validation", verdict="refused")).in_progress is State.REFUSED


def test_a_text_that_changed_is_a_draft_again_and_its_signatures_have_fallen() -> None:
    stands = found(submitted(), signed("validation"), text=CHANGED)

    assert (stands.in_progress, stands.signatures) == (State.DRAFT, ())
    assert [signature.digest for signature in stands.fallen] == [TEXT.digest]
    assert stands.submitted is not None


def test_a_text_submitted_again_keeps_no_signature_of_before() -> None:
    same = found(submitted(), signed("validation", verdict="refused"), submitted(day="2026-03-03"))
    other = found(submitted(), signed("validation"), submitted(CHANGED, "2026-03-03"), text=CHANGED)

    assert (same.in_progress, same.signatures) == (State.IN_VALIDATION, ())
    assert (other.in_progress, other.signatures, other.fallen) == (State.IN_VALIDATION, (), ())


def test_a_text_is_abandoned_until_it_is_submitted_again() -> None:
    given_up = about(TEXT, an_entry("abandon", "2026-03-03"))

    assert found(submitted(), given_up).in_progress is State.ABANDONED
    assert found(submitted(), given_up, submitted(day="2026-03-04")).in_progress is State.IN_VALIDATION
    assert found(submitted(), given_up, text=CHANGED).in_progress is State.DRAFT
    assert (
        found(about(TEXT, an_entry("abandon", "2026-03-01")), submitted(CHANGED), text=TEXT).in_progress is State.DRAFT
    )


def test_a_text_is_not_abandoned_because_another_was() -> None:
    assert found(about(CHANGED, an_entry("abandon", "2026-03-01"))).in_progress is State.DRAFT


def test_the_signatures_of_a_text_fall_when_another_one_is_submitted() -> None:
    stands = found(submitted(), signed("validation"), submitted(CHANGED, "2026-03-03"))

    assert (stands.in_progress, [each.digest for each in stands.fallen]) == (State.DRAFT, [TEXT.digest])


def test_the_released_text_is_in_force_and_nothing_is_in_progress() -> None:
    stands = found(submitted(), signed("validation"), signed("approval"), a_release("2026-03-05", TEXT))

    assert (stands.state, stands.in_progress) == (State.APPLICABLE, None)
    assert stands.in_force is not None
    assert stands.shown is stands.in_force
    assert [signature.step for signature in stands.in_force.signatures] == [SignStep.VALIDATION, SignStep.APPROVAL]
    assert stands.in_force.approved_on == dt.date(2026, 3, 2)


def test_a_refusal_is_no_signature_of_the_release() -> None:
    stands = found(submitted(), signed("validation", verdict="refused"), a_release("2026-03-05", TEXT))

    assert stands.in_force is not None
    assert stands.in_force.signatures == ()
    assert stands.in_force.approved_on is None


def test_the_next_version_is_written_while_the_former_is_in_force() -> None:
    released = a_release("2026-03-05", TEXT)

    assert (found(released, text=NEXT).state, found(released, text=NEXT).in_progress) == (State.APPLICABLE, State.DRAFT)
    assert found(released, text=CHANGED).in_progress is State.DRAFT
    under_way = found(submitted(), signed("validation"), released, submitted(NEXT, "2026-03-06"), text=NEXT)
    assert (under_way.in_progress, under_way.fallen) == (State.IN_VALIDATION, ())


def test_a_release_ends_what_was_submitted_before_it() -> None:
    stands = found(submitted(), signed("validation"), a_release("2026-03-05", TEXT), text=NEXT)

    assert (stands.submitted, stands.fallen) == (None, ())


def test_the_same_text_under_another_number_is_still_released() -> None:
    renumbered = a_document(reference="PR-S1-001")
    binder = a_binder(
        a_release("2026-03-05", TEXT),
        an_entry("renumber", "2026-03-06", to="PR-S1-001"),
        today=str(DAY),
        documents=(renumbered,),
    )

    stands = binder.standing("PR-S1-001")

    assert (stands.in_progress, stands.state) == (None, State.APPLICABLE)
    assert stands.history.former == (REFERENCE,)
    assert binder.standing(REFERENCE) is stands


def test_a_version_to_come_is_approved_and_shown() -> None:
    stands = found(a_release("2026-03-05", TEXT, effective_from="2026-04-01"))

    assert (stands.state, stands.in_force) == (State.APPROVED, None)
    assert stands.shown is stands.upcoming
    assert stands.upcoming is not None
    assert found(a_release("2026-03-05", TEXT, effective_from=str(DAY))).upcoming is None


def test_of_two_versions_to_come_the_first_is_the_next() -> None:
    later = a_release("2026-03-05", TEXT, effective_from="2026-05-01")
    sooner = a_release("2026-03-06", NEXT, effective_from="2026-04-01")

    upcoming = found(later, sooner, text=None).upcoming

    assert upcoming is not None
    assert upcoming.version == Version(2)


def test_of_two_versions_of_one_day_the_last_released_is_in_force() -> None:
    first = a_release("2026-03-04", NEXT, effective_from="2026-03-05")
    second = a_release("2026-03-05", TEXT, effective_from="2026-03-05")

    stands = found(first, second, text=None)

    assert stands.in_force is not None
    assert stands.in_force.version == Version(1)
    assert stands.history.last is not None
    assert stands.history.last.version == Version(2)
    assert stands.history.release(Version(2)) is stands.history.last
    assert stands.history.release(Version(3)) is None


def test_a_suspension_lasts_until_it_is_lifted_or_the_text_replaced() -> None:
    released, stopped = a_release("2026-03-04", TEXT), an_entry("suspend", "2026-03-05", reason="Une erreur de dose.")

    suspended = found(released, stopped)
    assert suspended.state is State.SUSPENDED
    assert suspended.history.suspension is not None
    assert suspended.history.suspension.reason == "Une erreur de dose."
    assert suspended.history.suspension.on == dt.date(2026, 3, 5)
    assert found(released, stopped, an_entry("resume", "2026-03-06")).state is State.APPLICABLE
    assert found(released, stopped, a_release("2026-03-06", NEXT), text=None).state is State.APPLICABLE


def test_a_withdrawn_text_says_why_and_by_what_it_is_replaced() -> None:
    out = an_entry("withdraw", "2026-03-05", reason="Activité arrêtée.", replaced_by=["PR-R1-002"])

    stands = found(a_release("2026-03-04", TEXT), out)

    assert (stands.state, stands.in_force) == (State.WITHDRAWN, None)
    withdrawal = stands.history.withdrawal
    assert withdrawal is not None
    assert (withdrawal.on, withdrawal.reason) == (dt.date(2026, 3, 5), "Activité arrêtée.")
    assert withdrawal.replaced_by == ("PR-R1-002",)
    assert stands.shown is stands.history.last


def test_a_withdrawal_may_put_an_earlier_version_back_in_force() -> None:
    back = an_entry("withdraw", "2026-03-06", reason="Erreur.", restored="1.0")
    stands = found(a_release("2026-03-04", TEXT), a_release("2026-03-05", NEXT), back, text=None)

    assert stands.in_force is not None
    assert (stands.in_force.version, stands.state, stands.history.withdrawal) == (Version(1), State.APPLICABLE, None)


def test_a_release_after_a_withdrawal_ends_it() -> None:
    out = an_entry("withdraw", "2026-03-05", reason="Par erreur.")

    stands = found(a_release("2026-03-04", TEXT), out, a_release("2026-03-06", NEXT), text=None)

    assert (stands.state, stands.history.withdrawal) == (State.APPLICABLE, None)


def test_an_emergency_edition_ends_after_its_last_day() -> None:
    urgent = a_release("2026-03-01", TEXT, until=str(DAY))

    assert found(urgent, text=None).state is State.APPLICABLE
    assert found(urgent, text=None, today=DAY + dt.timedelta(days=1)).state is State.WITHDRAWN


def test_an_emergency_edition_needs_one_approval_only() -> None:
    kind = ORGANISATION.kinds[0].model_copy(update={"circuit": Circuit(validation=2, approval=2, cumul=Cumul.FREE)})

    assert circuit_of(a_document(urgent="true"), kind) == Circuit(validation=0, approval=1, cumul=Cumul.FREE)
    assert circuit_of(TEXT, kind) is kind.circuit
    assert (circuit_of(TEXT, None).validation, circuit_of(TEXT, None).approval) == (0, 1)


# what the journal says


def reviewed(**details: Any) -> Review:
    [review] = found(a_release("2026-03-04", TEXT), an_entry("review", "2026-03-10", **details)).history.reviews
    return review


def test_a_review_keeps_its_day_outcome_and_sources() -> None:
    typed = reviewed(
        on="2026-03-08", outcome="revise", reason="À revoir.", sources=["DE-004"], source_editions=["2025"]
    )

    assert (typed.on, typed.outcome, typed.reason) == (dt.date(2026, 3, 8), ReviewOutcome.REVISE, "À revoir.")
    assert (typed.sources, typed.source_editions) == (("DE-004",), ("2025",))
    assert (reviewed().on, reviewed().outcome) == (dt.date(2026, 3, 10), ReviewOutcome.KEPT)
    assert reviewed(on="2026-13-45").on == dt.date(2026, 3, 10)


def test_the_last_review_that_kept_the_whole_text_counts() -> None:
    kept = [an_entry("review", day, outcome="kept") for day in ("2026-03-06", "2026-03-07")]
    others = [an_entry("review", "2026-03-08", outcome="revise")]
    others += [an_entry("review", "2026-03-09", outcome="kept", sources=["DE-004"])]

    last = found(a_release("2026-03-04", TEXT), *kept, *others).history.last_review()

    assert last is not None
    assert last.on == dt.date(2026, 3, 7)
    assert found(a_release("2026-03-04", TEXT), *others).history.last_review() is None


def test_the_owner_is_the_last_one_told() -> None:
    released = a_release("2026-03-04", TEXT, owner="a.martin")

    assert found(released).history.owner == "a.martin"
    assert found(released, an_entry("reassign", "2026-03-05", to="c.leroy")).history.owner == "c.leroy"
    assert found(released, an_entry("reassign", "2026-03-05")).history.owner == "a.martin"


def test_a_release_says_its_text_change_and_place() -> None:
    release = found(a_release("2026-03-04", TEXT, change="minor", review_date="2028-03-04")).in_force

    assert release is not None
    assert (release.text_digest, release.digest) == ("ab" * 32, TEXT.digest)
    assert release.change.value == "minor"
    assert str(release.place) == "releases/PR-R1-001/1.0/source.md:1:1"
    assert release.review_date == dt.date(2028, 3, 4)
    assert not release.is_adopted
    bare = found(a_release("2026-03-04", TEXT, change="", kind_title=None)).in_force
    assert bare is not None
    assert bare.change.value == "major"
    assert (bare.detail("kind_title"), bare.detail("unheard")) == ("", "")


def test_an_adopted_version_was_approved_on_paper_that_day() -> None:
    release = found(a_release("2026-03-04", TEXT, kind="adopt", approved_on="2024-02-20")).in_force

    assert release is not None
    assert (release.is_adopted, release.approved_on) == (True, dt.date(2024, 2, 20))


def test_a_signature_keeps_who_when_and_why() -> None:
    entry = about(TEXT, an_entry("sign", "2026-03-02", actor=DIRECTION, step="approval", verdict="refused",
                                 reason="La dose manque.", cumul_reason="Seuls."))  # fmt: skip
    [signature] = found(submitted(), entry).history.signatures.values()

    assert (signature.reason, signature.cumul_reason) == ("La dose manque.", "Seuls.")
    assert (signature.actor, signature.on, signature.at) == (DIRECTION, dt.date(2026, 3, 2), entry.at)


def test_a_text_renumbered_twice_is_found_under_its_first_number() -> None:
    moved = [an_entry("renumber", "2026-03-05", to="PR-R1-002")]
    moved += [an_entry("renumber", "2026-03-06", "PR-R1-002", to="PR-R1-003")]

    ledger = a_binder(a_release("2026-03-04", TEXT), *moved).ledger

    assert ledger.present(REFERENCE) == "PR-R1-003"
    assert ledger.history(REFERENCE).former == (REFERENCE, "PR-R1-002")
    assert set(ledger.histories) == {"PR-R1-003"}
    assert {"pr-r1-001", "pr-r1-002", "pr-r1-003"} == ledger.used_references


def test_numbers_that_turn_in_a_circle_end_somewhere() -> None:
    circle = [an_entry("renumber", "2026-03-05", to="PR-R1-002")]
    circle += [an_entry("renumber", "2026-03-06", "PR-R1-002", to=REFERENCE)]

    assert a_binder(*circle).ledger.present(REFERENCE) in (REFERENCE, "PR-R1-002")


def test_a_ledger_is_empty_until_something_is_released() -> None:
    assert a_binder(submitted()).ledger.is_empty
    assert not a_binder(a_release("2026-03-04", TEXT)).ledger.is_empty
    assert not a_binder(a_release("2026-03-04", TEXT, kind="adopt")).ledger.is_empty


def test_the_ledger_of_a_day_ends_with_that_day() -> None:
    ledger = a_binder(submitted(day="2026-03-01"), signed("validation", day="2026-03-02")).ledger

    that_day = ledger.until(dt.date(2026, 3, 1))

    assert [entry.kind.value for entry in that_day.entries] == ["submit"]
    assert that_day.head == ledger.entries[0].hash
    assert ledger.until(dt.date(2026, 2, 28)).head == ""
    assert ledger.last_instant == ledger.entries[1].at
    assert Ledger().last_instant is None


def test_a_day_is_that_of_where_the_organisation_lives() -> None:
    late = dt.datetime(2026, 3, 12, 23, 30, tzinfo=dt.UTC)

    assert Ledger().local_day(late) == dt.date(2026, 3, 13)
    assert Ledger(timezone="America/Cayenne").local_day(late) == dt.date(2026, 3, 12)
    assert Ledger(timezone="Nulle/Part").local_day(late) == dt.date(2026, 3, 12)


def test_a_text_that_replaces_another_supersedes_it() -> None:
    old = a_document(reference="PR-R1-002")
    binder: Binder = a_binder(
        a_release("2026-03-04", old), a_release("2026-03-05", TEXT, supersedes=["PR-R1-002"]), today=str(DAY)
    )

    assert binder.standing("PR-R1-002").state is State.SUPERSEDED
    assert binder.successors("PR-R1-002") == (REFERENCE,)
    assert binder.standing(REFERENCE).state is State.APPLICABLE
