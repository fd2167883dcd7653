"""Values that the file does not tell were proposed; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD015", "values-proposed", Severity.WARNING, __name__)
