"""A signature waits and nobody present may give it; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF023", "nobody-to-sign", Severity.ERROR, __name__)
