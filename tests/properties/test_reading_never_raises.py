"""Nothing that a person types, or a computer damages, makes the program fall: it becomes findings, each in words."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from classeur.drawings.mermaid import MermaidError, render
from classeur.model.documents import Document, ProcessHeader
from classeur.model.findings import Finding
from classeur.tasks.check import check
from classeur.wording.rule_pages import told
from classeur.writers.site.dialect import Dialect, TextLinks
from tests.houses import BODY, FIELDS, INDICATORS, TODAY, a_process_text, a_text, an_organisation

TEXT = "procedures/accueil.md"
SHEET = "processes/R1-accueillir.md"
ORGANISATION = "manual/organisation.yml"
INDICATORS_FILE = "processes/R1-indicators.yml"
GLOSSARY = "manual/glossary.yml"
WAIVERS = "manual/waivers.yml"

GOOD = {
    TEXT: a_text(),
    SHEET: a_process_text(),
    ORGANISATION: an_organisation(
        delegations="delegations:\n  - {from_person: c.leroy, to_person: a.martin, steps: [approve], "
        "from: 2026-12-20, until: 2027-01-04}\n",
        accounts="accounts:\n  - {account: amartin, person: a.martin}\n",
        paths="paths:\n  - {role: infirmier, stages: [{title: Jour 1, days: 1, documents: [PR-R1-001]}]}\n",
    ),
    INDICATORS_FILE: INDICATORS,
    GLOSSARY: "- {term: EVA, means: [échelle visuelle], synonyms: [échelle], misspellings: [eva]}\n",
    WAIVERS: "- {code: LK007, reference: PR-R1-001, reason: En cours., person: a.martin, until: 2027-01-01}\n",
}

KEYS = sorted(
    {
        *ProcessHeader.model_fields,
        *("organisation", "people", "roles", "units", "kinds", "delegations", "accounts", "paths", "profile"),
        *("id", "name", "email", "from", "to", "until", "leaves", "may", "circuit", "cumul", "validation", "approval"),
        *("requires", "critical", "review_months", "steps", "from_person", "to_person", "stages", "documents", "days"),
        *("unit", "direction", "target", "alert", "frequency", "source", "measures", "period", "value", "what"),
        *("term", "means", "misspellings", "person", "reason", "account", "role", "size", "site_url", "timezone"),
        *("language", "status", "", "inconnu", "Référence"),
    }
)
SCALARS = st.one_of(
    st.sampled_from(
        [
            "",
            "~",
            "NO",
            "1.10",
            "012",
            "2",
            "2.1.1",
            "9" * 400,
            "-1",
            "1e999",
            "2026-02-30",
            "0001-01-01",
            "9999-12-31",
            "2026-11-22",
            "all",
            "a.martin",
            "infirmier",
            "procedure",
            "process",
            "PR-R1-001",
            "R1",
            "R1-1",
            "FP-R1",
            "true",
            "CON",
            "../../etc/passwd",
            "{kind}-{number}",
            "{number:99999999}",
            "{",
            "%s",
            "<script>",
            "\ud7ff",
            "monthly",
            "2026-09",
            "major",
            "core",
            "motivated",
            "large",
            "certification",
            "LK007",
            "Europe/Nulle-Part",
        ]
    ),
    st.text(max_size=12),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)
MAPPINGS = st.dictionaries(st.sampled_from(KEYS), TREES, max_size=12)
ROWS = st.lists(MAPPINGS, max_size=4)
SPLINTERS = st.sampled_from(
    [
        "\n",
        ":",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "&a ",
        "*a",
        "!!int ",
        "|\n",
        ">-\n",
        "?",
        "#",
        "\t",
        "---\n",
        "...\n",
        "<<: *a\n",
        "%YAML 9\n",
        "\x00",
        "\x07",
        "\ufeff",
        "\u2028",
        "[" * 40,
        "- " * 40,
        "é",
        "\udcff",
        "~",
    ]
).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=8)


def findings_of(name: str, content: bytes) -> tuple[Finding, ...]:
    """What a check says of the good house in which one file holds these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in GOOD.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, "utf-8")
        (Path(folder) / name).write_bytes(content)
        return check(Path(folder), TODAY).findings


def assert_all_is_told(findings: tuple[Finding, ...]) -> None:
    """No rule crashed, and each finding is a sentence and a remedy for people of both languages."""
    assert [dict(finding.values) for finding in findings if finding.code == "IN001"] == []
    for finding in findings:
        for language in ("fr", "en"):
            said = told(finding, language)
            assert said.message.strip(), finding
            assert said.remedy.strip(), finding


def as_yaml(value: Any) -> str:
    """JSON, which YAML reads: whatever the texts hold, the tree stays the one that was drawn."""
    return json.dumps(value, ensure_ascii=False) + "\n"


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """A good text after a few accidents: a piece lost, doubled or moved, splinters thrown in."""
    content = text.encode()
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        accident = draw(st.sampled_from(["lost", "doubled", "moved", "splinter", "splinter"]))
        piece, rest = content[start:end], content[:start] + content[end:]
        place = draw(st.integers(0, len(rest)))
        content = {
            "lost": rest,
            "doubled": content[:end] + piece + content[end:],
            "moved": rest[:place] + piece + rest[place:],
            "splinter": content[:start] + draw(SPLINTERS) + content[end:],
        }[accident]
    return content


def test_the_good_house_of_these_tests_has_no_error() -> None:
    assert [f.code for f in findings_of(TEXT, GOOD[TEXT].encode()) if f.code not in ("LK007", "RG003")] == []


