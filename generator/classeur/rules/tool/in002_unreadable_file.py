"""A file that cannot be opened; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN002", "unreadable-file", Severity.ERROR, __name__)
