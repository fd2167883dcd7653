"""IN. Files that cannot be read as texts, and the checker itself."""
