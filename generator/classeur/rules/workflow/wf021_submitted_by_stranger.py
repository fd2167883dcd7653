"""Only a writer or the owner submits a text; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF021", "submitted-by-stranger", Severity.ERROR, __name__)
