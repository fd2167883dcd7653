"""An e-mail brings attachments; they are not read."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD020", "attachment-left-out", Severity.NOTE, __name__)
