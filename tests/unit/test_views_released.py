"""What readers see of a house that has released something."""

from __future__ import annotations

import datetime as dt

from classeur.model.binder import Binder
from classeur.model.journal import EntryKind, JournalEntry
from classeur.model.states import State
from classeur.views.answers import Why, answer
from classeur.views.banners import Notice, banners
from classeur.views.control_block import control_block
from classeur.views.history import has_own_page, history_rows
from classeur.views.home import Occasion, home
from classeur.views.lists import document_rows, today_only
from classeur.views.shown import edition, pages_by_path, published, shown
from classeur.views.timeline import Span, states_of, successions, timeline
from tests.ledgers import DIRECTION, REFERENCE, a_binder, a_document, a_release, an_entry

FIRST = a_document(version="1.0")
SECOND = a_document(version="2.0", summary="Le délai passe à 24 heures.")


def spans(binder: Binder, reference: str = REFERENCE) -> tuple[Span, ...]:
    return timeline(binder, reference, successions(binder))


def told(binder: Binder, version: int = -1) -> list[tuple[Notice, dt.date | None]]:
    """The banners of a version's page that stand on the build's day, with their dates."""
    release = binder.standing(REFERENCE).history.releases[version]
    each = edition(binder, REFERENCE, release)
    assert each is not None
    found = banners(binder, each, spans(binder), states_of(release, spans(binder)))
    return [(banner.notice, banner.day) for banner in found if banner.days.is_now]


def test_a_draft_is_not_shown_once_something_was_released() -> None:
    binder = a_binder(a_release("2026-06-01", FIRST), documents=(FIRST, a_document(reference="PR-R1-009")))

    assert [each.reference for each in shown(published(binder))] == [REFERENCE]


def test_drafts_are_shown_while_nothing_was_released() -> None:
    binder = a_binder(documents=(FIRST, a_document(reference="PR-R1-009")))

    assert len(shown(published(binder))) == 2


def test_a_version_being_written_leaves_the_one_in_force_where_it_is() -> None:
    binder = a_binder(a_release("2026-06-01", FIRST), documents=(a_document(version="2.0", title="Brouillon"),))

    [row] = document_rows(published(binder))

    assert (row.version, row.title) == ("1.0", "Accueillir un patient")


def test_a_withdrawn_document_stands_in_no_list() -> None:
    binder = a_binder(a_release("2026-06-01"), an_entry("withdraw", "2026-07-01", reason="Activité arrêtée."))

    assert document_rows(published(binder)) == ()


def test_a_withdrawn_document_answers_with_its_reason_and_what_replaces_it() -> None:
    other = a_document(reference="PR-R1-002", title="Appeler")
    withdrawal = an_entry("withdraw", "2026-07-01", reason="Activité arrêtée.", replaced_by=["PR-R1-002"])
    binder = a_binder(a_release("2026-06-01"), a_release("2026-06-02", other), withdrawal)

    found = answer(published(binder), REFERENCE, spans(binder))

    assert (found.why, found.on, found.reason) == (Why.WITHDRAWN, dt.date(2026, 7, 1), "Activité arrêtée.")
    assert [(each.title, each.address) for each in found.replaced_by] == [("Appeler", "d/PR-R1-002/index.html")]


def test_a_document_split_in_two_answers_with_its_children() -> None:
    children = [
        a_release("2026-07-01", a_document(reference=reference), supersedes=[REFERENCE])
        for reference in ("PR-R1-002", "PR-R1-003")
    ]
    binder = a_binder(a_release("2026-06-01"), *children)

    found = answer(published(binder), REFERENCE, spans(binder))

    assert found.why is Why.REPLACED
    assert [each.reference for each in found.replaced_by] == ["PR-R1-002", "PR-R1-003"]


def test_a_document_to_be_replaced_later_is_read_until_that_day() -> None:
    child = a_release(
        "2026-11-01", a_document(reference="PR-R1-002"), supersedes=[REFERENCE], effective_from="2027-01-01"
    )
    binder = a_binder(a_release("2026-06-01"), child)

    assert [(span.state, span.days.before) for span in spans(binder)] == [
        (State.APPLICABLE, dt.date(2027, 1, 1)),
        (State.SUPERSEDED, None),
    ]


def test_a_version_approved_for_later_takes_the_place_of_the_one_in_force_on_its_day() -> None:
    binder = a_binder(a_release("2026-06-01", FIRST), a_release("2026-11-01", SECOND, effective_from="2027-01-01"))

    rows = document_rows(published(binder))

    assert [(row.version, row.days.first, row.days.before) for row in rows] == [
        ("1.0", None, dt.date(2027, 1, 1)),
        ("2.0", dt.date(2027, 1, 1), None),
    ]
    assert [row.version for row in today_only(rows)] == ["1.0"]


