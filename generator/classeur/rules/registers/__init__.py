"""RG. The lists kept beside the texts."""
