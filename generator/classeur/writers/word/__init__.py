"""Word copies: controlled sheets for paper, made of releases."""
