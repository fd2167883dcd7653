"""Somebody outside the audience confirms; it is recorded, outside the rate."""

from classeur.model.findings import Severity
from classeur.rules.registry import told_elsewhere

told_elsewhere("RD017", "volunteer-reader", Severity.NOTE, __name__)
