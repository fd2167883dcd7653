"""Two Word files say the same; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD021", "same-text-twice", Severity.WARNING, __name__)
