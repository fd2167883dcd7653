"""A file that the ledger did not write; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG006", "foreign-file", Severity.ERROR, __name__)
