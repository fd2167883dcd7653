"""Somebody confirms a document that was never released."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD010", "confirmation-of-unknown-document", Severity.ERROR, __name__)
