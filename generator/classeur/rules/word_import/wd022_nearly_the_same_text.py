"""Two Word files say nearly the same; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD022", "nearly-the-same-text", Severity.WARNING, __name__)
