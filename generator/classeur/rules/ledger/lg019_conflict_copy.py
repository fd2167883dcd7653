"""A synchroniser left a second copy; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG019", "conflict-copy", Severity.ERROR, __name__)
