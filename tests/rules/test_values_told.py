"""What findings say besides their place: lists joined, names that are missing, and what was refused is not told twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.model.findings import Severity
from classeur.model.organisation import Profile
from classeur.rules.profiles import severity_in
from tests.houses import INDICATORS, a_process_text
from tests.rules.marks import SHEET, Files, a_register, below, house, instead, text, told_by, written

FR9 = {f"procedures/{name}.md": text(reference=f"PR-R1-00{n}", title=f"Texte {n}")["procedures/accueil.md"] for n, name in enumerate("bcd", 2)}  # fmt: skip
SECOND = "processes/R2-autre.md"
NAMELESS = "  - {id: note, code: NT, circuit: {approval: 1}, requires: [cvs]}\n"
PARTED = 'reference_pattern: "{kind}-{process}-{number}-{site}"\n'
FAR = "### Le geste {0}\n\nMot.\n\n"


def sheets(first: dict[str, str], second: dict[str, str]) -> Files:
    """Two processes, R1 and R2."""
    other = {"reference": "FP-R2", "code": "R2", "processes": "[R2]"} | second
    return {SHEET: a_process_text(**first), SECOND: a_process_text(**other)}


def unread(row: str) -> Files:
    return {"manual/registers/" + row.split(":")[0] + ".yml": "- {" + row.split(":", 1)[1] + "}\n"}


VALUES: dict[str, list[tuple[Files, str, list[str]]]] = {
    "FM005": [(text(kind="procedur"), "close", ["procedure, process"])],
    "FM013": [
        ({path: text(reference="PR-R1-009")["procedures/accueil.md"] for path in ("procedures/a.md", "procedures/b.md", "procedures/c.md")}, "other",
         ["procedures/b.md, procedures/c.md", "procedures/a.md, procedures/c.md", "procedures/a.md, procedures/b.md"]),
    ],
    "FM015": [
        ({f"procedures/{name}.md": text(reference=name)["procedures/accueil.md"] for name in ("pr-x", "PR-X", "Pr-X")}, "other", ["Pr-X, pr-x", "PR-X, pr-x", "PR-X, Pr-X"]),
    ],
    "FM016": [(text(title="x" * 121), "length", ["121"])],
    "FM017": [
        (house(more=PARTED) | text(reference="X", processes="[R4, R1]"), "example", ["PR-R4-1-1"]),
        (house(more='reference_pattern: "{kind}-{process}-{number:03}"\n') | text(reference="X", processes="[]"), "example", ["PR-R1-001"]),
        (house(more=PARTED) | text(reference="PR-R1-7-ici"), "example", []),
        (house(more=PARTED) | text(reference="PR-R1-x-ici"), "example", ["PR-R1-1-1"]),
        (house(more='reference_pattern: "{kind}-{number:02}"\n') | text(reference="PR-123"), "example", []),
        (house(more='reference_pattern: "{kind}-{number:02}"\n') | text(reference="PR-1"), "example", ["PR-01"]),
        (house(kinds="  - {id: note, title: Note, circuit: {approval: 1}}\n") | text(kind="note", reference="X"), "example", []),
    ],
    "FM018": [({SHEET: a_process_text(reference="FP-1")}, "expected", ["FP-R1"]), ({SHEET: a_process_text(code="")}, "expected", [])],
    "LK001": [
        (FR9 | {f"procedures/{folder}/plan.pdf": "x" for folder in "abcd"} | below("Le [plan](plan.pdf).\n"), "close", ["a/plan.pdf, b/plan.pdf, c/plan.pdf"]),
        ({"manual/plan.pdf": "x"} | below("Le [plan](plan.pdf).\n"), "close", ["../manual/plan.pdf"]), (below("Le [plan](plan.pdf).\n"), "close", ["–"]),
    ],
    "LK002": [({"procedures/a/Plan.png": "x"} | below("Le ![plan](plan.png).\n"), "close", ["a/Plan.png"])],
    "LK005": [
        (below("".join(FAR.format(word) for word in ("un", "deux", "trois", "dix")) + "Voir [le geste](#le-geste-x).\n"), "close", ["le-geste-dix, le-geste-deux, le-geste-un"]),
        (below("Voir [là](#zzzz), [ici](#fn:1), [haut](#__x) et [là](#fnref:1), [rien](#).\n"), "close", ["–"]),
        (below("Un <span id=\"un\"></span>.\n\nMot {#deux}\n\n<a name='trois'></a>\n\n{: #quatre .x }\n\nVoir [a](#un), [b](#deux), [c](#trois) et [d](#quatre), \"cinq\", [e](#cinq).\n"), "anchor", ["cinq"]),
    ],
    "OR001": [(text(owner="Alix Martin"), "close", ["a.martin"])],
    "OR004": [(house(roles="  - {id: x, may: []}\n", paths="paths:\n  - {role: x, stages: [{title: J, documents: [PR-R1-001]}]}\n") | text(reread="[x]", audience="{roles: [infirmier, x]}"), "role", ["x"]),
              (house(roles="  - {id: x, may: []}\n", paths="paths:\n  - {role: x, stages: [{title: J, documents: [PR-R1-001]}]}\n") | text(reread="[x]", audience="{roles: [infirmier, x]}"), "uses", ["2"])],
    "OR013": [(house(paths="paths:\n  - {role: infirmier, stages: [{title: Jour 1, documents: [X-1]}]}\n"), "role", ["Infirmier"])],
    "OR019": [(text(audience="{roles: 3}"), "reference", [])],
    "PR001": [(sheets({"pilot": ""}, {"pilot": "", "code": ""}), "process", ["R1", "FP-R2"])],
    "PR005": [(sheets({}, {}) | text(processes="[R7]"), "known", ["R1, R2"])],
    "PR006": [(sheets({}, {"code": "R1"}), "other", ["FP-R1"]), (sheets({"code": ""}, {"code": ""}), "other", [])],
    "PR007": [(sheets({}, {"family": "management"}), "letter", ["M"])],
    "PR008": [
        (sheets({"outputs": "[{what: bilan, to: R2}, {what: Compte  rendu, to: R2}]"}, {"inputs": "[{what: compte rendu, from: R1}, {what: avis, from: R1}]"}), "what", ["bilan", "avis"]),
        (sheets({"inputs": "[{what: bilan, from: R2}, {what: note, from: R1}]"}, {"outputs": "[{what: compte rendu, to: R1}, {what: note, to: R9}]"}), "other", ["R2", "R1"]),
        (sheets({"outputs": "[{what: bilan, to: R2}]"}, {"inputs": "3"}), "what", []),
    ],
    "PR011": [(sheets({}, {}), "process", ["R2"])],
    "PR012": [
        (sheets({"inputs": "[{what: ''}, {from: x}]", "outputs": "[{what: ''}, {to: x}]"}, {}), "field", ["what, from", "what", "what, to", "what"]),
        (sheets({"inputs": "[{what: a, zz: 3}]"}, {}), "field", []),
    ],
    "PR013": [({"processes/R1-indicators.yml": INDICATORS.replace("alert: 25", "alert: 12.5").replace("  title: Délai moyen d'attente\n", "")}, "alert", ["12.5"])],
    "RD001": [(text(audience="{roles: [infirmier]}", reread="[direction, x]"), "role", ["Direction", "x"])],
    "RD003": [
        (house(paths="paths:\n  - {role: direction, stages: [{title: Jour 1, documents: [PR-R1-001]}]}\n") | text(audience="{roles: [infirmier]}"), "role", ["Direction"]),
        (house(paths="paths:\n  - {role: infirmier, stages: [{title: Jour 1, documents: [PR-R1-001, X-1]}]}\n") | text(audience="{roles: [infirmier]}"), "role", []),
    ],
    "RG009": [
        (a_register("external", "reference: DE-1, title: A, owner: a.martin, next_check: 2026-11-20", "reference: DE-2, title: A, next_check: 2026-11-21"), "owner", ["Alix Martin", "–"]),
        (a_register("external", "reference: DE-1, title: A, next_check: 2026-11-20"), "days", ["2"]),
    ],
    "RG010": [(a_register("external", "reference: DE-1, title: A", "reference: DE-2, title: A, owner: x"), "owner", ["–", "x"]),
              ({"manual/organisation.yml": house()["manual/organisation.yml"].replace("people:", "peoples:")} | a_register("external", "reference: DE-1, title: A"), "owner", [])],
    "RG031": [(a_register("actions", "number: A-1, action: Trier, due: 2026-11-20", "number: A-2, action: Trier, pilot: a.martin, due: 2026-11-21"), "pilot", ["–", "Alix Martin"]),
              (a_register("actions", "number: A-1, action: Trier, due: 2026-11-20"), "days", ["2"])],
    "RG034": [(a_register("events", "number: E-1, date: 2026-11-20, type: fall, severity: 5", "number: E-2, date: 2026-11-20, type: fall, severity: 5, frequency: 2"), "criticality", ["–", "10"]),
              (a_register("events", "number: E-1, date: 2026-11-20, type: fall, severity: 5", "number: E-2, date: 2026-11-20, type: fall, severity: 5, analysed_on: 2026-11-21"), "missing", ["analysed_on", "causes"])],
    "RG038": [
        ({"processes/R1-indicators.yml": INDICATORS.split("  measures")[0]}, "last", ["–"]), ({"processes/R1-indicators.yml": INDICATORS.split("  measures")[0]}, "period", ["2026-09"]),
        ({"processes/R1-indicators.yml": INDICATORS.split("    - {period: 2026-09")[0] + "    - {period: 2026-05, value: 3}\n"}, "period", ["2026-06"]),
        ({"processes/R1-indicators.yml": INDICATORS.split("    - {period: 2026-09")[0] + "    - {period: 2026-05, value: 3}\n"}, "last", ["2026-05"]),
    ],
    "RG039": [({"processes/R1-indicators.yml": INDICATORS.replace("value: 14", "value: 40.5").replace("value: 13", "value: 41")}, "measured", ["40.5, 41"])],
    "RG043": [(a_register("actions", "number: A-1, action: Trier", "number: a-1, action: Trier"), "first", ["actions.yml:1"])],
    "RG045": [(a_register("proposals", "number: P-1, received_on: 2026-10-01, proposal: A", "number: P-2, received_on: 2026-10-02, proposal: A, document: PR-R1-001"), "document", ["–", "PR-R1-001"])],
    "RG051": [(text(writer="[c.leroy, d.roux]", approver="a.martin") | house(people="  - {id: d.roux, name: Dany Roux, roles: [direction]}\n"), "people", ["Camille Leroy, Dany Roux"])],
    "RG083": [(a_register("copies", "number: 1, place: A", "number: 2, place: A, holder: d.roux") | house(people="  - {id: d.roux, name: Dany Roux, until: 2026-01-01}\n"), "holder", ["–", "Dany Roux"])],
    "RV001": [(text(review_date="2026-11-20"), "days", ["2"])],
    "RV002": [(house(kinds=NAMELESS.replace("requires", "review_months: 6, requires")) | text(kind="note", review_date="2028-01-01"), "kind", ["note"]), (text(review_date="2029-01-01"), "kind", ["Procédure"]),
              (text(review_date="2029-01-01"), "latest", ["2028-11-22"])],
    "RV003": [(house(kinds=NAMELESS) | text(kind="note"), "kind", ["note"]), (house(kinds=NAMELESS.replace("code: NT", "code: NT, title: Note")) | text(kind="note"), "kind", ["Note"]),
              (house(kinds=NAMELESS) | text(kind="note", review_date="bientôt"), "kind", [])],
    "RV004": [(text(review_date="2026-11-24"), "days", ["2"])],
    "TX006": [(below("#### A\n\nMot.\n\n### B\n\nMot.\n\n##### C\n\nMot.\n"), "expected", ["3", "4"]), (below("# A\n\nMot.\n"), "expected", ["2"])],
    "TX009": [(below("[](https://example.org/x) et [https://example.org/y](https://example.org/y) et [a](a).\n"), "text", ["https://example.org/x", "https://example.org/y"])],
    "WF008": [(house(kinds="  - {id: note, code: NT, title: Note, circuit: {validation: 3, approval: 2}}\n") | text(kind="note", validator="[a.martin, b.durand]"), "asked", ["3", "2"])],
    "WF009": [(text(version="2.1", change="major"), "expected", ["minor"]), (text(version="0.3", change="major"), "expected", [])],
    "WF012": [(house(kinds=NAMELESS) | text(kind="note", consulted="{}"), "kind", ["note"]), (house(kinds=NAMELESS.replace("code: NT", "code: NT, title: Note")) | text(kind="note"), "kind", ["Note"]),
              (house(kinds=NAMELESS) | text(kind="note", consulted="3"), "kind", [])],
    "WF014": [(house(kinds=NAMELESS) | text(kind="note", approver=""), "kind", ["note"]), (house(kinds=NAMELESS.replace("code: NT", "code: NT, title: Note")) | text(kind="note", approver=""), "kind", ["Note"])],
    "WF016": [(instead("people", "direction]", "x]") | text(), "step", [])],
}  # fmt: skip
HOUSES = [(code, number, *each_told) for code, each in VALUES.items() for number, each_told in enumerate(each, 1)]


@pytest.mark.parametrize(("code", "number", "files", "key", "values"), HOUSES, ids=lambda each: str(each) if isinstance(each, str | int) else "")  # fmt: skip
def test_a_finding_says(code: str, number: int, files: Files, key: str, values: list[str], tmp_path: Path) -> None:
    written(tmp_path, files)

    assert [found.values[key] for found in told_by(code, tmp_path)] == values


FIRST_STEPS = {
    **dict.fromkeys(("LK003", "PR001", "PR003", "PR004", "RV003", "TX005", "TX007"), Severity.NOTE),
    **dict.fromkeys(("LK007", "PR007", "PR008", "PR011")),
}


@pytest.mark.parametrize(("code", "severity"), FIRST_STEPS.items())
def test_a_house_that_starts_hears_less(code: str, severity: Severity | None) -> None:
    assert severity_in(Profile.START, code, Severity.WARNING) is severity
    assert severity_in(Profile.HOUSE, code, Severity.WARNING) is Severity.WARNING
