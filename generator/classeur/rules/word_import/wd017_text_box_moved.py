"""The words of a text box were put into the text; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD017", "text-box-moved", Severity.NOTE, __name__)
