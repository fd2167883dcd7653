"""A drawing of Word was left out; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD027", "drawing-left-out", Severity.WARNING, __name__)
