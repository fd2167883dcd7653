"""A file stands among the registers and belongs to none; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG020", "file-of-no-register", Severity.WARNING, __name__)
