"""Builders: a house that follows a standard."""

from __future__ import annotations

from collections.abc import Mapping

from tests.houses import a_text, house_files

CITED = "ISO-9001-2015:7.5.2"
STANDARD = """standard: ISO-9001-2015
standard_title: Exigences
edition: 2015
rows:
  - {criterion: 10.2, title: Corriger les causes, registers: [actions, events]}
  - {criterion: 7.5.2, theme: Documents, title: Relire les textes}
  - {criterion: 8.3, title: Concevoir, applicable: false}
  - {criterion: 9.2, title: Faire des audits, registers: [audits]}
"""
ACTIONS = """- number: A-1
  opened_on: 2026-10-01
  action: Programmer un audit
  pilot: a.martin
  due: 2027-01-31
  source: ISO-9001-2015:9.2
"""


def a_house_with_a_standard(**files: str) -> Mapping[str, str]:
    """A house that follows a standard of four criteria; its one procedure cites one, its one action answers another."""
    known = {
        "manual/registers/standards/iso.yml": STANDARD,
        "manual/registers/actions.yml": ACTIONS,
        "procedures/accueil.md": a_text(cites=f"[{CITED}]"),
    }
    return house_files(**{**known, **files})
