"""A batch of confirmations that another one names is not there; told by the register."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD005", "confirmations-missing", Severity.ERROR, __name__)
