"""Lines at the top of a text that are no YAML; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM007", "unreadable-front-matter", Severity.ERROR, __name__)
