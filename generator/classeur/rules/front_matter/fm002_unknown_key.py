"""A word at the top of a text that is none of its known keys; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM002", "unknown-key", Severity.ERROR, __name__)
