"""Faults met while Word files are read."""
