"""The text changed after it was submitted: its signatures fell; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF030", "changed-after-signature", Severity.ERROR, __name__)
