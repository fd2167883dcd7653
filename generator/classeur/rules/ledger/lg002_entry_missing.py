"""An entry of the journal has gone; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG002", "entry-missing", Severity.ERROR, __name__)
