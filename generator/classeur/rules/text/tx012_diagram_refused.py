"""A diagram cannot be drawn. Told by the building of pages."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("TX012", "diagram-refused", Severity.ERROR, __name__)
