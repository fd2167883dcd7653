"""Somebody confirms a version that was never released."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD011", "confirmation-of-unreleased-version", Severity.ERROR, __name__)
