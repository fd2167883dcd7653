"""A file named like a text that holds something else; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN011", "not-a-text", Severity.ERROR, __name__)
