"""A value without which a row cannot be kept is missing; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG016", "missing-register-value", Severity.ERROR, __name__)
