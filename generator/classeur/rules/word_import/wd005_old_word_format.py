"""A file has Word's format of before 2007 and nothing here can convert it; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD005", "old-word-format", Severity.ERROR, __name__)
