"""A value that is none of the possible choices; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM010", "bad-choice", Severity.ERROR, __name__)
