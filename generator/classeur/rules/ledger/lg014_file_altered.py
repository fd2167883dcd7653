"""A released file was changed; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG014", "file-altered", Severity.ERROR, __name__)
