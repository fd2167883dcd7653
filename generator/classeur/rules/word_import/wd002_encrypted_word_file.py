"""A Word file is protected by a password; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD002", "encrypted-word-file", Severity.ERROR, __name__)
