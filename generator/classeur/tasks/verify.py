"""Verifying the ledger: reading everything, writing nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.copies import is_hash
from classeur.ledger.verify import LedgerReport, LedgerVerdict, verify
from classeur.tasks.house import open_house
from classeur.tasks.markdown_shown import shown_in
from classeur.tasks.word_copies import edited_copies
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
        report = verify(root, heads, copies, now)
        return _with_copies(report, root, copies, now, words) if copies else report
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be read: {problem}.", path=error.filename or root, problem=error.strerror or error),
            remedy=words("Check the path and the right to read it, then repeat the command."),
        ) from error


def _with_copies(
    report: LedgerReport, root: Path, copies: Sequence[Path], now: dt.datetime, words: Translator
) -> LedgerReport:
    """The same report with the Word copies that no longer say what their release says."""
    if not any(True for folder in copies for _ in folder.rglob("*.docx")):
        return report
    house = open_house(root, now.date())
    found = tuple(edited_copies(copies, house, shown_in(root, words)))
    verdict = LedgerVerdict.WARNING if found and report.verdict is LedgerVerdict.CLEAN else report.verdict
    return replace(report, problems=(*report.problems, *found), verdict=verdict)
