"""Somebody releases whose roles do not allow it; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF032", "release-by-unauthorised", Severity.ERROR, __name__)
