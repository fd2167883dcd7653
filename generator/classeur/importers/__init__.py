"""Files of others, read into drafts and findings."""
