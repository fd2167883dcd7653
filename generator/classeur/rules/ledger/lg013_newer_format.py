"""An entry was written by a newer classeur; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG013", "newer-format", Severity.WARNING, __name__)