@pytest.mark.parametrize("name", GOOD)
@given(content=st.binary(max_size=300))
@example(content=b"\xef\xbb\xbf")
@example(content=b"\xff\xfe\x00")
@example(content=b"---\n---\n")
@example(content=b"---\n- a\n---\n")
def test_any_bytes_in_place_of_a_file_are_told_in_words(name: str, content: bytes) -> None:
    assert_all_is_told(findings_of(name, content))


@pytest.mark.parametrize("name", GOOD)
@given(data=st.data())
def test_a_damaged_file_is_told_in_words(name: str, data: st.DataObject) -> None:
    assert_all_is_told(findings_of(name, data.draw(damaged(GOOD[name]))))


@pytest.mark.parametrize("name", [TEXT, SHEET])
@given(fields=MAPPINGS)
def test_any_front_matter_is_told_in_words(name: str, fields: dict[str, Any]) -> None:
    identified = {**{key: FIELDS[key] for key in ("reference", "title", "kind", "version")}, **fields}

    assert_all_is_told(findings_of(name, f"---\n{as_yaml(identified)}---\n{BODY}".encode("utf-8", "surrogatepass")))


@given(fields=MAPPINGS)
def test_any_front_matter_of_a_process_sheet_is_told_in_words(fields: dict[str, Any]) -> None:
    sheet = {"reference": "FP-R1", "title": "Accueillir", "version": "1.0", "code": "R1", **fields, "kind": "process"}

    assert_all_is_told(findings_of(SHEET, f"---\n{as_yaml(sheet)}---\n{BODY}".encode("utf-8", "surrogatepass")))


@given(file=MAPPINGS)
def test_any_organisation_is_told_in_words(file: dict[str, Any]) -> None:
    assert_all_is_told(findings_of(ORGANISATION, as_yaml(file).encode("utf-8", "surrogatepass")))


@given(people=ROWS, roles=ROWS, kinds=ROWS, delegations=ROWS, paths=ROWS)
def test_any_people_roles_and_kinds_are_told_in_words(**sections: list[dict[str, Any]]) -> None:
    file = {"organisation": {"name": "Maison"}, "units": [{"id": "soins", "title": "Soins"}], **sections}

    assert_all_is_told(findings_of(ORGANISATION, as_yaml(file).encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize("name", [INDICATORS_FILE, GLOSSARY, WAIVERS])
@given(rows=ROWS | TREES)
def test_any_list_is_told_in_words(name: str, rows: Any) -> None:
    assert_all_is_told(findings_of(name, as_yaml(rows).encode("utf-8", "surrogatepass")))


# the texts themselves

PIECES = st.sampled_from(
    [
        "# ",
        "## But\n",
        "- ",
        "1. ",
        "| a | b |\n|---|---|\n",
        "```\n",
        "```mermaid\n",
        "~~~",
        "[a](",
        "](",
        "![",
        "<div>",
        "</div>",
        "<script>",
        "<!--",
        "-->",
        "&#0;",
        "&#x110000;",
        "*",
        "**",
        "_",
        "`",
        "\n\n",
        "\n",
        "    ",
        "> ",
        "!!! ",
        "[^1]",
        "[^1]: ",
        "{: .x }",
        "{#a}",
        "<a href='",
        "'>",
        "PR-R1-001",
        "javascript:",
        "%00",
        "\\",
        "\u2028",
        "\x0b",
        '=== "a"\n',
        "??? ",
        ": ",
        "<details markdown>",
        "../",
        "[ ](<",
        "http://[",
        "://",
        "#",
        "stx\x02",
        "\x03",
    ]
) | st.text(max_size=6)
BODIES = st.lists(PIECES, max_size=40).map("".join)


@given(body=BODIES)
def test_any_text_below_a_good_front_matter_is_told_in_words(body: str) -> None:
    assert_all_is_told(findings_of(TEXT, a_text(body).encode("utf-8", "surrogatepass")))


@given(body=BODIES)
def test_any_text_becomes_a_page(body: str) -> None:
    names = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc")
    dialect = Dialect((*names, "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist"))

    rendered = dialect.render(body, TextLinks(lambda target: target, lambda reference: "#"))

    assert all("<script" not in section.html for section in rendered.sections)


@given(source=st.lists(st.sampled_from(["graph TD\n", "flowchart LR\n", "a", "-->", "[", "]", "|", "\n", "{", "é"])))
def test_any_diagram_is_drawn_or_refused_with_its_line(source: list[str]) -> None:
    try:
        drawing = render("".join(source), "PR-R1-001")
    except MermaidError as error:
        drawing = f"<svg line={error.line}>" if error.line >= 1 else ""

    assert drawing.startswith("<svg")


@given(st.sampled_from([TEXT, SHEET]), st.data())
def test_what_was_read_of_a_damaged_text_has_a_place_in_its_file(name: str, data: st.DataObject) -> None:
    content = data.draw(damaged(GOOD[name]))
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1

    told_here = [f for f in findings_of(name, content) if f.where.path == PurePosixPath(name)]

    assert all(1 <= finding.where.line <= lines for finding in told_here)


def test_a_document_without_places_still_has_one() -> None:
    header = ProcessHeader.model_validate({key: FIELDS[key] for key in ("reference", "title", "kind", "version")})

    place = Document(header, BODY, PurePosixPath(TEXT)).place("validator", 0)

    assert str(place) == "procedures/accueil.md:1:1"
