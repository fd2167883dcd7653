"""A Word file cannot be read at all; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD001", "unreadable-word-file", Severity.ERROR, __name__)
