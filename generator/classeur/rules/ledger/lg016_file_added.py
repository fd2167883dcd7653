"""A file was added to a release; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG016", "file-added", Severity.ERROR, __name__)
