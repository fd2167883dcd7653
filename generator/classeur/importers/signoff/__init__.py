"""Filled sign-off sheets and e-mails: what people say to have read, line by line."""
