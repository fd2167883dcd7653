"""A text that differs stands where the draft would go; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD023", "text-in-the-way", Severity.ERROR, __name__)
