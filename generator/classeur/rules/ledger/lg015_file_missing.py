"""A released file has gone; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG015", "file-missing", Severity.ERROR, __name__)
