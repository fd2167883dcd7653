"""The last head that this computer verified: a cache in `.classeur/`; deleting it loses nothing."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

HEAD_FILE = ".classeur/ledger-head.json"


def remembered_heads(root: Path) -> tuple[str, ...]:
    """The heads that this computer saw last; none when it does not know."""
    try:
        heads = json.loads((root / HEAD_FILE).read_text("utf-8"))["heads"]
        return tuple(str(head) for head in heads)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def remember_heads(root: Path, heads: tuple[str, ...]) -> None:
    """Keep the heads for the next time; a disk that refuses is no reason to fail what has been committed."""
    path = root / HEAD_FILE
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        temporary.write_text(json.dumps({"format": 1, "heads": list(heads)}) + "\n", "utf-8")
        temporary.replace(path)
