"""A version on paper is adopted without saying who approved it, or where that can be seen; told by the act itself."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("WF045", "adoption-without-evidence", Severity.ERROR, __name__)
