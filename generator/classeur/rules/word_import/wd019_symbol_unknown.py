"""A letter of a symbol font is not known; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD019", "symbol-unknown", Severity.NOTE, __name__)
