"""Two references differ by case or accents only; told by the ledger."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LG021", "references-alike", Severity.ERROR, __name__)
