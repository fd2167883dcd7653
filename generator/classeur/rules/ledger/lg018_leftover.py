"""A temporary file of an interrupted act; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG018", "leftover", Severity.WARNING, __name__)
