"""Somebody signed a line of a sheet, and no day stands on it."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD022", "signed-without-day", Severity.ERROR, __name__)
