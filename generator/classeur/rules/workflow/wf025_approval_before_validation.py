"""An approval comes while validations are missing; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF025", "approval-before-validation", Severity.ERROR, __name__)
