"""A hash kept elsewhere is not in the journal; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG012", "known-head-absent", Severity.ERROR, __name__)
