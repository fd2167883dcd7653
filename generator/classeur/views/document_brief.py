"""The few lines at the top of a document's page: what it is for, who does what first, how long it takes to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from classeur.model.binder import Binder
from classeur.model.documents import ProcessHeader
from classeur.model.later import later
from classeur.model.organisation import Organisation, Step
from classeur.model.purpose import FirstTask, WhoDoesWhat, purpose_of, who_does_what
from classeur.model.reading_time import reading_minutes
from classeur.model.summaries import news_of
from classeur.model.versions import Version
from classeur.views.addresses import word_copy
from classeur.views.days import ALWAYS, Days, days
from classeur.views.history import predecessor
from classeur.views.home import NEWS_DAYS
from classeur.views.shown import Shown

CONTENTS_FROM = 4
"""How many headings a text has before a narrow screen shows its contents above it."""


@dataclass(frozen=True)
class Improvement:
    """Whom to write to about a text, and which text it is."""

    email: str
    name: str
    reference: str
    version: str
    title: str


@dataclass(frozen=True)
class DocumentBrief:
    """What a reader wants to know before reading.

    Attributes:
        purpose: in the text's own words; else those of its process, or the summary of a first version.
        tasks: the first lines of « Qui fait quoi »; `tasks_anchor` leads to all of them, empty when these are all.
        minutes: to read it once.
        is_card: whether it is kept at hand for an emergency: its text comes first, and nothing before it.
        is_new: the days on which what changed stands above the text; None when that is said already.
        improvement: whom to write to; None when nobody has an address.
        word_copy: the address of the Word copy; empty when the site has none.
    """

    purpose: str
    tasks: tuple[FirstTask, ...]
    tasks_anchor: str
    minutes: int
    is_card: bool
    is_new: Days | None
    improvement: Improvement | None
    word_copy: str = ""


def document_brief(binder: Binder, each: Shown, has_word_copies: bool = False) -> DocumentBrief:
    """The brief of a version, or of a working text.

    Args:
        has_word_copies: whether the site holds a Word copy of every version in force.
    """
    document, release = each.document, each.release
    kind = binder.kind_of(document)
    purpose = _purpose(each)
    first = who_does_what(document.outline) or WhoDoesWhat((), "", is_whole=True)
    news = news_of(document.header.summary)
    return DocumentBrief(
        purpose=purpose,
        tasks=first.tasks,
        tasks_anchor="" if first.is_whole else first.anchor,
        minutes=reading_minutes(document.outline),
        is_card=bool(kind and kind.critical),
        is_new=_news_days(binder, each) if news and news != purpose else None,
        improvement=_improvement(binder, each),
        word_copy=word_copy(each.reference, release.version)
        if has_word_copies and release is not None and release == each.standing.in_force
        else "",
    )


def _purpose(each: Shown) -> str:
    header = each.document.header
    said = purpose_of(each.document.outline) or (header.purpose if isinstance(header, ProcessHeader) else "")
    return said or (news_of(header.summary) if _is_first(each) else "")


def _is_first(each: Shown) -> bool:
    if each.release is not None:
        return predecessor(each.standing.history, each.release) is None
    return not each.standing.history.releases and each.document.version <= Version(1)


def _news_days(binder: Binder, each: Shown) -> Days:
    """From the release to a month after the first day in force; always for a working text."""
    if each.release is None:
        return ALWAYS
    known_since = each.release.effective_from if each.release.is_adopted else each.release.released_on
    since = max(known_since, each.release.effective_from)
    return days(binder.today, None, later(since, NEWS_DAYS))


def _improvement(binder: Binder, each: Shown) -> Improvement | None:
    owner = each.standing.history.owner or each.document.header.owner
    document = each.document
    for person in chain((owner,), _referents(binder.organisation, binder.today)):
        known = binder.organisation.person.get(person)
        if known and known.email and known.is_present(binder.today):
            version, title = str(document.version), document.header.title
            return Improvement(known.email, known.name or person, each.reference, version, title)
    return None


def _referents(organisation: Organisation, today: dt.date) -> Iterator[str]:
    """Those who may review, in the order of organisation.yml: they answer for the documents."""
    return (person.id for person in organisation.people if organisation.may(person.id, Step.REVIEW, today))
