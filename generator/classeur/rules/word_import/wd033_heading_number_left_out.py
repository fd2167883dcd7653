"""A heading loses the number that Word wrote before it; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD033", "heading-number-left-out", Severity.NOTE, __name__)
