"""Front matter too large, too deeply nested, or with anchors; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM012", "front-matter-too-large", Severity.ERROR, __name__)
