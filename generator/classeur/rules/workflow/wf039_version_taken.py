"""A version on paper cannot be adopted: the reference has releases already; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF039", "version-taken", Severity.ERROR, __name__)
