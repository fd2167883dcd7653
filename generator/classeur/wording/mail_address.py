"""Addresses that open an e-mail already begun."""

from __future__ import annotations

from urllib.parse import quote


def mail_address(email: str, subject: str, body: str) -> str:
    """A `mailto:` address with its subject and the beginning of its text."""
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
