"""A name that some computers refuse; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG024", "unsafe-name", Severity.ERROR, __name__)
