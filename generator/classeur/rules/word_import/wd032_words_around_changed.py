"""Words around the text of a copy were changed: control block, visas, history; nothing carries them back."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WD032", "words-around-changed", Severity.WARNING, __name__)
