"""An entry is dated in the future; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG011", "stamp-in-the-future", Severity.WARNING, __name__)
