"""A copy that another program left beside a file; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN005", "conflict-copy", Severity.WARNING, __name__)
