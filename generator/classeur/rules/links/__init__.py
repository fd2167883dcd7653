"""LK. Links, pictures and citations between texts."""
