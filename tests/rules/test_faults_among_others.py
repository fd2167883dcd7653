"""A fault is seen wherever it stands: after texts, rows and lines in which its rule has nothing to say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location
from classeur.model.processes import Process
from classeur.model.registers.rows import Row
from classeur.reading.documents import read_document
from classeur.rules.registry import Rule, all_rules, run
from tests.houses import a_process_text, a_text
from tests.rules.examples import Ran, ran

SETTLED_BY_ANOTHER = {"LK004", "LK006", "LK007", "PR003", "PR006", "PR008", "PR011", "RG039", "RV003"}
"""Rules where another text, or a row, makes a fault good, or is what a finding names or counts."""
ABOUT_A_WHOLE_TEXT = {"TX013", "TX015"}
CHECKED = [rule for rule in all_rules().values() if rule.check]
AMONG_TEXTS = [rule for rule in CHECKED if rule.code not in SETTLED_BY_ANOTHER]
AMONG_LINES = [rule for rule in CHECKED if rule.family in ("TX", "LK") and rule.code not in ABOUT_A_WHOLE_TEXT]


def odd_texts() -> list[Document]:
    """Texts that rules pass over: of another kind, urgent, without a date, or in which a line could not be read."""
    written = [
        *(a_text(**fields) for fields in ({"audience": "3"}, {"kind": "x"}, {"review_date": "bientôt"})),
        *(a_text(**fields) for fields in ({"consulted": "3"}, {"urgent": "true", "until": "2026-12-01"})),
        *(a_text(**fields) for fields in ({"processes": "3"}, {"kind": "fiche-reflexe"}, {"cites": "[FP-R1]"})),
        *(a_process_text(**fields) for fields in ({"family": "", "code": "accueil"}, {"inputs": "3"})),
    ]
    read = (read_document(PurePosixPath(f"procedures/{n}.md"), text)[0] for n, text in enumerate(written))
    return [renamed(document, number) for number, document in enumerate(read, 100) if document]


def by_the_rule(rule: Rule, binder: Binder) -> set[tuple[Location, str]]:
    """Where the rule alone finds something, and what it says of it."""
    return {(found.where, str(sorted(found.values.items()))) for found in run(binder, (), {rule.code: rule})}


def shown(rule: Rule, *, faulty: bool) -> list[Ran]:
    return [each for each in ran(rule) if any(f.code == rule.code for f in each.findings) is faulty]


def with_these_first(accepted: Iterable[Binder], house: Binder) -> Binder:
    """The house, below odd texts, and the texts, the processes and the rows of houses that its rule accepts."""
    documents = odd_texts()
    processes: list[Process] = []
    rows: dict[type[Row], tuple[Row, ...]] = {}
    for number, each in enumerate(accepted, 1):
        documents += [renamed(document, number) for document in each.documents]
        processes += each.processes
        for kind, found in each.registers.rows.items():
            rows[kind] = rows.get(kind, ()) + found
    kinds = {**rows, **house.registers.rows}
    registers = replace(
        house.registers, rows={kind: rows.get(kind, ()) + house.registers.rows.get(kind, ()) for kind in kinds}
    )
    return replace(
        house,
        documents=(*documents, *house.documents),
        processes=(*processes, *house.processes),
        registers=registers,
    )


def renamed(document: Document, number: int) -> Document:
    """The text, under a reference and in a folder of its own."""
    header = document.header.model_copy(update={"reference": f"{document.reference}-{number}"})
    return replace(document, header=header, path=PurePosixPath(document.path.parts[0], f"{number}", document.path.name))


@pytest.mark.parametrize("rule", AMONG_TEXTS, ids=lambda rule: rule.code)
def test_what_is_accepted_comes_first_and_hides_nothing(rule: Rule) -> None:
    accepted = [each.binder for each in shown(rule, faulty=False)]
    for each in shown(rule, faulty=True):
        alone = by_the_rule(rule, each.binder)
        together = by_the_rule(rule, with_these_first(accepted, each.binder))
        assert alone <= together


@pytest.mark.parametrize("rule", AMONG_LINES, ids=lambda rule: rule.code)
def test_lines_that_are_accepted_come_first_and_hide_nothing(rule: Rule) -> None:
    bodies = "\n\n".join(each.binder.documents[-1].body for each in shown(rule, faulty=False))
    for each in shown(rule, faulty=True):
        lines = bodies.count("\n") + 2
        below = [replace(d, body=f"{bodies}\n\n{d.body}", body_line=d.body_line - lines) for d in each.binder.documents]
        alone = by_the_rule(rule, each.binder)
        together = by_the_rule(rule, replace(each.binder, documents=tuple(below)))
        assert alone <= together