def test_a_page_in_force_announces_the_next_version() -> None:
    binder = a_binder(a_release("2026-06-01", FIRST), a_release("2026-11-01", SECOND, effective_from="2027-01-01"))

    assert told(binder, version=0) == [(Notice.NEXT_VERSION, dt.date(2027, 1, 1))]
    assert told(binder, version=1) == [(Notice.TO_COME, dt.date(2027, 1, 1))]


def test_on_its_day_the_coming_version_applies_and_the_other_is_replaced() -> None:
    entries = a_release("2026-06-01", FIRST), a_release("2026-11-01", SECOND, effective_from="2027-01-01")
    binder = a_binder(*entries, today="2027-01-01")

    assert told(binder, version=0) == [(Notice.REPLACED, dt.date(2027, 1, 1))]
    assert told(binder, version=1) == []


def test_what_is_told_on_the_eve_for_the_day_is_what_is_told_on_the_day() -> None:
    entries = a_release("2026-06-01", FIRST), a_release("2026-11-01", SECOND, effective_from="2027-01-01")
    eve, day = (a_binder(*entries, today=today) for today in ("2026-12-31", "2027-01-01"))

    def states(binder: Binder, on: dt.date) -> list[State]:
        return [
            each.state
            for release in binder.standing(REFERENCE).history.releases
            for each in states_of(release, spans(binder))
            if (each.days.first is None or each.days.first <= on)
            and (each.days.before is None or on < each.days.before)
        ]

    assert states(eve, dt.date(2027, 1, 1)) == states(day, dt.date(2027, 1, 1)) == [State.SUPERSEDED, State.APPLICABLE]


def test_an_emergency_edition_gives_its_place_back_when_it_lapses() -> None:
    urgent = a_document(version="1.1", urgent="true")
    binder = a_binder(a_release("2026-06-01", FIRST), a_release("2026-11-12", urgent, until="2026-12-12"))

    assert [(str(span.release.version) if span.release else "", span.days.before) for span in spans(binder)] == [
        ("1.1", dt.date(2026, 12, 13)),
        ("1.0", None),
    ]
    assert told(binder) == [(Notice.TEMPORARY, dt.date(2026, 12, 12))]


def test_an_emergency_edition_alone_leaves_nothing_to_apply_when_it_lapses() -> None:
    urgent = a_document(urgent="true")
    binder = a_binder(a_release("2026-10-01", urgent, until="2026-10-31"))

    assert answer(published(binder), REFERENCE, spans(binder)).why is Why.LAPSED


def test_a_suspension_is_shown_with_its_reason() -> None:
    binder = a_binder(a_release("2026-06-01"), an_entry("suspend", "2026-11-02", reason="Erreur de dose."))

    assert told(binder) == [(Notice.SUSPENDED, dt.date(2026, 11, 2))]


def test_a_suspended_text_stays_so_until_the_day_of_the_version_that_replaces_it() -> None:
    suspended = an_entry("suspend", "2026-11-02", reason="Erreur de dose.")
    coming = a_release("2026-11-03", SECOND, effective_from="2027-01-01")
    binder = a_binder(a_release("2026-06-01", FIRST), suspended, coming)

    assert [span.state for span in spans(binder)] == [State.SUSPENDED, State.APPLICABLE]


def test_a_review_is_announced_then_late_then_very_late() -> None:
    entry = a_release("2026-06-01", a_document(review_date="2026-12-01"))

    said = [told(a_binder(entry, today=day)) for day in ("2026-09-01", "2026-11-01", "2026-12-02", "2027-03-01")]

    due = dt.date(2026, 12, 1)
    assert said == [[], [(Notice.REVIEW_SOON, due)], [(Notice.REVIEW_LATE, due)], [(Notice.REVIEW_VERY_LATE, due)]]


def test_a_renumbered_document_keeps_its_versions_under_its_new_reference() -> None:
    binder = a_binder(a_release("2026-06-01"), an_entry("renumber", "2026-07-01", to="PR-S1-001"))

    [row] = document_rows(published(binder))

    assert (row.reference, row.address) == ("PR-S1-001", "d/PR-S1-001/index.html")


def test_a_link_to_the_old_place_of_a_moved_text_still_leads_to_it() -> None:
    old, new = a_document(path="procedures/a.md"), a_document(version="2.0", path="procedures/b/a.md")
    binder = a_binder(a_release("2026-06-01", old), a_release("2026-07-01", new), documents=(new,))

    assert {str(path): page for path, page in pages_by_path(binder).items()} == {
        "procedures/a.md": REFERENCE,
        "procedures/b/a.md": REFERENCE,
    }


