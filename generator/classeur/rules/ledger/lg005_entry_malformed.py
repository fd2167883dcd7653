"""An entry of the journal is not one; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG005", "entry-malformed", Severity.ERROR, __name__)
