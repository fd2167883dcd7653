"""An entry of the glossary or of the waivers that cannot be read; told by the reading."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RG001", "bad-list-entry", Severity.ERROR, __name__)
