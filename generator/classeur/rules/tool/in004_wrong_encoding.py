"""A text that is not UTF-8: it is read all the same; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN004", "wrong-encoding", Severity.WARNING, __name__)
