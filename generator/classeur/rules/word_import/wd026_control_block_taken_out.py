"""The table that says who the text is was taken out of it; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD026", "control-block-taken-out", Severity.NOTE, __name__)
