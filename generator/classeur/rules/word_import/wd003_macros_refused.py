"""A Word file holds macros; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD003", "macros-refused", Severity.ERROR, __name__)
