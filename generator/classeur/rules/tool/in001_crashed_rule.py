"""A rule stopped on an error of its own: told by the runner, so that it never passes as clean."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN001", "crashed-rule", Severity.ERROR, __name__)
