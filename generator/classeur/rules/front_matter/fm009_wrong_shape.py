"""A value of the wrong shape, such as a list for a text; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM009", "wrong-shape", Severity.ERROR, __name__)
