"""The journal lost what this computer knew; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG025", "head-lost-here", Severity.WARNING, __name__)
