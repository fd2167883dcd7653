"""A Word file holds no text; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD030", "word-file-without-text", Severity.WARNING, __name__)
