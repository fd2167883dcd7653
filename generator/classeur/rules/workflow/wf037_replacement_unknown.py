"""A withdrawal names a replacement or a version that cannot serve; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF037", "replacement-or-version-unknown", Severity.ERROR, __name__)
