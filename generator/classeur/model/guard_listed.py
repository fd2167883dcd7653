"""Lists of words, written as text so that a person can read and correct them."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def listed_pairs(text: str) -> frozenset[frozenset[str]]:
    """The pairs of a text: « cours/course tout/tous »."""
    return frozenset(frozenset(pair.split("/")) for pair in text.split())
