"""Something costly to make, made once for all the processes that run tests side by side."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

_PATIENCE = 600
"""Seconds after which the process that makes it is taken for dead."""


def made_once(temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first process to need it makes, while the others wait. Nobody changes it afterwards.

    Args:
        make: fills in the folder, which does not exist yet.

    Raises:
        RuntimeError: the process that began to make it failed, or has died.
    """
    base = temporary.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, begun, done = common / name, common / f"{name}-begun", common / f"{name}-done"
    try:
        begun.mkdir()
    except FileExistsError:
        return _awaited(folder, done)
    told = "failed"
    try:
        make(folder)
        told = ""
    finally:
        whole = done.with_suffix(".part")
        whole.write_text(told, "utf-8")
        whole.replace(done)
    return folder


def _awaited(folder: Path, done: Path) -> Path:
    until = time.monotonic() + _PATIENCE
    while not done.exists():
        if time.monotonic() > until:
            raise RuntimeError(f"nobody finished {folder}")
        time.sleep(0.1)
    if told := done.read_text("utf-8"):
        raise RuntimeError(f"making {folder} {told} in another process: its own tests tell why")
    return folder