def test_the_history_tells_each_version_and_where_it_is_read() -> None:
    binder = a_binder(a_release("2026-06-01", FIRST), a_release("2026-11-01", SECOND))

    rows = history_rows(published(binder), REFERENCE)

    assert [(row.version, row.address, row.comparison) for row in rows] == [
        ("2.0", f"d/{REFERENCE}/index.html", f"d/{REFERENCE}/2.0/comparaison/index.html"),
        ("1.0", f"d/{REFERENCE}/1.0/index.html", ""),
    ]


def test_the_address_of_a_version_announced_in_advance_answers_for_ever() -> None:
    binder = a_binder(a_release("2026-06-01", FIRST, effective_from="2026-07-01"))
    found = binder.standing(REFERENCE)
    [release] = found.history.releases

    assert has_own_page(found.history, release, found.in_force)


def test_the_control_block_names_who_signed_as_they_were_that_day() -> None:
    signed = an_entry("sign", "2026-06-01", actor=DIRECTION, step="approval", verdict="accepted")
    signed = type(signed)(**{**vars(signed), "digest": FIRST.digest, "hash": "s"})
    binder = published(a_binder(signed, a_release("2026-06-01", FIRST)))
    each = shown(binder)[0]

    block = control_block(binder, each, states_of(each.release, spans(binder)) if each.release else ())

    [approver] = block.people.approvers
    assert (approver.name, approver.roles, approver.on) == ("Camille Leroy", ("Direction",), dt.date(2026, 6, 1))
    assert block.approved_on == dt.date(2026, 6, 1)
    assert block.digest == "ab" * 32


def test_a_version_taken_over_from_paper_says_so() -> None:
    entry = a_release(
        "2026-06-01",
        FIRST,
        kind=EntryKind.ADOPT.value,
        evidence="Armoire 2",
        approved_on="2024-02-20",
        approved_by_name="C. Leroy",
    )
    binder = published(a_binder(entry))
    each = shown(binder)[0]

    block = control_block(binder, each, states_of(each.release, spans(binder)) if each.release else ())

    assert block.facts is not None
    assert (block.facts.is_adopted, block.facts.evidence) == (True, "Armoire 2")
    assert [(each.name, each.on) for each in block.people.approvers] == [("C. Leroy", dt.date(2024, 2, 20))]


def test_the_news_are_the_releases_of_the_last_month() -> None:
    old = a_release("2026-06-01", a_document(reference="PR-R1-002"))
    binder = published(a_binder(old, a_release("2026-11-10", FIRST)))

    page = home(binder, document_rows(binder), 0)

    assert [(news.row.reference, news.days.before) for news in page.news] == [(REFERENCE, dt.date(2026, 12, 10))]


def test_a_version_to_come_is_announced_on_the_home_page_until_its_day() -> None:
    coming = a_release("2026-11-01", SECOND, effective_from="2027-01-01")
    binder = published(a_binder(a_release("2026-06-01", FIRST), coming))

    page = home(binder, document_rows(binder), 0)

    said = [(each.on, each.days.before) for each in page.dates if each.occasion is Occasion.IN_FORCE]
    assert said == [(dt.date(2027, 1, 1), dt.date(2027, 1, 1))]
    assert page.documents == 1


def read_by(*releases: JournalEntry) -> dict[str, list[str]]:
    """What each role has to read on the home page, by its title."""
    binder = published(a_binder(*releases))
    page = home(binder, document_rows(binder), 0)
    return {reading.role: [row.reference for row in reading.rows] for reading in page.to_read}


def test_a_new_text_is_to_be_read_by_its_audience() -> None:
    for_nurses = a_document(audience="{roles: [infirmier]}")

    assert read_by(a_release("2026-11-10", for_nurses)) == {"Infirmier": [REFERENCE]}
    assert read_by(a_release("2026-11-10", FIRST)) == {"": [REFERENCE]}


def test_a_minor_version_is_to_be_read_by_the_roles_that_it_names_only() -> None:
    minor = a_document(version="1.1", change="minor", reread="[direction]")
    told = a_release("2026-11-10", minor, change="minor")

    assert read_by(a_release("2026-06-01", FIRST), told) == {"Direction": [REFERENCE]}


def test_an_editorial_version_and_an_old_one_ask_nothing_of_anybody() -> None:
    editorial = a_document(version="1.0.1", change="editorial")

    assert read_by(a_release("2026-06-01", FIRST), a_release("2026-11-10", editorial, change="editorial")) == {}


def test_the_end_of_an_emergency_edition_is_a_date_to_come() -> None:
    urgent = a_release("2026-11-10", a_document(urgent="true"), until="2026-12-10")
    binder = published(a_binder(urgent))

    page = home(binder, document_rows(binder), 0)

    assert (page.dates[0].occasion, page.dates[0].on) == (Occasion.END, dt.date(2026, 12, 10))
