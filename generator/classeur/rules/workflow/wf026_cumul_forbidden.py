"""A signature would give one person two steps that the circuit keeps apart; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF026", "cumul-forbidden", Severity.ERROR, __name__)
