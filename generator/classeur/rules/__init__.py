"""The checker: one folder a family, two files a rule. See registry.py."""
