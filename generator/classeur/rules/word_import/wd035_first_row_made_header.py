"""The first row of a table is taken for its header; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD035", "first-row-made-header", Severity.NOTE, __name__)
