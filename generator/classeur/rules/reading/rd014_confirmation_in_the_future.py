"""A confirmation bears a day to come."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD014", "confirmation-in-the-future", Severity.ERROR, __name__)
