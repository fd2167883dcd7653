"""The acts: one module each. Only tasks change a user's files."""
