"""Somebody signs a text that nobody submitted; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF029", "not-submitted", Severity.ERROR, __name__)
