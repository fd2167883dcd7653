"""A review or an approval is dated after today; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF034", "date-in-the-future", Severity.ERROR, __name__)
