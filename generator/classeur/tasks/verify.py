"""Verifying the ledger: reading everything, writing nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.copies import is_hash
from classeur.ledger.verify import LedgerReport, verify
from classeur.wording.translator import Translator


def verify_ledger(
    root: Path, heads: Sequence[str], copies: Sequence[Path], now: dt.datetime, words: Translator
) -> LedgerReport:
    """What is wrong in the ledger of a house, compared with the hashes and the copies given.

    Raises:
        ClasseurError: something cannot be read at all, or a hash is none.
    """
    for head in heads:
        if not is_hash(head):
            raise ClasseurError(
                words("{typed} is not the hash of an entry.", typed=head),
                remedy=words("Give the 64 characters, or at least the first 12: digits and the letters a to f."),
            )
    try:
        return verify(root, heads, copies, now)
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be read: {problem}.", path=error.filename or root, problem=error.strerror or error),
            remedy=words("Check the path and the right to read it, then repeat the command."),
        ) from error
