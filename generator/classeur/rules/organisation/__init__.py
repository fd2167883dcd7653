"""OR. People, roles, units, delegations."""
