"""Somebody signs a step for which the text names other people; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF022", "signer-not-named", Severity.ERROR, __name__)
