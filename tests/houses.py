"""Builders: a small house without a fault, and documents in which only what matters is typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

TODAY = dt.date(2026, 11, 22)

ORGANISATION: Mapping[str, str] = {
    "organisation": "organisation: {name: Maison de test, language: fr, timezone: Europe/Paris, size: team}\n",
    "profile": "profile: certification\n",
    "people": """people:
  - {id: a.martin, name: Alix Martin, email: a.martin@example.org, roles: [referent], units: [soins], from: 2020-01-06}
  - {id: b.durand, name: Maud Durand, email: b.durand@example.org, roles: [infirmier], units: [soins], from: 2020-01-06}
  - {id: c.leroy, name: Camille Leroy, email: c.leroy@example.org, roles: [direction], units: [soins], from: 2020-01-06}
""",
    "roles": """roles:
  - {id: referent, title: Référent qualité, may: [write, validate, release, review]}
  - {id: infirmier, title: Infirmier, may: [write, validate]}
  - {id: direction, title: Direction, may: [write, validate, approve, release, review]}
""",
    "units": "units:\n  - {id: soins, title: Soins}\n",
    "kinds": """kinds:
  - {id: procedure, code: PR, title: Procédure, circuit: {validation: 1, approval: 1, cumul: forbidden}, review_months: 24}
  - {id: process, code: FP, title: Fiche processus, circuit: {validation: 1, approval: 1, cumul: forbidden}, review_months: 12}
  - {id: fiche-reflexe, code: FR, title: Fiche réflexe, circuit: {approval: 1, cumul: forbidden}, review_months: 12, critical: true}
""",
}

FIELDS: Mapping[str, str] = {
    "reference": "PR-R1-001",
    "title": "Accueillir un patient",
    "kind": "procedure",
    "version": "1.0",
    "change": "major",
    "summary": "Les étapes de l'accueil sont écrites pour la première fois.",
    "owner": "a.martin",
    "processes": "[R1]",
    "audience": "all",
    "writer": "b.durand",
    "validator": "a.martin",
    "approver": "c.leroy",
}

BODY = """## But

Accueillir chaque patient avec attention et sans attente inutile.

## Domaine d'application

Toutes les arrivées au centre, avec ou sans rendez-vous.

## Qui fait quoi

| Étape | Qui | Quoi |
|---|---|---|
| 1 | Secrétaire | Salue le patient et vérifie son identité |
| 2 | Infirmier | Reçoit le patient dans la salle de soins |

## Étapes

1. Saluer le patient et demander le motif de sa venue.
2. Vérifier son identité avec une pièce officielle.

## Documents liés

La fiche du processus : FP-R1.

## Suivi

Le délai d'attente est relevé chaque mois.
"""

PROCESS_FIELDS: Mapping[str, str] = {
    **FIELDS,
    "reference": "FP-R1",
    "title": "Accueillir et programmer",
    "kind": "process",
    "code": "R1",
    "family": "core",
    "pilot": "b.durand",
    "purpose": "Donner à chacun le bon rendez-vous.",
    "order": "1",
    "inputs": "[{what: demande, from: Patients}]",
    "outputs": "[{what: rendez-vous, to: Patients}]",
}

PROCESS_BODY = """## But

Donner à chaque patient le bon rendez-vous, dans un délai connu.

## Documents liés

La procédure d'accueil : PR-R1-001.
"""

INDICATORS = """- id: R1-1
  title: Délai moyen d'attente
  unit: minutes
  direction: down
  target: 15
  alert: 25
  frequency: monthly
  source: Relevé de l'accueil
  measures:
    - {period: 2026-09, value: 14}
    - {period: 2026-10, value: 13}
"""


def front_matter(shown: str, fields: Mapping[str, str]) -> str:
    """The shown lines, completed below by the good fields that they do not speak of."""
    typed = {
        line.split(":")[0].strip() for line in shown.split("\n") if ":" in line and not line.startswith((" ", "-"))
    }
    rest = "".join(f"{key}: {value}\n" for key, value in fields.items() if key not in typed)
    return f"---\n{shown}{rest}---\n"


def a_text(body: str = BODY, **fields: str) -> str:
    """A document's file, good but for the fields given."""
    return front_matter("".join(f"{key}: {value}\n" for key, value in fields.items()), FIELDS) + body


def a_process_text(body: str = PROCESS_BODY, **fields: str) -> str:
    """A process sheet's file, good but for the fields given."""
    return front_matter("".join(f"{key}: {value}\n" for key, value in fields.items()), PROCESS_FIELDS) + body


def an_organisation(**sections: str) -> str:
    """organisation.yml, good but for the sections given as YAML text."""
    return "".join({**ORGANISATION, **sections}.values())


def house_files(**files: str) -> dict[str, str]:
    """The files of a small house without a fault, by path; `files` (with `/` in their names) are added or replace."""
    return {
        "manual/organisation.yml": an_organisation(),
        "processes/R1-accueillir.md": a_process_text(),
        "processes/R1-indicators.yml": INDICATORS,
        "procedures/accueil.md": a_text(),
        **files,
    }


def write_house(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """Write a house; each text as UTF-8 with LF."""
    for name, text in (house_files() if files is None else files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return root
