"""A register is kept in a format that is not read; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG011", "register-file-refused", Severity.ERROR, __name__)
