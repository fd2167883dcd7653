"""An act that needs a written reason has none; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF036", "act-without-reason", Severity.ERROR, __name__)
