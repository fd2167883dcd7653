"""Comments in the margin were left out; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD008", "comments-left-out", Severity.NOTE, __name__)
