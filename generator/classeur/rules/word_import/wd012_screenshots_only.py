"""A procedure made of screenshots says nothing to a screen reader or a search; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD012", "screenshots-only", Severity.WARNING, __name__)
