"""A link of the file system among the texts: it is not followed; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN007", "symbolic-link", Severity.WARNING, __name__)
