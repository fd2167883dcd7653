"""An act speaks of a text in progress and the text is released as it is; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF040", "nothing-new", Severity.ERROR, __name__)
