"""A Word copy no longer says what it said when it was exported; told by `verify --copies`."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD024", "copy-edited", Severity.WARNING, __name__)
