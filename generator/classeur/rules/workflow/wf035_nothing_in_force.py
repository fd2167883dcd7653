"""An act speaks of a version in force and there is none; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF035", "nothing-in-force", Severity.ERROR, __name__)
