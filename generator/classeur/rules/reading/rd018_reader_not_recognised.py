"""Nobody of the organisation has exactly this name."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD018", "reader-not-recognised", Severity.ERROR, __name__)
