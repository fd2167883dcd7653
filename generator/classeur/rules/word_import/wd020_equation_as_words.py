"""An equation became plain words; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD020", "equation-as-words", Severity.NOTE, __name__)
