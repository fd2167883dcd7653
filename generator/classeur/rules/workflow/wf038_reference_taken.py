"""A new reference is badly formed, or was used before; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF038", "reference-taken", Severity.ERROR, __name__)
