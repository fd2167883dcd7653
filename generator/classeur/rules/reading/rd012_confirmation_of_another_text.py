"""The digest of a confirmation is not that of the released text."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD012", "confirmation-of-another-text", Severity.ERROR, __name__)
