"""Work shared out between the cores that this computer gives us."""

from __future__ import annotations

import gc
import io
import os
import pickle
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, TypeVar

_Task = TypeVar("_Task")
_Made = TypeVar("_Made")

_FEW = 24
"""Fewer tasks than that are done at once, by the one who asks."""
_AT_A_TIME = 8
"""Tasks that a process takes at once; more where there are very many."""
_NUMBER = struct.Struct("<I")
_AT_ONCE = 4096 // _NUMBER.size
"""How many numbers fit into any pipe that nobody reads yet."""


def cores() -> int:
    """How many processes may work at once; 1 where a process cannot be split in two safely.

    Half of them are asked for while others work: two cores need no third process, which would take its memory.
    """
    can_split = hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
    if not can_split:
        return 1  # Windows has no fork; on macOS the system's own libraries do not survive it; nor do threads
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return count // 2 if _MEANWHILE else count


_MEANWHILE: list[object] = []
"""What this process does while others work for it."""


def nothing() -> None:
    """What is done meanwhile when nothing else is to be done."""


def shared_out(
    tasks: Sequence[_Task],
    do: Callable[[_Task], _Made],
    workers: int | None = None,
    meanwhile: Callable[[], object] = nothing,
) -> list[_Made]:
    """What `do` makes of each task, in their order.

    Several processes take the tasks, a few at a time; what they make must survive `pickle`. What they change in memory
    is lost with them. A task that fails there is done again here, where its error is seen.

    Args:
        meanwhile: called once, here, while the other processes work: what nobody else can do, as its effects stay.
    """
    wanted = min(cores() if workers is None else workers, len(tasks) // _AT_A_TIME)
    if wanted < 2 or len(tasks) < _FEW:
        meanwhile()
        return [do(task) for task in tasks]
    size = max(_AT_A_TIME, -(-len(tasks) // _AT_ONCE))
    starts = range(0, len(tasks), size)
    waiting, filled = os.pipe()
    gc.freeze()  # what was read before stays shared between the processes
    helpers = [_helper(tasks, size, do, waiting, filled) for _ in range(wanted - 1)]
    try:
        for start in reversed(starts):  # long lists often come last: begun first, nobody waits for them at the end
            os.write(filled, _NUMBER.pack(start))
        os.close(filled)
        _MEANWHILE.append(meanwhile)
        try:
            meanwhile()
        finally:
            _MEANWHILE.pop()
        made = _taken(tasks, size, do, waiting)
        while helpers:
            made |= _answered(*helpers[0])
            helpers.pop(0)
    except BaseException:
        for pid, answers in helpers:
            answers.close()
            os.kill(pid, signal.SIGTERM)
            os.waitpid(pid, 0)
        raise
    finally:
        os.close(waiting)
        gc.unfreeze()
    groups = (made.get(start) or [do(task) for task in tasks[start : start + size]] for start in starts)
    return [each for group in groups for each in group]


def _helper(
    tasks: Sequence[_Task], size: int, do: Callable[[_Task], _Made], waiting: int, filled: int
) -> tuple[int, BinaryIO]:
    """A process that takes tasks as we do; what it makes comes through a pipe once no task is left."""
    reading, writing = os.pipe()
    asker = os.getpid()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, os.fdopen(reading, "rb")
    status = 1
    try:
        os.close(reading)
        os.close(filled)
        told = _told(tasks, size, do, waiting, asker)
        with os.fdopen(writing, "wb") as answers:
            answers.write(told.getbuffer())
        status = 0
    finally:
        os._exit(status)  # nothing of ours is closed, flushed or told twice


def _told(tasks: Sequence[_Task], size: int, do: Callable[[_Task], _Made], waiting: int, asker: int) -> io.BytesIO:
    """What was made of the tasks that this process took, as `_answered` reads it.

    Each group is written as soon as it is made: while the others still work, nobody waits for it. This process stops
    when the one who asked has died.
    """
    told = io.BytesIO()
    writer = pickle.Pickler(told, pickle.HIGHEST_PROTOCOL)  # one for all: what two groups share is written once
    for start in _starts(waiting):
        if asker != os.getppid():
            raise ProcessLookupError(asker)
        writer.dump((start, [do(task) for task in tasks[start : start + size]]))
    return told


def _taken(tasks: Sequence[_Task], size: int, do: Callable[[_Task], _Made], waiting: int) -> dict[int, list[_Made]]:
    """What was made of the tasks that this process took, by the number of the first of each group."""
    return {start: [do(task) for task in tasks[start : start + size]] for start in _starts(waiting)}


def _starts(waiting: int) -> Iterator[int]:
    """The numbers of the groups that nobody has taken yet: reading one is taking it."""
    while number := os.read(waiting, _NUMBER.size):
        yield _NUMBER.unpack(number)[0]


def _answered(pid: int, answers: BinaryIO) -> dict[int, list[_Made]]:
    with answers:
        told = io.BytesIO(answers.read())
    _, status = os.waitpid(pid, 0)
    made: dict[int, list[_Made]] = {}
    if status:
        return made
    reader = pickle.Unpickler(told)
    with _without_garbage():
        while told.tell() < len(told.getbuffer()):
            start, group = reader.load()
            made[start] = group
    return made


@contextmanager
def _without_garbage() -> Iterator[None]:
    """Nobody looks for garbage while many values are made that all stay."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()
