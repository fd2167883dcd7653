"""FM. What a writer types at the top of a document."""
