"""Registers written back: one row added or changed, the rest of the file byte for byte as it was."""
