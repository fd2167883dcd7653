"""The organisation's file is missing or cannot be read; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("OR008", "organisation-unreadable", Severity.ERROR, __name__)
