"""A file without any text; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN009", "empty-file", Severity.ERROR, __name__)
