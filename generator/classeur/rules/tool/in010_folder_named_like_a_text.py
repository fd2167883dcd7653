"""A folder whose name ends in .md; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN010", "folder-named-like-a-text", Severity.ERROR, __name__)
