"""A release folder that no entry tells of; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG017", "folder-without-entry", Severity.ERROR, __name__)
