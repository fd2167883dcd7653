"""A register has the same column or key twice; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG021", "column-twice", Severity.WARNING, __name__)
