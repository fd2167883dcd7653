"""What the codes of document kinds mean by custom (PR, PT, MO, FR, FO…), for the rules and the fresh texts."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """How a kind of document is written."""

    STEPS = "steps"  # who does what, in which order
    CARD = "card"  # a page to act by, at once
    FORM = "form"  # cells to fill in, lists to look up
    SHEET = "sheet"  # a process
    PROJECT = "project"  # a piece of work in four steps: prepare, write, carry out, analyse
    TEXT = "text"  # all else


_STYLES = {
    "PR": Style.STEPS,
    "PT": Style.STEPS,
    "MO": Style.STEPS,
    "FR": Style.CARD,
    "FO": Style.FORM,
    "LI": Style.FORM,
    "FP": Style.SHEET,
    "DM": Style.PROJECT,
}


def style_of(kind_code: str) -> Style:
    """How documents of this code are written."""
    return _STYLES.get(kind_code.upper(), Style.TEXT)
