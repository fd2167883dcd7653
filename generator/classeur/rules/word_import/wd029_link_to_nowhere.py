"""A link inside the Word file leads to no heading; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD029", "link-to-nowhere", Severity.NOTE, __name__)
