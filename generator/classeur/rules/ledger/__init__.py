"""LG. The release ledger: journal entries and release folders that are not as they were written."""
