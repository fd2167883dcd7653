"""The loop of `watch`: wait, look, let the writer finish, rebuild.

Events only end the wait. What was saved is known by looking at the folder, so that an event lost, doubled or caused by
ourselves changes nothing, and the same loop serves the drives that send no event at all.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from classeur.watch.sights import FolderGoneError, Sight, changes, is_readable, look, stands
from classeur.watch.wakes import Wakes

_BEAT, _BEATS = 1.0, 20
"""Seconds between two questions of a quiet watcher, and how many before it looks at every file again."""


@dataclass(frozen=True)
class Patience:
    """How long things are left alone before they are looked at, in seconds.

    Attributes:
        step: between two looks.
        quiet: without any change, before a save is taken as finished.
        missing: the same when a file went: many programs delete it, then write it again.
        growing: the same when a file grows between looks: it is being copied.
        locked: the same while somebody keeps a file for himself.
        most: after which a rebuild comes all the same, and another one later.
    """

    step: float = 0.05
    quiet: float = 0.1
    missing: float = 1.0
    growing: float = 3.0
    locked: float = 5.0
    most: float = 30.0


@dataclass
class Follower:
    """Follows one house until it is told to stop.

    Attributes:
        rebuild: called with the paths that changed since the last call; everything at the first one.
        today: the day it is; on another day, states and dates change though nobody saved anything.
        gone: called once when the folder cannot be reached any more, and `back` when it can.
    """

    root: Path
    wakes: Wakes
    rebuild: Callable[[frozenset[str]], None]
    gone: Callable[[], None]
    back: Callable[[], None]
    today: Callable[[], dt.date]
    patience: Patience = field(default_factory=Patience)
    _built: Sight = field(default_factory=dict)
    _written: dict[str, float] = field(default_factory=dict)
    _grew: dict[str, float] = field(default_factory=dict)
    _locked: frozenset[str] = frozenset()
    _day: dt.date | None = None
    _is_over: bool = False

    def run(self) -> None:
        """Rebuild once, then at each change, until `stop`."""
        while not self._is_over:
            try:
                sight = self._settled()
            except FolderGoneError:
                self._wait_for_the_folder()
                continue
            saved = changes(self._built, sight) | self._unlocked()
            if saved or self.today() != self._day:
                self._day = self.today()
                self._locked = frozenset(name for name in saved if name in sight and not is_readable(self.root, name))
                self._built = sight
                self.rebuild(saved)
            self._wait()

    def stop(self) -> None:
        """End `run` after the rebuild that may be under way."""
        self._is_over = True
        self.wakes.close()

    def _wait(self) -> None:
        """Until a look is worth it: an event, another day, a share that went (no event tells), a file let go.

        Events are sometimes lost, above all on a share: a look is taken now and then all the same.
        """
        for _ in range(_BEATS):
            if self._is_over or self.wakes.wait(_BEAT) or not stands(self.root):
                return
            if self._unlocked() or self.today() != self._day:
                return

    def _settled(self) -> Sight:
        """What stands there once nobody is writing; at once when nothing changed.

        Raises:
            FolderGoneError: the folder cannot be reached.
        """
        started = quiet_since = time.monotonic()
        seen = look(self.root)
        saved = changes(self._built, seen)
        if self._built:
            self._notice(self._built, seen, saved, started)
        while saved and not self._is_over:
            time.sleep(self.patience.step)
            now, current = time.monotonic(), look(self.root)
            moved = changes(seen, current)
            if moved:
                quiet_since = now
                self._notice(seen, current, moved, now)
            seen, saved = current, changes(self._built, current)
            if now - quiet_since >= self._needed(saved, current, now) or now - started >= self.patience.most:
                break
        return seen

    def _notice(self, before: Sight, after: Sight, names: frozenset[str], now: float) -> None:
        """Remember which files grow look after look: they are being copied, however slowly."""
        for name in names:
            is_recent = now - self._written.get(name, -self.patience.growing) < self.patience.growing
            if is_recent and name in before and name in after and after[name].size > before[name].size > 0:
                self._grew[name] = now
            self._written[name] = now

    def _unlocked(self) -> frozenset[str]:
        """The files that could not be read at the last rebuild, and can now: their marks need not have changed."""
        return frozenset(name for name in self._locked if is_readable(self.root, name))

    def _needed(self, saved: frozenset[str], sight: Sight, now: float) -> float:
        """How long it must be quiet, by what was seen of the files that changed."""
        patience = self.patience
        needed = patience.quiet
        for name in saved:
            if name not in sight:
                needed = max(needed, patience.missing)
            elif now - self._grew.get(name, -patience.growing) < patience.growing:
                needed = max(needed, patience.growing)
            elif not is_readable(self.root, name):
                needed = max(needed, patience.locked)
        return needed

    def _wait_for_the_folder(self) -> None:
        """Until the share is mounted again, or the folder put back."""
        self.gone()
        while not self._is_over:
            time.sleep(min(1.0, self.patience.missing))
            try:
                look(self.root)
                self.wakes.again()
            except (FolderGoneError, OSError):
                continue
            self.back()
            return
