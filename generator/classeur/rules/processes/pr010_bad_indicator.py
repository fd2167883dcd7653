"""A value of an indicators' file cannot be read. Told by the reading of processes."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("PR010", "bad-indicator", Severity.WARNING, __name__)
