"""RV. When a text is to be looked at again."""
