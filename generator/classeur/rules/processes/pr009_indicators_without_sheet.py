"""A file of indicators belongs to no process. Told by the reading of processes."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("PR009", "indicators-without-sheet", Severity.WARNING, __name__)
