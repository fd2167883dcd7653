"""What a sheet to sign says of itself, beside its lines, to who takes it back."""

ORGANISATION_PROPERTY = "classeur organisation"
"""The property of a Word file that names the organisation whose sheet it is."""
