"""A text without front matter; told by the reading of the file."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("FM008", "no-front-matter", Severity.ERROR, __name__)
