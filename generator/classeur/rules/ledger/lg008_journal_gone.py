"""There are releases and no journal; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG008", "journal-gone", Severity.ERROR, __name__)
