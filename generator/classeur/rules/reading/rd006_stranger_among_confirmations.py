"""A file of another kind stands among the confirmations; told by the register."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD006", "stranger-among-confirmations", Severity.WARNING, __name__)
