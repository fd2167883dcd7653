"""A release is asked while signatures are missing; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF031", "signatures-missing", Severity.ERROR, __name__)
