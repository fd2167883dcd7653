"""One version was released with two contents; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG020", "two-contents", Severity.ERROR, __name__)
