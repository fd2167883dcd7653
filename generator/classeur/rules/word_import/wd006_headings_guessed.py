"""Headings were proposed where no style gives any; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD006", "headings-guessed", Severity.WARNING, __name__)
