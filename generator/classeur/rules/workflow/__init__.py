"""WF. Writing, validation, approval: the circuit of a document."""
