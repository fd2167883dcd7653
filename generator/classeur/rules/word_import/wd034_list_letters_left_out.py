"""A list in letters becomes one in numbers; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD034", "list-letters-left-out", Severity.NOTE, __name__)
