"""Hidden words were left out; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD018", "hidden-text-left-out", Severity.NOTE, __name__)
