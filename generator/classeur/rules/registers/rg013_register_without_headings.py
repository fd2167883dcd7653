"""No line of a register's table names its columns; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG013", "register-without-headings", Severity.ERROR, __name__)
