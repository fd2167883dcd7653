"""A picture has a format that browsers do not show; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD010", "picture-browsers-cannot-show", Severity.WARNING, __name__)
