"""A part of a Word file had to be mended to be read; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD028", "damaged-word-file", Severity.WARNING, __name__)
