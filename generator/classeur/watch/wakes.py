"""What ends a wait: an event of the disk, or simply time where events never come."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from classeur.watch.sights import WATCHED_FOLDERS

POLL_SECONDS = 1.0
_CHANGING = frozenset({"created", "modified", "moved", "deleted", "closed"})


class Wakes(Protocol):
    """What tells that it is worth looking again."""

    def wait(self, most: float) -> bool:
        """Wait for `most` seconds, less when something may have changed: whether that is so."""
        ...

    def again(self) -> None:
        """Listen to the folder anew: it went and came back, or some of its folders did."""
        ...

    def close(self) -> None:
        """Listen no more; a wait that runs ends."""
        ...


class Later:
    """Begins with the first wait: a process that has threads cannot share a build out between the cores (ADR 0055)."""

    def __init__(self, begin: Callable[[], Wakes]) -> None:
        self._begin = begin
        self._begun: Wakes | None = None

    def wait(self, most: float) -> bool:
        """The first time, begin; what was saved meanwhile is worth a look at once."""
        if self._begun is None:
            self._begun = self._begin()
            return True
        return self._begun.wait(most)

    def again(self) -> None:
        """Nothing to do before it began."""
        if self._begun is not None:
            self._begun.again()

    def close(self) -> None:
        """Listen no more, if it began."""
        if self._begun is not None:
            self._begun.close()


class Polling:
    """Looks every second: for SMB shares and network drives, where events never come."""

    def __init__(self, seconds: float = POLL_SECONDS) -> None:
        self._seconds = seconds
        self._over = threading.Event()

    def wait(self, most: float) -> bool:
        """Return after a second, or at once when closed: it is always worth a look."""
        self._over.wait(min(self._seconds, most))
        return True

    def again(self) -> None:
        """Nothing to do: the next look goes by names."""

    def close(self) -> None:
        """End the wait."""
        self._over.set()


class Events(FileSystemEventHandler):
    """The events of the system, as watchdog gives them."""

    def __init__(self, root: Path) -> None:
        """Listen at once.

        Raises:
            OSError: the system gives no more watches (Linux: fs.inotify.max_user_watches), or the folder none.
        """
        self._root = root
        self._woken = threading.Event()
        self._observer: BaseObserver | None = None
        self.again()

    def wait(self, most: float) -> bool:
        """Return at the next event, at the latest after `most` seconds: whether one came."""
        woken = self._woken.wait(most)
        self._woken.clear()
        return woken

    def again(self) -> None:
        """Listen to the folders that stand now.

        Raises:
            OSError: as when it was made.
        """
        self._stop()
        observer = Observer()
        observer.schedule(self, str(self._root), recursive=False)
        for name in WATCHED_FOLDERS:
            if (self._root / name).is_dir():
                observer.schedule(self, str(self._root / name), recursive=True)
        observer.start()
        self._observer = observer

    def close(self) -> None:
        """Stop listening, and end the wait."""
        self._stop()
        self._woken.set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake up; what happened is seen by looking. Reading a file is no change."""
        if event.event_type in _CHANGING:
            self._woken.set()

    def _stop(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None
