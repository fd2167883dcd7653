"""The version was released with another content; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG023", "version-taken", Severity.ERROR, __name__)
