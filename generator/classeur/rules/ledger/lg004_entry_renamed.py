"""An entry of the journal has the wrong number; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG004", "entry-renamed", Severity.ERROR, __name__)
