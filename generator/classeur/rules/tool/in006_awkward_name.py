"""A file name that some computers refuse; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN006", "awkward-name", Severity.WARNING, __name__)
