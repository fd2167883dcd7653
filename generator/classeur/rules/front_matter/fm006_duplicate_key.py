"""The same key twice at the top of a text; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM006", "duplicate-key", Severity.ERROR, __name__)
