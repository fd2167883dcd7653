"""The same person signs the same step twice; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF024", "signed-already", Severity.ERROR, __name__)
