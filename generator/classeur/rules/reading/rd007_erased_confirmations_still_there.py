"""Confirmations that were erased are still on the disk; told by the register."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD007", "erased-confirmations-still-there", Severity.WARNING, __name__)
