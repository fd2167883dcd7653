"""A column or a key that no register of the type has; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG014", "unknown-column", Severity.WARNING, __name__)
