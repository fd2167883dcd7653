"""A batch of confirmations is not as it was written; told by the register."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD004", "confirmations-altered", Severity.ERROR, __name__)
