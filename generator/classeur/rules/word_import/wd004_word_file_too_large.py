"""A Word file is larger than what may be read; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD004", "word-file-too-large", Severity.ERROR, __name__)
