"""Releases on disk: immutable folders, and one journal entry a file, named by its own hash (design §6)."""
