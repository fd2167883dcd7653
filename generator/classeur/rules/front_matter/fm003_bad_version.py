"""A version that cannot be read; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM003", "bad-version", Severity.ERROR, __name__)
