"""The clock of the computer: the one place of the command line that asks it."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """The present instant, in UTC; the ledger keeps whole seconds."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)  # noqa: TID251  (one of the doors that ask the clock)
