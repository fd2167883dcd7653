"""PR. Processes, their flows and their indicators."""
