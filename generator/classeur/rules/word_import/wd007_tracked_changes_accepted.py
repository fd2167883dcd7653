"""Tracked changes were accepted; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD007", "tracked-changes-accepted", Severity.WARNING, __name__)
