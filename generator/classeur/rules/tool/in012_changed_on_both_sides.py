"""A file that changed both here and in the copy that comes back; told by `classeur handover merge`."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("IN012", "changed-on-both-sides", Severity.ERROR, __name__)
