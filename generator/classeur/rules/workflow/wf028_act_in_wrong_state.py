"""The text is at another point of its life than the act asks for; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF028", "act-in-wrong-state", Severity.ERROR, __name__)
