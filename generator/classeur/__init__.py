"""Document control and living quality manuals, kept as plain files."""

__version__ = "0.1.0"
