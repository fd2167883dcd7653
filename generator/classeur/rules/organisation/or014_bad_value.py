"""A value of the organisation cannot be understood; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("OR014", "bad-value", Severity.ERROR, __name__)
