"""Cells of a register's table are merged; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG017", "merged-cells", Severity.WARNING, __name__)
