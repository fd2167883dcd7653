"""What a page, a Word file or a table shows: pure functions from the Binder to frozen rows."""
