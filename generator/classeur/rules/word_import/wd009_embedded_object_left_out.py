"""An object of another program was left out; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD009", "embedded-object-left-out", Severity.WARNING, __name__)
