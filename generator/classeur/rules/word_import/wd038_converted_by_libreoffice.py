"""An old Word file was converted before it was read; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD038", "converted-by-libreoffice", Severity.NOTE, __name__)
