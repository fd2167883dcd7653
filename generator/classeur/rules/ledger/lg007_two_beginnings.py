"""The journal begins twice; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG007", "two-beginnings", Severity.ERROR, __name__)
