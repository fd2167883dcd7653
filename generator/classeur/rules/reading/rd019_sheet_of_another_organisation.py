"""A sheet was made by another organisation."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD019", "sheet-of-another-organisation", Severity.ERROR, __name__)
