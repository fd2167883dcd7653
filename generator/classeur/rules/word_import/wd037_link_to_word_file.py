"""A link leads to a Word file that was not imported; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD037", "link-to-word-file", Severity.NOTE, __name__)
