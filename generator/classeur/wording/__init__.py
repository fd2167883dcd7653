"""The words: what a person reads, in French first."""
