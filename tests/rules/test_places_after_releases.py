"""Where the rules that know what was released find their faults, and in which texts only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Finding
from classeur.model.journal import JournalEntry
from classeur.rules.registry import all_rules, run
from tests.acts import ACCUEIL, released, rewritten, told
from tests.houses import an_organisation
from tests.ledgers import a_binder, a_document, a_release, an_entry
from tests.rules.marks import places
from tests.rules.two_procedures import SECOND, two_procedures

ONE, TWO, THREE = "PR-R1-001", "PR-R1-002", "PR-R1-003"
SHEET = "processes/R1-accueillir.md"
MARCH, MAY = "2026-03-02", "2026-05-04"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Two procedures that name no other text, and a process sheet; nothing released."""
    return two_procedures(tmp_path)


def said_by(code: str, house: Binder) -> tuple[Finding, ...]:
    """What one rule alone says."""
    return run(house, (), {code: all_rules()[code]})


def texts(**bodies: str) -> tuple[Document, ...]:
    """Texts by the end of their reference."""
    return tuple(a_document(body, reference=f"PR-R1-{name[1:]}") for name, body in bodies.items())


def released_all(*documents: Document) -> list[JournalEntry]:
    return [a_release(MARCH, document) for document in documents]


def withdrawn(reference: str, *replaced_by: str) -> JournalEntry:
    return an_entry("withdraw", MAY, reference, reason="Acte arrêté.", replaced_by=list(replaced_by))


def cited_at(document: Document, word: str) -> tuple[str, int, int]:
    """The place of a word of a body."""
    lines = document.body.split("\n")
    number = next(n for n, line in enumerate(lines) if word in line)
    return str(document.path), document.body_line + number, lines[number].index(word) + 1


# --- texts that refer to others


def test_a_link_and_a_reference_to_a_withdrawn_text_are_told_each_at_its_place() -> None:
    old, other, linked = texts(
        p001="Le but.", p002=f"Voir aussi {ONE}.", p003="Puis [la suite](PR-R1-001.md), et PR-R1-002."
    )
    house = a_binder(*released_all(old, other, linked), withdrawn(ONE), documents=(old, other, linked))
    house = replace(house, files=frozenset(each.path for each in house.documents))

    found = said_by("LK012", house)

    assert places(found) == {cited_at(other, ONE), cited_at(linked, "[la suite]")}
    assert {(each.values["cited"], each.values["reason"], each.values["on"]) for each in found} == {
        (ONE, "Acte arrêté.", MAY)
    }


def test_a_withdrawn_text_says_what_it_likes_and_one_with_a_replacement_is_told_elsewhere() -> None:
    old, other, last = texts(p001=f"Voir {TWO}.", p002="Le but.", p003=f"Voir {ONE} et {TWO}.")
    house = a_binder(
        *released_all(old, other, last), withdrawn(ONE), withdrawn(TWO, THREE), documents=(old, other, last)
    )

    assert places(said_by("LK012", house)) == {cited_at(last, ONE)}
    assert said_by("LK006", house) == ()


def test_a_reference_to_a_text_withdrawn_for_others_names_them_at_its_place() -> None:
    old, other, last = texts(p001="Le but.", p002="Le but.", p003=f"Voir encore {ONE}.")
    house = a_binder(*released_all(old, other, last), withdrawn(ONE, TWO, "FP-R1"), documents=(old, other, last))

    [found] = said_by("LK006", house)

    assert places((found,)) == {cited_at(last, ONE)}
    assert found.values["replacement"] == f"{TWO}, FP-R1"


def test_a_draft_may_refer_to_a_draft_and_a_text_in_force_may_not() -> None:
    first, draft, other = texts(p001=f"Voir {TWO}, {TWO} et {THREE}.", p002=f"Voir {THREE}.", p003="Le but.")
    house = a_binder(a_release(MARCH, first), documents=(draft, first, other))

    found = said_by("LK013", house)

    assert places(found) == {cited_at(first, TWO), cited_at(first, THREE)}
    assert [each.values["cited"] for each in found] == [TWO, THREE]


def test_a_text_may_refer_to_itself_and_to_what_is_in_force() -> None:
    first, other = texts(p001=f"Voir {ONE} et {TWO}.", p002="Le but.")
    house = a_binder(*released_all(first, other), documents=(first, other))

    assert said_by("LK013", house) == ()


# --- texts of references that have ended


def test_the_text_of_a_withdrawn_document_is_told_at_its_reference() -> None:
    first, other = texts(p001="Le but.", p002="Le but.")
    house = a_binder(*released_all(first, other), withdrawn(ONE), documents=(first, other))

    [found] = said_by("LG031", house)

    assert (found.where, found.values["on"], found.values["reason"]) == (first.place("reference"), MAY, "Acte arrêté.")
    assert found.where.column > 1


