"""A cell computes something, and the file does not hold the result; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG019", "formula-without-result", Severity.WARNING, __name__)
