"""Trouble that is not in a document: a wrong option, a missing folder, a full disk."""

from __future__ import annotations


class ClasseurError(Exception):
    """The command cannot work. Told to the person as it is, with what to do next.

    Args:
        message: what is wrong, in the reader's language, without our class names.
        remedy: what to do now.
    """

    def __init__(self, message: str, *, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy
