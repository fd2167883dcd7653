"""A signature would give one person two steps, and the reason is not written; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF027", "cumul-without-reason", Severity.ERROR, __name__)