def test_a_text_under_a_former_reference_is_told_at_it() -> None:
    first, other = texts(p001="Le but.", p002="Le but.")
    moved = an_entry("renumber", MAY, ONE, to="PR-R1-009")
    house = a_binder(*released_all(first, other), moved, documents=(other, first))

    [found] = said_by("LG032", house)

    assert (found.where, found.values) == (
        first.place("reference"),
        {"reference": ONE, "present": "PR-R1-009"},
    )
    assert found.where.column > 1


# --- newcomers' paths


def test_a_path_to_what_is_not_in_force_is_told_at_its_reference(house: Path) -> None:
    documents = "        documents: [PR-R1-001, PR-R1-002, PR-R9-009, FP-R1]"
    path = f"paths:\n  - role: infirmier\n    stages:\n      - title: Jour 1\n{documents}\n"
    (house / "manual/organisation.yml").write_text(an_organisation(more=path), "utf-8")
    assert "RD002" not in {each.code for each in told(house)}

    released(house)

    found = [each for each in told(house) if each.code == "RD002"]
    line = an_organisation(more=path).split("\n").index(documents)
    assert [(each.where.line, each.where.column) for each in found] == [(line + 1, 32), (line + 1, 54)]
    assert [dict(each.values) for each in found] == [
        {"cited": cited, "stage": "Jour 1", "role": "Infirmier"} for cited in (TWO, "FP-R1")
    ]


# --- people and dates


def test_a_leaver_hands_over_what_is_still_to_be_done_for_a_released_sheet(house: Path) -> None:
    rewritten(house, SHEET, owner="b.durand", deputy="b.durand")
    released(house, "FP-R1")
    people = an_organisation().replace("{id: b.durand,", "{id: b.durand, until: 2026-11-21,")
    (house / "manual/organisation.yml").write_text(people, "utf-8")

    found = [each for each in told(house) if each.code == "OR005" and each.reference == "FP-R1"]

    assert [each.values["field"] for each in found] == ["owner", "pilot", "deputy"]


def test_a_released_text_needs_no_signatory_that_its_circuit_did_not_ask_for() -> None:
    first = a_document(validator="", approver="")
    second = a_document(validator="", approver="", reference=TWO)

    found = said_by("FM001", a_binder(a_release(MARCH, first), documents=(first, second)))

    assert {(each.reference, each.values["field"], each.where) for each in found} == {
        (TWO, field, second.place(field)) for field in ("validator", "approver")
    }


@pytest.mark.parametrize(
    ("fields", "last_day", "line"),
    [
        ({"review_date": "2026-11-21"}, True, "review_date"),
        ({"review_date": "2026-11-22"}, False, ""),
        ({"review_date": "2026-03-02"}, False, ""),
        ({"effective_from": "2024-11-21"}, True, "effective_from"),
    ],
)
def test_the_review_of_a_text_in_force_is_told_at_what_decides_it(
    fields: Mapping[str, str], last_day: bool, line: str
) -> None:
    text = a_document(**fields)
    house = a_binder(a_release(fields.get("effective_from", MARCH), text), documents=(text,))

    found = said_by("RV001", house)

    assert [each.where for each in found] == ([text.place(line)] if last_day else [])


def test_an_upcoming_release_is_reviewed_after_it_applies() -> None:
    text = a_document(effective_from="2026-12-01", review_date="2026-11-25")
    house = a_binder(a_release("2026-11-20", text, effective_from="2026-12-01"), documents=(text,))

    assert said_by("RV004", house) == ()


@pytest.mark.parametrize(("until", "code"), [("2026-11-21", "WF043"), ("2026-11-22", "WF042"), ("2026-11-23", "WF042")])
@pytest.mark.parametrize("has_text", [True, False])
def test_an_emergency_is_told_at_its_line_or_at_its_release(until: str, code: str, has_text: bool) -> None:
    text, other = a_document(urgent="true"), a_document(reference=TWO)
    entries = [a_release(MARCH, other), a_release("2026-11-01", text, until=until, urgent=True)]
    house = a_binder(*entries, documents=(other, text) if has_text else (other,))

    found = [each for name in ("WF042", "WF043") for each in said_by(name, house)]

    assert [(each.code, each.values["until"], each.values["version"]) for each in found] == [(code, until, "1.0")]
    assert (found[0].where == text.place("urgent")) is has_text


# --- the text after a release


