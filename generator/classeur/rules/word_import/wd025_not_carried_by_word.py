"""Something of a text cannot be carried by Word; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD025", "not-carried-by-word", Severity.NOTE, __name__)
