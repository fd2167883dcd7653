"""The first lines of a document's page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from classeur.model.binder import Binder
from classeur.model.organisation import Organisation, Person
from classeur.views.document_brief import DocumentBrief, document_brief
from classeur.views.home import NEWS_DAYS
from classeur.views.shown import edition, published, shown
from classeur.wording.improvement import improvement_mail
from classeur.wording.translator import translator
from tests.ledgers import ORGANISATION, REFERENCE, a_binder, a_document, a_release

SECOND = a_document(version="2.0", summary="Le délai passe à 24 heures.")


def with_emails(*left: str, organisation: Organisation = ORGANISATION) -> Organisation:
    """The organisation, everybody with an address; those named have left."""
    people = tuple(
        person.model_copy(
            update={
                "email": f"{person.id}@example.org",
                "until": dt.date(2026, 1, 1) if person.id in left else None,
            }
        )
        for person in organisation.people
    )
    return replace(organisation, people=people)


def brief(binder: Binder, has_word_copies: bool = False) -> DocumentBrief:
    house = published(binder)
    [each] = shown(house)
    return document_brief(house, each, has_word_copies)


def test_the_purpose_is_what_the_text_says_of_itself() -> None:
    binder = a_binder(a_release("2026-06-01", a_document("## But\n\nAccueillir chacun.\n")))

    assert brief(binder).purpose == "Accueillir chacun."


def test_a_first_version_without_a_purpose_is_told_by_its_summary_once() -> None:
    binder = a_binder(a_release("2026-11-20", a_document("## Étapes\n\nSaluer.\n", summary="L'accueil est écrit.")))

    found = brief(binder)

    assert (found.purpose, found.is_new) == ("L'accueil est écrit.", None)


def test_a_first_version_that_only_says_it_was_created_tells_no_news() -> None:
    bare = a_document("## Étapes\n\nSaluer.\n", summary="Création du document.")
    spoken = a_document("## But\n\nAccueillir chacun.\n", summary="Création du document.")

    found = [brief(a_binder(a_release("2026-11-20", each))) for each in (bare, spoken)]

    assert [(each.purpose, each.is_new) for each in found] == [("", None), ("Accueillir chacun.", None)]


def test_a_later_version_without_a_purpose_has_none() -> None:
    later = a_document("## Étapes\n\nSaluer.\n", version="2.0", summary="Le délai est fixé.")

    assert brief(a_binder(a_release("2026-06-01"), a_release("2026-11-15", later))).purpose == ""


def test_what_changes_stands_above_the_text_for_a_month() -> None:
    since = dt.date(2026, 11, 15)

    found = brief(a_binder(a_release("2026-06-01"), a_release("2026-11-15", SECOND)))

    assert found.is_new is not None
    assert found.is_new.is_now
    assert found.is_new.before == since + dt.timedelta(days=NEWS_DAYS)


def test_what_changed_long_ago_is_left_to_the_history() -> None:
    found = brief(a_binder(a_release("2026-01-05"), a_release("2026-06-01", SECOND)))

    assert found.is_new is not None
    assert not found.is_new.is_now


def test_a_version_to_come_says_what_changes_until_a_month_after_its_day() -> None:
    binder = a_binder(a_release("2026-06-01"), a_release("2026-11-15", SECOND, effective_from="2027-01-01"))
    house = published(binder)
    each = edition(house, REFERENCE, house.standing(REFERENCE).history.releases[-1])
    assert each is not None

    found = document_brief(house, each).is_new

    assert found is not None
    assert found.is_now
    assert found.before == dt.date(2027, 1, 31)


def test_a_proposal_goes_to_the_owner() -> None:
    found = brief(a_binder(a_release("2026-06-01", a_document(owner="b.durand")), organisation=with_emails()))

    assert found.improvement is not None
    assert found.improvement.email == "b.durand@example.org"


def test_a_proposal_goes_to_a_referent_when_the_owner_has_left() -> None:
    text = a_document(owner="b.durand")

    found = brief(a_binder(a_release("2026-06-01", text), organisation=with_emails("b.durand")))

    assert found.improvement is not None
    assert found.improvement.email == "a.martin@example.org"


def test_nobody_is_written_to_where_nobody_has_an_address() -> None:
    assert brief(a_binder(a_release("2026-06-01"))).improvement is None


def test_the_e_mail_names_the_reference_and_the_version_in_its_subject() -> None:
    strange = a_document(title="Accueillir « vite » & bien ? <b>oui</b>", owner="x")
    person = Person(id="x", name="X", email="x+qualite@example.org")
    house = replace(ORGANISATION, people=(*ORGANISATION.people, person))
    found = brief(a_binder(a_release("2026-06-01", strange), organisation=house)).improvement
    assert found is not None

    mail = urlsplit(improvement_mail(found, translator("fr")))
    told = parse_qs(mail.query, strict_parsing=True)

    assert (mail.scheme, mail.path) == ("mailto", "x%2Bqualite@example.org")
    assert told["subject"] == ["Proposition pour PR-R1-001 version 1.0"]
    assert "Accueillir « vite » & bien ? <b>oui</b>" in told["body"][0]


def test_the_word_copy_is_offered_only_where_the_site_has_them() -> None:
    binder = a_binder(a_release("2026-06-01"))

    assert brief(binder).word_copy == ""
    assert brief(binder, has_word_copies=True).word_copy == "d/PR-R1-001/PR-R1-001-1.0.docx"


def test_a_working_text_has_no_word_copy() -> None:
    assert brief(a_binder(documents=(a_document(),)), has_word_copies=True).word_copy == ""