def after(version: str, change: str, **fields: str) -> Binder:
    """A text released as 1.2, and its next version."""
    old = a_document(version="1.2", change="minor", summary="Le délai est dit.")
    new = a_document(version=version, change=change, **{"summary": "Les étapes sont revues.", **fields})
    return a_binder(a_release(MARCH, old), documents=(new,))


@pytest.mark.parametrize(
    ("version", "change", "code"),
    [
        *(("1.2", "minor", "WF018"), ("1.1", "minor", "WF018"), ("1.3", "minor", ""), ("2.0", "major", "")),
        *(("2.1", "minor", "WF041"), ("1.3.1", "editorial", "WF041"), ("1.2.1", "editorial", "")),
        *(("2.2.1", "editorial", "WF041"), ("3.0", "major", ""), ("1.9", "minor", "")),
    ],
)
def test_the_number_after_a_release_is_told_at_its_line(version: str, change: str, code: str) -> None:
    house = after(version, change)

    found = [each for name in ("WF018", "WF041") for each in said_by(name, house)]

    assert [(each.code, each.where) for each in found] == [(code, house.documents[0].place("version"))] * bool(code)
    free = {"major": "2.0", "minor": "1.3", "editorial": "1.2.1", "last": "1.2"}
    assert all({key: each.values[key] for key in free} == free for each in found)


@pytest.mark.parametrize(
    ("summary", "is_told"), [("Le délai  est dit.", True), ("Le délai est dit", False), ('""', False)]
)
def test_a_summary_of_the_last_version_is_told_at_its_line(summary: str, is_told: bool) -> None:
    house = after("1.3", "minor", summary=summary)

    found = said_by("WF020", house)

    assert [each.where for each in found] == ([house.documents[0].place("summary")] if is_told else [])


def editorial(house: Path, path: str, **words: Any) -> None:
    rewritten(house, path, version="1.0.1", change="editorial", summary="La forme est revue ici.", **words)


def test_each_text_with_a_doubt_is_told_after_those_without(house: Path) -> None:
    third = (house / SECOND).read_text("utf-8").replace(TWO, THREE).replace("Raccompagner", "Rappeler")
    (house / "procedures/tard.md").write_text(third, "utf-8")
    for reference in (ONE, TWO, THREE, "FP-R1"):
        released(house, reference)
    rewritten(house, version="1.1", change="minor", summary="Une carte suffit ici.")
    editorial(house, SECOND)
    editorial(house, "procedures/tard.md", old="Saluer le patient", new="Ne pas saluer le patient")
    editorial(house, SHEET, inputs="[{what: demande écrite, from: Patients}]")
    (house / "releases/PR-R1-002/1.0/source.md").unlink()

    found = [each for each in told(house) if each.code == "WF019"]

    assert [each.reference for each in found] == [TWO, THREE, "FP-R1"]
    assert found[2].values["sentence"] == "demande écrite Patients"


def test_a_doubt_far_down_a_text_is_told_at_its_line(house: Path) -> None:
    rows = "".join(f"{number}. Ranger la boîte du placard.\n" for number in range(1, 39))
    rewritten(house, old="## Suivi\n", new=f"## Suivi\n\n{rows}39. Donner 5 mg au coucher.\n")
    released(house)
    editorial(house, ACCUEIL, old="5 mg", new="50 mg")

    found = [each for each in told(house) if each.code == "WF019"]

    lines = (house / ACCUEIL).read_text("utf-8").split("\n")
    assert {lines[each.where.line - 1] for each in found} == {"39. Donner 50 mg au coucher."}


def test_a_doubt_in_the_first_line_of_a_text_is_told_there(house: Path) -> None:
    rewritten(house, old="## But\n", new="Donner 5 mg au coucher.\n\nDonner 5 g au lever.\n\n## But\n")
    released(house)
    editorial(house, ACCUEIL, old="5 mg", new="50 mg")

    [found] = [each for each in told(house) if each.code == "WF019"]

    lines = (house / ACCUEIL).read_text("utf-8").split("\n")
    assert lines[found.where.line - 1] == "Donner 50 mg au coucher."


# --- sources


def test_a_source_of_a_version_that_is_not_in_force_is_not_followed() -> None:
    text = a_document(cites="[DE-004]")
    told_then: dict[str, Any] = {"cites": ["DE-004"], "cited_editions": {"DE-004": "2021"}}
    later = a_binder(a_release("2026-11-20", text, effective_from="2026-12-01", **told_then), documents=(text,))
    now = a_binder(a_release("2026-11-20", text, **told_then), documents=(text,))

    assert said_by("LK014", later) == ()
    [found] = said_by("LK014", now)
    assert (found.where, dict(found.values)) == (
        text.place("cites", 0),
        {"reference": ONE, "source": "DE-004", "before": "2021", "after": "–"},
    )
