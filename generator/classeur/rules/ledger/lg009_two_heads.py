"""Two entries end the journal; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG009", "two-heads", Severity.WARNING, __name__)
