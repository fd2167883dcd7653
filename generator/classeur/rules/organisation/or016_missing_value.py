"""A part of the organisation that is needed is missing; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("OR016", "missing-value", Severity.ERROR, __name__)
