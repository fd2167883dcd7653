"""Nobody of the organisation has exactly this name; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD014", "person-not-recognised", Severity.WARNING, __name__)
