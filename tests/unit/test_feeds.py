"""What a feed reader and a calendar are given."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from classeur.model.binder import Binder
from classeur.views.feeds import RELEASES_SHOWN, house_calendar, release_feed
from classeur.views.lists import document_rows
from classeur.views.shown import published
from classeur.wording.translator import translator
from classeur.writers.feeds.atom import atom
from classeur.writers.feeds.calendar import icalendar
from tests.ledgers import ORGANISATION, a_binder, a_document, a_release, an_entry

SITE = replace(ORGANISATION, site_url="https://intranet.example.org/qualite")
WORDS = translator("fr")
_ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(binder: Binder) -> etree._Element:
    house = published(binder)
    return etree.fromstring(atom(release_feed(house, document_rows(house)), WORDS))


def said(element: etree._Element, path: str) -> list[str]:
    return [str(found) for found in element.xpath(path, namespaces=_ATOM)]


def calendar(binder: Binder) -> str:
    house = published(binder)
    return icalendar(house_calendar(house, document_rows(house)), WORDS).decode("utf-8")


def lines(text: str) -> list[str]:
    """The lines of a calendar, unfolded."""
    return text.replace("\r\n ", "").split("\r\n")


def test_each_release_is_an_entry_the_newest_first() -> None:
    second = a_document(version="2.0", summary="Le délai passe à 24 heures.")

    found = feed(a_binder(a_release("2026-06-01"), a_release("2026-11-15", second)))

    assert said(found, "a:entry/a:title/text()") == [
        "PR-R1-001 version 2.0 : Accueillir un patient",
        "PR-R1-001 version 1.0 : Accueillir un patient",
    ]
    assert said(found, "a:entry[1]/a:summary/text()") == [
        "Le délai passe à 24 heures. Applicable à partir du 15 novembre 2026."
    ]
    assert said(found, "a:updated/text()") == ["2026-11-15T09:00:00Z"]


def test_addresses_are_whole_where_the_site_has_one() -> None:
    found = feed(a_binder(a_release("2026-06-01"), organisation=SITE))

    assert said(found, "//a:link/@href") == [
        "https://intranet.example.org/qualite/index.html",
        "https://intranet.example.org/qualite/feeds/diffusions.xml",
        "https://intranet.example.org/qualite/d/PR-R1-001/index.html",
    ]


def test_addresses_are_relative_to_the_feed_where_the_site_has_none() -> None:
    found = feed(a_binder(a_release("2026-06-01")))

    assert said(found, "//a:link/@href") == ["../index.html", "../d/PR-R1-001/index.html"]


def test_the_name_of_an_entry_does_not_depend_on_the_address_of_the_site() -> None:
    here = feed(a_binder(a_release("2026-06-01"), organisation=SITE))
    elsewhere = feed(a_binder(a_release("2026-06-01")))

    assert said(here, "//a:id/text()") == said(elsewhere, "//a:id/text()")


def test_a_feed_holds_the_last_releases_only() -> None:
    texts = [a_document(reference=f"PR-R1-{number:03}") for number in range(1, RELEASES_SHOWN + 11)]

    found = feed(a_binder(*(a_release("2026-06-01", text) for text in texts)))

    assert len(said(found, "a:entry/a:id/text()")) == RELEASES_SHOWN


def test_a_withdrawn_document_and_a_draft_stand_in_no_feed() -> None:
    draft = a_document(reference="PR-R1-009", title="Motsecret")

    binder = a_binder(a_release("2026-06-01"), an_entry("withdraw", "2026-07-01", reason="Fin."), documents=(draft,))

    assert said(feed(binder), "a:entry") == []
    assert "SUMMARY" not in calendar(binder)


def test_a_title_with_strange_signs_stays_a_feed() -> None:
    strange = a_document(title='"<b>Douleur & 🙂\\x0b ; , :"')

    found = feed(a_binder(a_release("2026-06-01", strange)))

    assert "<b>Douleur & 🙂" in said(found, "a:entry/a:title/text()")[0]


def test_a_review_stands_in_the_calendar_as_a_whole_day() -> None:
    found = lines(calendar(a_binder(a_release("2026-06-01", a_document(owner="a.martin")))))

    assert "DTSTART;VALUE=DATE:20280601" in found
    assert "DTEND;VALUE=DATE:20280602" in found
    assert "SUMMARY:Réviser PR-R1-001 : Accueillir un patient" in found
    assert "DESCRIPTION:Propriétaire : Alix Martin" in found


def test_a_version_to_come_stands_in_the_calendar_on_its_day() -> None:
    coming = a_document(version="2.0")

    found = lines(
        calendar(a_binder(a_release("2026-06-01"), a_release("2026-11-15", coming, effective_from="2027-01-01")))
    )

    assert "SUMMARY:Entrée en vigueur : PR-R1-001 version 2.0\\, Accueillir un patient" in found
    assert "DTSTART;VALUE=DATE:20270101" in found


def test_an_event_leads_to_its_text_only_where_the_site_has_an_address() -> None:
    assert "URL:https://intranet.example.org/qualite/d/PR-R1-001/index.html" in lines(
        calendar(a_binder(a_release("2026-06-01"), organisation=SITE))
    )
    assert "URL:" not in calendar(a_binder(a_release("2026-06-01")))


def test_a_line_is_folded_at_75_octets_and_never_inside_a_letter() -> None:
    long = a_document(title="Évaluer et soulager la douleur 🙂; vite, " * 8)

    found = calendar(a_binder(a_release("2026-06-01", long)))

    assert max(len(line.encode()) for line in found.split("\r\n")) <= 75
    assert "SUMMARY:Réviser PR-R1-001 : " + "Évaluer et soulager la douleur 🙂\\; vite\\, " * 7 in found.replace(
        "\r\n ", ""
    )


def test_an_event_keeps_its_name_when_its_day_changes() -> None:
    before = a_binder(a_release("2026-06-01"))
    after = a_binder(a_release("2026-06-01"), an_entry("review", "2026-11-01", outcome="kept", reason="Rien."))

    names = [re.findall(r"UID:(\S+)", calendar(binder)) for binder in (before, after)]

    assert names[0] == names[1]
    assert calendar(before) != calendar(after)
