"""Every value has its file, its line and its column; what goes beyond a limit is told, never guessed."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from classeur.model.documents import Document
from classeur.model.findings import Fault
from classeur.reading.documents import read_document
from classeur.reading.folder import read_folder
from classeur.reading.processes import read_indicators
from classeur.reading.yaml_text import MAX_BYTES, MAX_DEPTH
from tests.houses import BODY, FIELDS, TODAY, a_process_text, a_text, write_house

TEXT = PurePosixPath("procedures/accueil.md")
SHEET = PurePosixPath("processes/R1-accueillir.md")

TYPED = """---
reference: PR-R1-001
title:   Accueillir un patient   # le titre de la page
kind: procedure
version: 1.10
change: major
summary: >-
  Les étapes de l'accueil
  sont écrites.
owner: a.martin
processes:
  - R1
  - R2
audience: {roles: [infirmier, medecin], units: [soins]}
writer: [b.durand, c.leroy]
validator: a.martin
approver:
keywords: ["été: hiver", 'l''accueil']
consulted: {cvs: 2026-10-12}
---
## But

Accueillir.
"""


def read(text: str, path: PurePosixPath = TEXT) -> tuple[Document, list[Fault]]:
    document, faults = read_document(path, text)
    assert document is not None, faults
    return document, faults


def faults_of(text: str, path: PurePosixPath = TEXT) -> list[tuple[str, str]]:
    _, faults = read_document(path, text)
    return [(fault.code, str(fault.where).partition(":")[2]) for fault in faults]


@pytest.mark.parametrize(
    ("field", "place"),
    [
        (("reference",), "2:12"),
        (("title",), "3:10"),
        (("version",), "5:10"),
        (("summary",), "7:10"),
        (("processes", 0), "12:5"),
        (("processes", 1), "13:5"),
        (("audience",), "14:11"),
        (("audience", "roles", 1), "14:31"),
        (("audience", "units", 0), "14:49"),
        (("writer", 1), "15:20"),
        (("keywords", 0), "18:12"),
        (("keywords", 1), "18:26"),
        (("consulted", "cvs"), "19:18"),
    ],
    ids=str,
)
def test_a_value_stands_where_it_was_typed(field: tuple[str | int, ...], place: str) -> None:
    document, _ = read(TYPED)

    assert str(document.place(*field)) == f"procedures/accueil.md:{place}"


def test_every_typed_value_has_a_place() -> None:
    document, _ = read(TYPED)

    typed = {key for key in FIELDS if f"\n{key}:" in TYPED}

    assert typed <= {str(loc[0]) for loc in document.places if loc}


def test_a_value_that_nobody_typed_stands_at_the_nearest_one() -> None:
    document, _ = read(TYPED)

    assert str(document.place("audience", "roles", 7)) == "procedures/accueil.md:14:19"
    assert str(document.place("supersedes")) == "procedures/accueil.md:1:1"


def test_a_line_of_the_text_has_its_line_in_the_file() -> None:
    document, _ = read(TYPED)

    assert str(document.in_body(1)) == "procedures/accueil.md:21:1"
    assert str(document.in_body(document.body.split("\n").index("Accueillir.") + 1)) == "procedures/accueil.md:23:1"


def test_an_accent_typed_in_two_parts_does_not_move_what_follows() -> None:
    composed, _ = read(TYPED)
    decomposed, _ = read(TYPED.replace("é", "e\u0301"))

    assert decomposed.place("keywords", 1) == composed.place("keywords", 1)


def test_a_refused_item_does_not_move_the_places_of_its_neighbours() -> None:
    text = a_process_text(inputs="[{what: a, from: Patients, vers: R2}, {what: b, form: x}, {what: c, from: Médecins}]")
    document, faults = read(text, SHEET)

    column = text.split("\n")[1].index("Médecins") + 1

    assert [fault.code for fault in faults] == ["FM002", "FM002"]
    assert document.place("inputs", 2, "from").column == column


def test_values_stay_as_they_were_typed() -> None:
    document, _ = read(
        a_text(version="1.10", owner="NO", title="012", processes="[1e3, 0x1F, 2026-01-01]", summary="~/notes")
    )

    header = document.header
    assert (header.owner, header.title, header.summary) == ("NO", "012", "~/notes")
    assert header.processes == ("1e3", "0x1F", "2026-01-01")
    assert str(header.version) == "1.10"


@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_a_front_matter_ends_where_yaml_says(end: str) -> None:
    text = a_text().replace("\n---\n", f"\n{end}\n", 1)

    assert read(text)[0].body == BODY


def test_a_line_of_dashes_in_the_text_is_no_end() -> None:
    document, _ = read(a_text("## But\n\n---\n\nAccueillir.\n"))

    assert document.body == "## But\n\n---\n\nAccueillir.\n"


# what cannot be read


@pytest.mark.parametrize(
    "text", ["## But\n\nAccueillir.\n", "---\nreference: PR-R1-001\n", " ---\na: b\n---\n", "\n---\na: b\n---\n"]
)
def test_a_text_without_a_whole_front_matter_is_told_on_its_first_line(text: str) -> None:
    assert faults_of(text) == [("FM008", "1:1")]


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ("title: 'Accueillir", "3:8"),
        ("title: [Accueillir", "3:8"),
        ("title: a: b", "3:9"),
        ("\ttitle: a", "3:1"),
    ],
)
def test_a_front_matter_that_is_no_yaml_is_told_where_the_person_looks(broken: str, place: str) -> None:
    assert faults_of(f"---\nreference: PR-R1-001\n{broken}\n---\n{BODY}") == [("FM007", place)]


def test_a_key_typed_twice_is_told_at_the_second() -> None:
    text = a_text().replace("owner: a.martin\n", "owner: a.martin\nowner: c.leroy\n")

    document, faults = read(text)

    assert [(fault.code, fault.values["field"]) for fault in faults] == [("FM006", "owner")]
    assert faults[0].where.line == text.split("\n").index("owner: c.leroy") + 1
    assert document.header.owner == "a.martin"


@pytest.mark.parametrize(
    ("excess", "place"),
    [
        ("keywords: &mots [a]", "3:11"),
        ("keywords: [a, *mots]", "3:15"),
        ("keywords: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), f"3:{11 + MAX_DEPTH - 1}"),
        ("keywords: " + "{a: " * 5000 + "}" * 5000, f"3:{11 + (MAX_DEPTH - 1) * 4}"),
        ("keywords: " + "[" * 60000, f"3:{11 + MAX_DEPTH - 1}"),
        ("\n".join(" " * depth + "a:" for depth in range(MAX_DEPTH + 1)) + " b", f"{3 + MAX_DEPTH}:{MAX_DEPTH + 1}"),
        ("? [a, &mots b]\n: c", "3:7"),
    ],
    ids=["anchor", "alias", "nesting", "deep nesting", "never closed", "nesting by lines", "anchor in a key"],
)
def test_what_goes_beyond_the_limits_of_a_front_matter_is_told_at_its_place(excess: str, place: str) -> None:
    assert faults_of(f"---\nreference: PR-R1-001\n{excess}\n---\n{BODY}") == [("FM012", place)]


def test_a_front_matter_over_64_kilobytes_is_told() -> None:
    assert faults_of(a_text(summary="x" * MAX_BYTES)) == [("FM012", "2:1")]


def test_nesting_at_the_limit_is_read() -> None:
    deep = "[" * (MAX_DEPTH - 1) + "a" + "]" * (MAX_DEPTH - 1)

    assert [code for code, _ in faults_of(a_text(keywords=deep))] == ["FM009"]


def test_an_ampersand_in_a_title_is_no_anchor() -> None:
    document, faults = read(a_text(title='"Soins & accueil *"', summary="Hygiène & sécurité."))

    assert faults == []
    assert document.header.title == "Soins & accueil *"


# the lists


def test_a_wrong_value_of_the_organisation_is_told_at_its_place(tmp_path: Path) -> None:
    house = write_house(tmp_path)
    text = (
        (house / "manual/organisation.yml").read_text("utf-8").replace("from: 2020-01-06}\n", "from: 2020-13-06}\n", 1)
    )
    (house / "manual/organisation.yml").write_text(text, "utf-8")
    line = next(number for number, typed in enumerate(text.split("\n"), 1) if "2020-13-06" in typed)

    _, faults = read_folder(house, TODAY)

    assert [(fault.code, fault.where.line, fault.where.column) for fault in faults] == [
        ("OR014", line, text.split("\n")[line - 1].index("2020-13-06") + 1)
    ]


def test_a_wrong_person_does_not_move_the_next_ones(tmp_path: Path) -> None:
    house = write_house(tmp_path)
    file = house / "manual/organisation.yml"
    file.write_text(file.read_text("utf-8").replace("  - {id: a.martin,", "  - {nom: x, id: [],", 1), "utf-8")

    binder, _ = read_folder(house, TODAY)

    [first] = [person for person in binder.organisation.people if person.id == "b.durand"]
    assert first.name == "Maud Durand"
    assert len(binder.documents) == 2


def test_a_wrong_measure_is_told_at_its_line(tmp_path: Path) -> None:
    path = PurePosixPath("processes/R1-indicators.yml")
    (tmp_path / "processes").mkdir()
    (tmp_path / path).write_text(
        "- id: R1-1\n  measures:\n    - {period: 2026-09, value: 14}\n    - {period: 2026-13, value: quatorze}\n",
        "utf-8",
    )

    indicators, faults = read_indicators(tmp_path, path)

    assert sorted((fault.values["key"], str(fault.where)) for fault in faults) == [
        ("period", f"{path}:4:16"),
        ("value", f"{path}:4:32"),
    ]
    assert [measure.period for measure in indicators[0].measures] == ["2026-09"]


@pytest.mark.parametrize(
    ("typed", "value"), [("1 234,5", 1234.5), ("12,5", 12.5), ("0", 0.0), ("-3", -3.0), ("+4.25", 4.25)]
)
def test_a_measure_is_read_as_people_write_numbers(tmp_path: Path, typed: str, value: float) -> None:
    path = PurePosixPath("processes/R1-indicators.yml")
    (tmp_path / "processes").mkdir()
    (tmp_path / path).write_text(f'- {{id: R1-1, target: "{typed}"}}\n', "utf-8")

    [indicator], faults = read_indicators(tmp_path, path)

    assert faults == []
    assert indicator.target == value


def test_the_waivers_and_terms_know_their_lines(tmp_path: Path) -> None:
    house = write_house(tmp_path)
    (house / "manual/glossary.yml").write_text("- {term: EVA}\n- {term: DASRI}\n", "utf-8")
    (house / "manual/waivers.yml").write_text(
        "# une dérogation\n- code: LK007\n  reference: PR-R1-001\n  reason: En cours.\n"
        "  person: a.martin\n  until: 2027-01-01\n",
        "utf-8",
    )

    binder, faults = read_folder(house, TODAY)

    assert faults == []
    assert [term.where.line for term in binder.glossary if term.where] == [1, 2]
    assert [waiver.where.line for waiver in binder.waivers] == [2]
