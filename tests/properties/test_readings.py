"""Whatever people confirm, and however versions follow each other: audience = confirmed + carried + missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from classeur.ledger.confirmations import add_batch, load_register
from classeur.model.binder import Binder
from classeur.model.confirmations import Batch, Confirmations, ConfirmationsDraft, Means
from classeur.model.journal import Actor, Assurance, EntryKind, JournalEntry, LedgerFile
from classeur.model.ledger import Ledger
from classeur.model.organisation import Organisation, Person, Role
from classeur.model.readings import DocumentReadings, document_readings
from classeur.model.versions import ChangeClass, Version
from classeur.tasks.confirm import Claim, judge
from tests.ledgers import REFERENT

PEOPLE = tuple(f"p{number}" for number in range(6))
ROLES = ("infirmier", "direction", "secretaire")
FIRST = dt.date(2026, 1, 5)
REFERENCE = "PR-R1-001"
_AT = dt.datetime(2026, 6, 1, 8, tzinfo=dt.UTC)

roles = st.sets(st.sampled_from(ROLES), min_size=1).map(sorted)
changes = st.lists(st.tuples(st.sampled_from(ChangeClass), roles, st.booleans()), min_size=1, max_size=5)
held = st.tuples(*(roles for _ in PEOPLE))
claims = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(PEOPLE)), max_size=12)


def _next(version: Version, change: ChangeClass) -> Version:
    if change is ChangeClass.MAJOR:
        return Version(version.major + 1)
    if change is ChangeClass.MINOR:
        return Version(version.major, version.minor + 1)
    return Version(version.major, version.minor, version.editorial + 1)


def a_house(held: tuple[list[str], ...], story: list[tuple[ChangeClass, list[str], bool]]) -> Binder:
    """A house whose one document had these versions, a day after the other; each names its audience."""
    people = tuple(Person.model_validate({"id": p, "name": p, "roles": r}) for p, r in zip(PEOPLE, held, strict=True))
    entries: list[JournalEntry] = []
    version = Version(0)
    for day, (change, audience, is_reread) in enumerate(story):
        version = _next(version, change if entries else ChangeClass.MAJOR)
        entries.append(_entry(day, version, change if day else ChangeClass.MAJOR, audience, is_reread, people))
    house = Organisation(people=people, roles=tuple(Role(id=role) for role in ROLES))
    return Binder(today=dt.date(2026, 6, 1), organisation=house, ledger=Ledger(tuple(entries), "0" * 64))


def _entry(
    day: int, version: Version, change: ChangeClass, audience: list[str], is_reread: bool, people: tuple[Person, ...]
) -> JournalEntry:
    at = dt.datetime.combine(FIRST + dt.timedelta(days=day), dt.time(9), dt.UTC)
    details = {
        "change": change.value,
        "audience": {"roles": audience, "units": None},
        "readers": [person.id for person in people if set(person.roles) & set(audience)],
        "reread": audience[:1] if is_reread else [],
        "minutes": 2,
    }
    files = (LedgerFile("source.md", 1, f"{day}" * 64),)
    who: Actor = REFERENT
    return JournalEntry(
        EntryKind.RELEASE, at, who, REFERENCE, version, "d", files, details, sequence=day + 1, hash=f"{day:064}"
    )


def _claims(binder: Binder, said: list[tuple[int, str]]) -> list[Claim]:
    versions = [release.version for release in binder.ledger.history(REFERENCE).releases]
    where = binder.organisation.place()
    on = dt.date(2026, 5, 1)
    return [
        Claim(REFERENCE, versions[at % len(versions)], "", person, on, Means.TYPED, Assurance.CLAIMED, where)
        for at, person in said
    ]


def _confirmed(binder: Binder, said: list[tuple[int, str]]) -> Confirmations:
    judged = judge(_claims(binder, said), binder, Confirmations())
    return Confirmations((Batch(_AT, "", "", judged.draft.texts),))


def _found(binder: Binder, known: Confirmations) -> DocumentReadings:
    found = document_readings(binder, REFERENCE, known)
    assert found is not None
    return found


@given(held, changes, claims)
def test_everybody_of_the_audience_is_counted_once(
    held: tuple[list[str], ...], story: list[tuple[ChangeClass, list[str], bool]], said: list[tuple[int, str]]
) -> None:
    binder = a_house(held, story)

    found = _found(binder, _confirmed(binder, said))

    parts = [*found.confirmed, *found.carried, *found.missing]
    assert sorted(parts) == sorted(found.audience)
    assert set(found.tasks) == found.missing


@given(held, changes, claims)
def test_an_editorial_version_never_adds_a_task(
    held: tuple[list[str], ...], story: list[tuple[ChangeClass, list[str], bool]], said: list[tuple[int, str]]
) -> None:
    before = a_house(held, story)
    known = _confirmed(before, said)

    after = a_house(held, [*story, (ChangeClass.EDITORIAL, story[-1][1], True)])

    old, new = _found(before, known), _found(after, known)
    assert new.missing == old.missing
    assert {p: t.due for p, t in new.tasks.items()} == {p: t.due for p, t in old.tasks.items()}


@given(held, changes, claims)
def test_widening_an_audience_never_asks_those_who_have_confirmed(
    held: tuple[list[str], ...], story: list[tuple[ChangeClass, list[str], bool]], said: list[tuple[int, str]]
) -> None:
    before = a_house(held, story)
    known = _confirmed(before, said)
    old = _found(before, known)

    new = _found(a_house(held, [*story, (ChangeClass.MINOR, list(ROLES), False)]), known)

    assert not new.missing & (old.confirmed.keys() | old.carried.keys())
    assert old.audience <= new.audience


@given(held, changes, claims)
def test_importing_twice_is_importing_once(
    held: tuple[list[str], ...], story: list[tuple[ChangeClass, list[str], bool]], said: list[tuple[int, str]]
) -> None:
    binder = a_house(held, story)
    once = _confirmed(binder, said)

    again = judge(_claims(binder, said), binder, once)

    assert len(again.draft) == 0
    assert again.known == len(said)


@given(held, changes, claims)
def test_a_past_day_is_told_by_what_the_releases_froze(
    held: tuple[list[str], ...], story: list[tuple[ChangeClass, list[str], bool]], said: list[tuple[int, str]]
) -> None:
    binder = a_house(held, story)
    known = _confirmed(binder, said)
    moved = tuple(person.model_copy(update={"roles": ()}) for person in binder.organisation.people)
    later = replace(binder, organisation=replace(binder.organisation, people=moved))

    found = document_readings(later, REFERENCE, known, as_of=binder.today)

    assert found is not None
    assert found.audience == _found(binder, known).audience


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(1, 28)), min_size=1, max_size=8))
def test_the_register_gives_back_what_was_written(said: list[tuple[str, int]]) -> None:
    drafts = []
    for person, day in said:
        draft = ConfirmationsDraft()
        draft.add(REFERENCE, Version(1), "d", person, dt.date(2026, 5, day), Means.TYPED, Assurance.CLAIMED)
        drafts.append(draft)
    with TemporaryDirectory() as folder:
        for draft in drafts:
            register = add_batch(Path(folder), draft.texts, Batch(_AT, "", ""))

        read = load_register(Path(folder))

    assert (read.problems, len(read.heads)) == ((), 1)
    assert read == register
    assert {c.person for b in read.confirmations.batches for c in b.confirmations()} == {person for person, _ in said}


odd = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8) | st.sampled_from(
    ['"p1": ', 'p1"', '\\"p1', "}", "{", "p1", '\n    "p1": ', '   },\n   "reference": "X"', "é"]
)


@given(st.lists(st.tuples(odd, st.integers(1, 3), st.integers(1, 28)), min_size=1, max_size=12), st.data())
def test_the_register_of_one_person_is_that_of_all_without_the_others(
    said: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    wanted = data.draw(st.sampled_from([person for person, _, _ in said]) | odd)
    draft = ConfirmationsDraft()
    for person, major, day in said:
        draft.add(REFERENCE, Version(major), "d", person, dt.date(2026, 5, day), Means.TYPED, Assurance.CLAIMED)
    with TemporaryDirectory() as folder:
        everything = add_batch(Path(folder), draft.texts, Batch(_AT, "", "")).confirmations

        alone = load_register(Path(folder), wanted)

    assert alone.problems == ()
    assert list(alone.confirmations.of(wanted)) == list(everything.of(wanted))
