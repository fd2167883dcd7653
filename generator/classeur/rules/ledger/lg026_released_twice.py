"""One version was released twice with the same content; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG026", "released-twice", Severity.NOTE, __name__)
