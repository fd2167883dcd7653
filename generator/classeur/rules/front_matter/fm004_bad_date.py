"""A day that cannot be read or does not exist; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM004", "bad-date", Severity.ERROR, __name__)
