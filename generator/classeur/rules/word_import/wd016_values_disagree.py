"""Two places of the file tell different values; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD016", "values-disagree", Severity.WARNING, __name__)
