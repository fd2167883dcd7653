"""A sheet of a register's workbook is not read; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG018", "sheet-left-out", Severity.NOTE, __name__)
