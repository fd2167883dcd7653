"""A picture of a Word file has no text to replace it; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD011", "word-picture-without-text", Severity.WARNING, __name__)
