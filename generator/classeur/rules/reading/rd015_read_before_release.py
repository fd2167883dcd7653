"""A confirmation bears a day before the release of its version."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD015", "read-before-release", Severity.ERROR, __name__)
