"""What a reader needs to check a text without this tool."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.views.shown import shown


@dataclass(frozen=True)
class CheckableText:
    """A version in force, the file that holds it, and what `sha256sum` must print."""

    reference: str
    version: str
    file: str
    digest: str


@dataclass(frozen=True)
class Verification:
    """The ledger's head and the texts that it answers for; `last` is the day of its last entry."""

    head: str
    entries: int
    last: dt.date | None
    texts: tuple[CheckableText, ...]


def verification(binder: Binder) -> Verification:
    """What the page of verification shows of a published house; no text while nothing was released."""
    ledger = binder.ledger
    texts = tuple(
        CheckableText(
            each.reference,
            str(each.release.version),
            f"releases/{each.release.reference}/{each.release.version}/source.md",
            each.release.text_digest,
        )
        for each in shown(binder)
        if each.release
    )
    last = ledger.local_day(ledger.entries[-1].at) if ledger.entries else None
    return Verification(ledger.head, len(ledger.entries), last, texts)
