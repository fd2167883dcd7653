"""Following a folder: what was saved is checked, rebuilt and seen."""
