"""The folder that an auditor takes away."""
