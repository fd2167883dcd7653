"""An entry of the journal was changed; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG001", "entry-altered", Severity.ERROR, __name__)
