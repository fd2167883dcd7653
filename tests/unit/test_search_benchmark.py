"""The measure of the search: a corpus made a house, answers counted by kind of question."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from benchmarks.search import Query, read_queries, table
from benchmarks.search_house import Page, read_corpus, read_glossary, write_search_house
from classeur.model.findings import Severity
from classeur.tasks.check import check

WITH_REFERENCE = '---\ntitle: "Lavage des mains"\nreference: "FT 03 L 01"\n---\n\n# Lavage des mains\n\nFrictionner.\n'
WITH_NAMES = '---\ntitle: "Lombalgie"\nsynonymes: ["lumbago"]\ntags: ["dos"]\n---\n\n# Lombalgie\n\nBouger.\n'


def a_corpus(folder: Path) -> Path:
    for name, text in {"secours/mains.md": WITH_REFERENCE, "medical/lombalgie.md": WITH_NAMES}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_page_keeps_its_reference_its_names_and_its_folder_as_kind(tmp_path: Path) -> None:
    back, hands = read_corpus(a_corpus(tmp_path))

    assert (hands.reference, hands.kind, hands.body.strip()) == ("FT-03-L-01", "secours", "Frictionner.")
    assert (back.reference, back.synonyms, back.keywords) == ("PAGE-0001", ("lumbago",), ("dos",))


def test_the_map_leads_from_references_to_the_corpus(tmp_path: Path) -> None:
    write_search_house(tmp_path / "house", read_corpus(a_corpus(tmp_path / "corpus")), [])

    known = json.loads((tmp_path / "house/map.json").read_text("utf-8"))
    assert known == {"PAGE-0001": "medical/lombalgie.md", "FT-03-L-01": "secours/mains.md"}


def test_the_house_of_a_corpus_has_no_error(tmp_path: Path) -> None:
    glossary = [{"term": "FT", "means": ["Fiche technique"]}]
    write_search_house(tmp_path / "house", read_corpus(a_corpus(tmp_path / "corpus")), glossary)

    findings = check(tmp_path / "house", dt.date(2026, 11, 22)).findings

    assert [finding.code for finding in findings if finding.severity is Severity.ERROR] == []


def test_a_house_is_never_written_over_another(tmp_path: Path) -> None:
    (tmp_path / "something").write_text("kept", "utf-8")

    with pytest.raises(FileExistsError):
        write_search_house(tmp_path, [Page("a/b.md", "A-1", "T", (), (), "")], [])


def test_a_glossary_is_read_from_columns(tmp_path: Path) -> None:
    (tmp_path / "g.tsv").write_text("term\tmeans\tsynonyms\nAES\tAccident\tpiqûre | coupure\nFEI\tFiche\n", "utf-8")

    assert read_glossary(tmp_path / "g.tsv") == [
        {"term": "AES", "means": ["Accident"], "synonyms": ["piqûre", "coupure"]},
        {"term": "FEI", "means": ["Fiche"]},
    ]


def test_answers_are_counted_by_kind_of_question() -> None:
    queries = [Query("a", "plain", "x", frozenset({"p"})), Query("b", "typo", "y", frozenset({"q"}))]

    lines = table(queries, {"a": ["P-1"], "b": ["P-1", "Q-1"]}, {"P-1": "p", "Q-1": "q"})

    assert lines[2:] == ["| first | 100 | 0 | 50 | 0.75 |", "| in the first five | 100 | 100 | 100 | 0.75 |"]


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("search_queries.tsv", 210),
        ("search_queries_apart.tsv", 60),
        ("search_queries_drawn.tsv", 95),
        ("search_queries_unseen.tsv", 64),
    ],
)
def test_our_own_questions_can_be_read(name: str, many: int) -> None:
    queries = read_queries(Path(__file__).parents[2] / "benchmarks" / name)

    assert len({query.id for query in queries}) == len(queries) == many
