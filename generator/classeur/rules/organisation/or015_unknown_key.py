"""A key of the organisation that nobody knows; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("OR015", "unknown-key", Severity.ERROR, __name__)
