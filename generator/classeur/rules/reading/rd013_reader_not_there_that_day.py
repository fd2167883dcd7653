"""A confirmation bears a day on which the person was not in the organisation."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD013", "reader-not-there-that-day", Severity.ERROR, __name__)
