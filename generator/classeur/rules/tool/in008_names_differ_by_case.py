"""Two files that some computers take for one; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN008", "names-differ-by-case", Severity.WARNING, __name__)
