"""A text of the house bears this reference already; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD031", "reference-known-already", Severity.WARNING, __name__)
