"""A picture is too heavy for a page; told by the reading of the house."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("LK015", "heavy-picture", Severity.WARNING, __name__)
