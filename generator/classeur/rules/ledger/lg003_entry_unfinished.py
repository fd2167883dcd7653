"""The last entry of the journal was not written to its end; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG003", "entry-unfinished", Severity.ERROR, __name__)
