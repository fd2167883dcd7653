"""A text file too large to be a document; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN003", "file-too-large", Severity.ERROR, __name__)
