"""A reference that cannot name a document; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM011", "bad-reference", Severity.ERROR, __name__)
