"""Where faults of people, roles, dates, links and processes are told: at the very word, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.houses import BODY, a_process_text
from tests.rules.marks import HOUSE, MARK, SHEET, Files, below, house, instead, places, text, told_by, written

LEFT = "  - {id: d.roux, name: Dany Roux, roles: [infirmier], units: [soins], until: 2026-11-21}\n"
LEAVES_TODAY = LEFT.replace("11-21", "11-22")
GONE_APPROVER = LEFT.replace("infirmier", "direction")
APPROVER = "- {id: c.leroy, name: Camille Leroy, email: c.leroy@example.org, roles: [direction]"
CARD = {"kind": "fiche-reflexe", "reference": "FR-R1-001"}
NOBODY_APPROVES = ("  - {id: direction, title: Direction, may: [write, validate, approve,", "  - {id: direction, title: Direction, may: [write, validate,")  # fmt: skip
FIRST_ROLE_MARKED = instead("roles", *NOBODY_APPROVES)[HOUSE].replace("roles:\n  - {", "roles:\n  ¤- {")
DELEGATION = "from_person: {0}, to_person: {1}, steps: [{2}], from: 2026-01-05, until: {3}"


def delegations(*rows: str) -> str:
    return "delegations:\n" + "".join(f"  - {row}\n" for row in rows)


def a_delegation(giver: str = "c.leroy", to: str = "b.durand", step: str = "approve", until: str = "2026-12-31") -> str:
    return "{" + DELEGATION.format(giver, to, step, until) + "}"


def a_path(role: str, *documents: str) -> str:
    return (
        f"paths:\n  - role: {role}\n    stages:\n      - title: Jour 1\n        documents: [{', '.join(documents)}]\n"
    )


def without(section: str, files: Files) -> Files:
    """The same, where nobody can read a section."""
    return {HOUSE: files[HOUSE].replace(f"{section}:\n", f"{section}: 3\nanciens:\n")}


def sheet(**fields: str) -> Files:
    return {SHEET: a_process_text(**fields)}


def a_kind(code: str, circuit: str, more: str = "") -> str:
    return f"  - {{id: note, code: {code}, title: Note, circuit: {{{circuit}}}, review_months: 12{more}}}\n"


PEOPLE = {
    "OR001": [
        sheet(owner="¤z", writer="[b.durand, ¤z]", validator="¤z", approver="¤z", pilot="¤y", deputy="¤x"),
        without("people", house()) | sheet(pilot="x"),
    ],
    "OR002": [
        text(audience="{roles: [infirmier, ¤x]}", reread="[infirmier, ¤y]"),
        house(people=LEFT.replace("[infirmier]", "[infirmier, ¤x]")),
        house(paths=a_path("¤x", "PR-R1-001")), without("roles", house()) | text(reread="[x]"),
    ],
    "OR003": [
        text(audience="{units: [soins, ¤x]}"),
        house(people=LEFT.replace("[soins]", "[soins, ¤x]")), without("units", house()) | text(audience="{units: [x]}"),
    ],
    "OR004": [
        house(roles="  ¤- {id: x, title: X, may: []}\n".replace("¤- ", "- ¤")) | text(reread="[x]"),
        house(roles="  - ¤{id: x, title: X, may: []}\n", paths=a_path("x", "PR-R1-001")),
        house(roles="  - {id: x, title: X, may: []}\n") | text(audience="{roles: [x]}"),
        house(roles="  - {id: x, title: X, may: []}\n", people=LEAVES_TODAY.replace("infirmier", "x")) | text(reread="[x]"),
        house(roles="  - ¤{id: x, title: X, may: []}\n", people=LEFT.replace("infirmier", "x")) | text(reread="[x]"),
    ],
    "OR005": [
        house(people=LEFT)
        | sheet(owner="¤d.roux", writer="[b.durand, ¤d.roux]", validator="¤d.roux", approver="¤d.roux", pilot="¤d.roux", deputy="¤d.roux"),
        house(people=LEAVES_TODAY) | text(owner="d.roux"),
        house(people=LEFT) | text(validator="d.roux", approver="¤d.roux", **CARD),
        instead("people", APPROVER, APPROVER + ", until: 2026-11-21") | text(owner="¤c.leroy"),
    ],
    "OR006": [
        house(more=delegations(a_delegation(), "¤" + a_delegation(until=""), a_delegation(), "¤" + a_delegation(until=""))),
    ],
    "OR007": [
        house(more=delegations(a_delegation(), a_delegation("¤x", "¤y"))),
        without("people", house(more=delegations(a_delegation(), a_delegation("x", "y")))),
    ],
    "OR009": [
        house(roles="  - {id: ¤infirmier, title: Autre, may: []}\n"),
        house(units="  - {id: autre, title: Autre}\n  - {id: ¤soins, title: Encore}\n"),
        house(kinds=a_kind("ZZ", "approval: 1") + a_kind("ZZ", "approval: 1").replace("note", "¤note").replace("ZZ", "¤ZZ")),
        house(people=LEFT.replace("d.roux", "¤b.durand")),
        house(kinds=a_kind('""', "approval: 1") + a_kind('""', "approval: 1").replace("note", "autre")),
    ],
    "OR010": [
        {HOUSE: FIRST_ROLE_MARKED}, {HOUSE: instead("roles", *NOBODY_APPROVES)[HOUSE].replace("people:", "anciens:")}, instead("roles", "validate, approve,", "valider,"),
        house(people=LEFT, roles="  - {id: x, title: X, may: [approve]}\n"),
    ],
    "OR011": [
        house(people=LEFT.replace("until: 2026-11-21", "from: 2026-11-21, until: 2026-11-21")),
        house(people=LEFT.replace("until: 2026-11-21", "from: 2026-11-22, until: ¤2026-11-21")),
        house(people=LEFT.replace("until: 2026-11-21", "leaves: [{from: 2026-01-02, until: 2026-01-02}, {from: 2026-01-02, until: ¤2026-01-01}]")),
        house(more=delegations(a_delegation(), a_delegation(until="¤2026-01-04"), a_delegation(until="2026-01-05"))),
    ],
    "OR012": [
        without("people", house(more="accounts:\n  - {account: x, person: x}\n")),
        house(more="accounts:\n  - {account: maud, person: b.durand}\n  - {account: x, person: ¤x}\n"),
    ],
    "OR013": [
        house(paths=a_path("infirmier", "PR-R1-001", "¤PR-R9-009", "FP-R1", "¤PR-R9-010")),
    ],
    "OR017": [
        house(
            people=LEFT.replace("Dany Roux", '¤""'),
            roles='  - {id: x, title: ¤"", may: []}\n',
            units='  - {id: x, title: ¤""}\n',
            kinds=a_kind('¤""', "approval: 1").replace("Note", '¤""'),
        ),
    ],
    "OR018": [
        house(people=LEFT.replace("roles:", f"email: {MARK}a@b@c, roles:")),
        house(people=LEFT.replace("roles:", f'email: {MARK}"a b@c", roles:')),
        house(people=LEFT.replace("roles:", f"email: {MARK}abc, roles:")),
        house(people=LEFT.replace("roles:", "email: a@b, roles:")),
    ],
    "OR019": [
        house(roles="  - {id: x, title: X, may: []}\n") | text(audience="¤{roles: [x]}"),
        house(units="  - {id: x, title: X}\n") | text(audience="¤{units: [x]}"),
        text(audience="{roles: [x]}"),
        text(audience="{units: [x]}"),
        house(roles="  - {id: x, title: X, may: []}\n") | text(audience="{roles: [x], units: [y]}"),
        house(people=LEFT.replace("infirmier", "x"), roles="  - {id: x, title: X, may: []}\n") | text(audience="¤{roles: [x]}"),
        house(people=LEFT, units="  - {id: x, title: X}\n") | text(audience="¤{roles: [infirmier], units: [x]}"),
        house(units="  - {id: x, title: X}\n") | text(audience="{roles: 3, units: [x]}"), house(units="  - {id: x, title: X}\n") | text(audience="{units: [x], zz: 3}"),
    ],
    "OR020": [
        house(more=delegations(a_delegation(), a_delegation("a.martin").replace("[approve]", "¤[approve]"))),
        house(more=delegations(a_delegation("a.martin", until="2026-11-22").replace("[approve]", "¤[approve]"))),
        house(more=delegations(a_delegation("a.martin", until="2026-11-21"), a_delegation("x"), a_delegation("a.martin", until=""))),
        house(people=LEFT.replace("[infirmier]", "[x]"), more=delegations(a_delegation("d.roux"))),
        house(people=LEFT.replace("[infirmier]", "[referent, direction]"), more=delegations(a_delegation("d.roux"))),
    ],
}  # fmt: skip

TEXTS = {
    "FM001": [
        text(validator="", approver="", kind="x"),
        text(validator="", approver="c.leroy", **CARD),
        {SHEET: a_process_text(family="").replace("family: ", "family:¤ ")},
    ],
    "FM015": [
        text() | text(path="procedures/b.md", reference="pr-r1-001", title="Autre") | {"procedures/accueil.md": text(reference="¤PR-R1-001")["procedures/accueil.md"], "procedures/b.md": text(title="Autre", reference="¤pr-r1-001")["procedures/accueil.md"]},
    ],
    "FM016": [text(title="x" * 120), text(title="¤" + "x" * 121)],
    "RD001": [text(audience="{roles: [infirmier]}", reread="[infirmier, ¤referent]"), text(reread="[referent]")],
    "RV001": [
        text(review_date="¤2026-11-21"), text(review_date="2026-11-22"), text(effective_from="¤2024-11-21"),
        text(effective_from="2024-11-22"), text(effective_from="2024-01-05", review_date="2027-01-05"),
        text(effective_from="2024-01-05", review_date="¤2024-01-06"),
    ],
    "RV002": [
        text(effective_from="2026-12-01", review_date="2028-12-01"), text(effective_from="2026-12-01", review_date="¤2028-12-02"),
        text(review_date="2028-11-22"), text(review_date="¤2028-11-23"), text(review_date="2029-11-23", kind="x"),
    ],
    "RV003": [house(kinds="  - ¤{id: note, code: NT, title: Note, circuit: {approval: 1}}\n") | text(kind="note")],
    "RV004": [
        text(review_date="¤2026-11-22"), text(review_date="¤2027-01-21"), text(review_date="2027-01-22"), text(review_date="2026-11-21"),
    ],
    "WF001": [
        text(approver="[c.leroy, ¤b.durand]"), text(approver="[¤b.durand, c.leroy]", cumul_reason="Seule ce jour-là."),
        text(approver="b.durand", validator="b.durand"), text(kind="x", approver="b.durand"),
        house(kinds=a_kind("NT", "approval: 1, cumul: motivated")) | text(kind="note", approver="¤b.durand"),
        house(kinds=a_kind("NT", "approval: 1, cumul: motivated")) | text(kind="note", approver="b.durand", cumul_reason="Seule."),
    ],
    "WF002": [text(approver="[c.leroy, ¤a.martin]"), text(approver="a.martin", **CARD)],
    "WF003": [text(validator="[a.martin, ¤b.durand]"), text(validator="b.durand", **CARD)],
    "WF004": [
        text(validator="[b.durand, a.martin]", approver="[c.leroy, ¤b.durand]"),
        text(validator="b.durand", approver="b.durand", **CARD),
    ],
    "WF005": [
        house(people=GONE_APPROVER) | text(approver="[x, d.roux, c.leroy, ¤b.durand]"),
        house(people=LEFT.replace("until: 2026-11-21", "until: 2027-01-01").replace("infirmier", "x"), roles="  - {id: x, title: X, may: [appr]}\n") | text(approver="d.roux"),
        house(people=LEFT.replace("until: 2026-11-21", "until: 2027-01-01").replace("infirmier", "y")) | text(approver="d.roux"),
        house(more=delegations(a_delegation(until="2026-11-22"))) | text(approver="b.durand"),
        house(more=delegations(a_delegation(until="2026-11-21"))) | text(approver="¤b.durand"),
    ],
    "WF006": [
        house(roles="  - {id: x, title: X, may: [write]}\n", people=LEAVES_TODAY.replace("infirmier", "x")) | text(validator="[a.martin, ¤d.roux]"),
        house(roles="  - {id: x, title: X, may: [write]}\n", people=LEAVES_TODAY.replace("infirmier", "x")) | text(validator="d.roux", **CARD),
    ],
    "WF007": [
        house(roles="  - {id: x, title: X, may: [review]}\n", people=LEAVES_TODAY.replace("infirmier", "x")) | text(writer="[b.durand, ¤d.roux]"),
    ],
    "WF008": [
        house(kinds=a_kind("NT", "validation: 2, approval: 2")) | text(kind="note", validator="¤a.martin", approver="¤[c.leroy, c.leroy]"),
        house(kinds=a_kind("NT", "validation: 2, approval: 2")) | text(kind="note", validator="", approver="[a.martin, c.leroy]"),
        house(kinds=a_kind("NT", "validation: 2, approval: 2")) | text(kind="note", validator="a.martin", approver="c.leroy", urgent="true"),
    ],
    "WF010": [
        text(effective_from="2026-12-01", review_date="¤2026-12-01"), text(effective_from="2026-12-01", until="2026-12-01"),
        text(effective_from="2026-12-01", review_date="2026-12-02"), text(effective_from="2026-12-01", until="¤2026-11-30"),
        text(review_date="2020-01-01", until="2020-01-01"),
    ],
    "WF012": [
        house(kinds=a_kind("NT", "approval: 1", ", requires: [cvs, cse]")) | text(kind="note", consulted="¤{cvs: 2026-10-01}"),
        house(kinds=a_kind("NT", "approval: 1", ", requires: [cvs]")) | text(kind="note", consulted="{cvs: 2026-10-01}"),
    ],
    "WF013": [
        text(urgent="true", until="2026-11-22"), text(urgent="true", until="¤2026-11-21"),
        text(urgent="true", until="2027-02-20"), text(urgent="true", until="¤2027-02-21"),
        text(until="2030-02-21"), text(urgent="true", effective_from="2026-12-01", until="2026-11-01"),
        text(urgent="true", effective_from="2026-12-01", until="2027-03-01"), text(urgent="true", effective_from="2026-12-01", until="¤2027-03-02"),
        text(urgent="true", effective_from="2026-11-01", until="¤2026-11-01"),
    ],
    "WF014": [text(validator="¤a.martin", **CARD), text(validator="", **CARD), text(kind="x")],
    "WF015": [text(supersedes="[FP-R1, ¤PR-R9-001, ¤PR-R1-001]")],
    "WF016": [
        instead("people", APPROVER, APPROVER + ", until: 2026-11-21") | text(approver="[a.martin, ¤c.leroy]") | sheet(approver="a.martin"),
        instead("people", APPROVER, APPROVER + ", until: 2026-11-22") | text(approver="c.leroy"),
        instead("people", APPROVER, APPROVER + ", until: 2026-11-21") | text(approver="b.durand") | sheet(approver="a.martin"),
        house(people=GONE_APPROVER) | text(approver="d.roux"),
    ],
    "WF017": [text(consulted="{cvs: 2026-11-22, cse: ¤2026-11-23}")],
    "WF044": [
        {**instead("organisation", "size: team", "size: single"), **text(writer="c.leroy", validator="c.leroy", approver="¤c.leroy")},
        {**instead("organisation", "size: team", "size: single"), **text(writer="c.leroy", validator="a.martin", approver="c.leroy")},
        {**instead("organisation", "size: team", "size: single"), **text(writer="c.leroy", validator="c.leroy", approver="c.leroy", contributors="[le groupe]")},
        {**instead("organisation", "size: team", "size: single"), **text(writer="c.leroy", validator="c.leroy", approver="¤c.leroy", contributors="[Camille Leroy]")},
        {**instead("organisation", "size: team", "size: single"), **text(writer="c.leroy", validator="c.leroy", approver="")},
        text(writer="c.leroy", validator="c.leroy", approver="c.leroy"),
    ],
    "RG051": [
        text(writer="¤c.leroy", approver="a.martin"), text(writer="[c.leroy, b.durand]", approver="a.martin"),
        text(writer="¤c.leroy", approver="a.martin", contributors="[Camille Leroy, c.leroy]"), text(writer="c.leroy"),
        text(writer="c.leroy", approver="a.martin", contributors="[b.durand]"), text(writer="c.leroy", approver="a.martin", contributors="{a: 3}"),
        text(path="manual/texte.md", writer="c.leroy", approver="a.martin", reference="PR-R1-002"),
        house(roles="  - {id: x, title: X, may: [write, approve]}\n", people=LEAVES_TODAY.replace("infirmier", "x")) | text(writer="¤d.roux"),
        house(roles="  - {id: x, title: X, may: [approve]}\n", people=LEAVES_TODAY.replace("infirmier", "x")) | text(writer="d.roux"),
        instead("organisation", "size: team", "size: single") | text(writer="c.leroy", approver="a.martin"),
        instead("roles", "may: [write, validate", "may: [write, approve, validate") | text(writer="c.leroy", approver="a.martin"),
    ],
}  # fmt: skip

LINKS = {
    "LK003": [
        below("![¤](a.png)\n".replace("![¤]", "¤![]") + '\nUn <img src="a.png" alt="plan">, puis ¤<img src="b.png">.\n\n¤```mermaid\ngraph LR\n```\n'),
    ],
    "LK005": [below("Voir [le but](#but) puis [autre](¤#but-x).\n".replace("[autre](¤", "¤[autre]("))],
    "LK007": [
        {"procedures/accueil.md": text(processes="[]", reference="PR-R1-002")["procedures/accueil.md"].replace("processes: ", "processes: ¤")},
        text(path="manual/texte.md", processes="[]", reference="PR-R1-002"),
        text(path="procedures/z.md", processes="¤[]", reference="PR-R1-002"),
    ],
    "LK004": [below("La FP-R1, la PR-R1-001, la ZZ-R1-001, puis la ¤PR-R9-999 et PR-SANS-FIN.\n")],
    "LK009": [
        below('Un ¤<img src="https://example.org/a.png" alt="plan"> et ¤![plan](http://example.org/b.png).\n\n¤<img alt="plan" src=//example.org/c.png>\n'),
    ],
    "TX009": [
        below("Un ¤[ici](../processes/R1-accueillir.md) et [![](plan.png)](../processes/R1-accueillir.md).\n"),
    ],
    "TX001": [
        below("| Qui | Quand |\n|---|---|\n| Maud ¤| à compléter |\n".replace("¤| à", "| ¤à")),
        below("- ¤à définir\n\nSalle : [¤nom]\n\nDélai : ¤à préciser\n\nUn ¤TODO ici, un ¤XXX là.\n".replace(", un ¤XXX", ", un XXX")),
        below("¤1. …\n\n| a | ¤... |\n\n**¤à rédiger**\n\nLe ¤xxx\n\n[lien à préciser]: x\n\nLa date est à définir avec elle.\n"),
        below("Le [¤à renseigner] et [voir](a.md), ¤insérer ici, FIXMES, ¤FIXME\n".replace(", ¤insérer", ", insérer").replace(", ¤FIXME", ", FIXME")),
    ],
    "TX002": [below("Un ¤Lorem ipsum puis\n\nun ¤dolor sit amet.\n"), below("Puis ¤Dolor sit amet, seul.\n")],
    "TX006": [below("## A\n\n¤#### B\n\nMot.\n\n#### C\n\nMot.\n\n### D\n\nMot.\n\n¤# E\n\nMot.\n")],
    "TX010": [
        below("## A\n\n¤## B\n".replace("## A", "¤## A")), below("## A\n\n```text\nmot\n```\n"), below("## A\n\n### B\n\nMot.\n"),
        below("¤## A\n\n<!-- rien -->\n"), below("### A\n\nMot.\n\n¤### B\n\n## C\n\nMot.\n"),
    ],
    "TX011": [
        below('Un ¤<blink>mot</blink> et ¤<span style="color:red">rouge</span>.\n\nUn ¤[lien](javascript:x).\n\n'
              'Titre ¤{: .x onclick="f()" }\n\n¤<input type="file">, <input type="checkbox"> ¤<input>\n\n¤<a href="data:text/html,x">a</a>\n'),
    ],
    "TX014": [below("¤## But\n\nMot.\n\n### A\n\nMot.\n\n¤### A\n\nMot.\n\n## Autre\n\n### A\n\nMot.\n")],
    "TX015": [text("¤# Un titre\n\n" + BODY), text("\n\n¤# Un titre\n\n" + BODY), text("Mot.\n\n# Un titre\n\n" + BODY), text("## Un titre\n\n" + BODY)],
    "TX016": [
        below("PR puis ¤ZQA, la XKB (xylène), et encore ZQA.\n\nLe ¤BQF.\n"), below("VENEZ ZQA ICI\n\nMot ET ¤ZQA ici.\n"), below("Ne JAMAIS dire ¤ZQA. Puis NE JAMAIS OUVRIR.\n"),
        below("Salle A ¤QBA ici.\n"), below("L'IV et la ¤ZQT ; GRANDE ZQA ici.\n"),
    ],
    "PR001": [{SHEET: a_process_text(pilot="").replace("pilot: ", "pilot:¤ ")}],
    "PR002": [
        {SHEET: a_process_text(inputs="[{what: a, from: R1}, {what: b, from: ¤R8}]", outputs="[{what: c, to: Patients}, {what: d, to: ¤R9}]")},
    ],
    "PR005": [text(processes="[R1, ¤R8]")],
    "PR012": [
        {SHEET: a_process_text(inputs="[{what: a, from: R1}, ¤{what: b}, ¤{from: R1}]", outputs="[{what: c, to: X}, ¤{what: d}, ¤{to: X}]")},
    ],
    "PR007": [
        {SHEET: a_process_text(code="accueil", family="support"), "processes/R2.md": a_process_text(code="R2", reference="FP-R2", family="¤support")},
        {SHEET: a_process_text(family="¤support")}, {SHEET: a_process_text(code="accueil", family="support")},
    ],
}  # fmt: skip

HOUSES = [(code, number, files) for told in (PEOPLE, TEXTS, LINKS) for code, each in told.items() for number, files in enumerate(each, 1)]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "number", "files"), HOUSES, ids=lambda each: str(each) if not isinstance(each, dict) else ""
)
def test_a_fault_is_told_at_its_word(code: str, number: int, files: Files, tmp_path: Path) -> None:
    marked = written(tmp_path, files)

    assert places(told_by(code, tmp_path)) == marked
