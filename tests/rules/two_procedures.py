"""A house of two procedures for the rules that need a ledger, and the finding that a test is about."""

from __future__ import annotations

from pathlib import Path

from classeur.model.findings import Finding
from tests.acts import ACCUEIL
from tests.houses import BODY, a_text, house_files, write_house

SECOND = "procedures/sortie.md"


def two_procedures(root: Path) -> Path:
    """Two procedures that name no other text, and a process sheet; nothing released."""
    alone = BODY.replace("La fiche du processus : FP-R1.", "Aucun.")
    second = a_text(alone, reference="PR-R1-002", title="Raccompagner un patient")
    return write_house(root, house_files(**{ACCUEIL: a_text(alone), SECOND: second}))


def the(code: str, findings: tuple[Finding, ...]) -> Finding:
    """The only finding of a rule."""
    [found] = [finding for finding in findings if finding.code == code]
    return found
