"""Feeds and calendars, for the programs that follow a house."""
