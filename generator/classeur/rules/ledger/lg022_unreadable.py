"""A file of the ledger cannot be read; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG022", "unreadable", Severity.ERROR, __name__)
