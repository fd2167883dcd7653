"""The papers of a meeting of the quality circle."""
