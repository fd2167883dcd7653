"""An entry is dated before the one it follows; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG010", "stamp-goes-back", Severity.WARNING, __name__)
