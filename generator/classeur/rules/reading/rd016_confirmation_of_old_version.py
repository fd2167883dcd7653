"""A confirmation of a version that does not count any more; it is recorded."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD016", "confirmation-of-old-version", Severity.NOTE, __name__)
