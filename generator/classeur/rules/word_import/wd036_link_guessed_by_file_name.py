"""A link to another Word file was answered by its name alone; told by the import."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD036", "link-guessed-by-file-name", Severity.NOTE, __name__)
