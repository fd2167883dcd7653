"""A register's file cannot be read at all; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG012", "unreadable-register", Severity.ERROR, __name__)
