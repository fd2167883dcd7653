"""A state that somebody typed: it is computed, never typed; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM014", "typed-state", Severity.WARNING, __name__)
