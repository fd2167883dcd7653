"""A value of a register that cannot be what its column asks for; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG015", "bad-register-value", Severity.ERROR, __name__)
