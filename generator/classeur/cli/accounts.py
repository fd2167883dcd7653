"""The accounts at work on this computer: git's when there is git, then the session's."""

from __future__ import annotations

import getpass
import subprocess
from collections.abc import Iterator
from pathlib import Path

_PATIENCE = 5.0
"""Seconds: a git on a slow share must not hold an act back."""


def accounts(folder: Path) -> tuple[str, ...]:
    """The names under which somebody works in that folder, the surest first; empty when there is none."""
    return tuple(dict.fromkeys(name for name in _names(folder) if name))


def _names(folder: Path) -> Iterator[str]:
    for key in ("user.email", "user.name"):
        yield _git(folder, key)
    try:
        yield getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without a name for its user
        return


def _git(folder: Path, key: str) -> str:
    try:
        asked = subprocess.run(
            ["git", "config", "--get", key], cwd=folder, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):  # git is welcome, never needed
        return ""
    return asked.stdout.decode("utf-8", "replace").strip()
