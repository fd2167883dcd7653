"""Something that stands outside the Word file was not followed; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD013", "outside-content-dropped", Severity.WARNING, __name__)
