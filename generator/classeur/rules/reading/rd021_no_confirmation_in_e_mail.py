"""An e-mail does not say who read what, and when."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD021", "no-confirmation-in-e-mail", Severity.ERROR, __name__)
