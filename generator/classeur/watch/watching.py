"""What `watch` does at each save: rebuild, put in place, and tell what concerns the text that was saved, first."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from classeur.model.findings import Finding
from classeur.tasks.refresh_site import Refreshed, refresh_site
from classeur.watch.following import Follower
from classeur.watch.one_watcher import one_watcher
from classeur.watch.wakes import Events, Later, Polling, Wakes
from classeur.wording.translator import Translator
from classeur.workers import nothing
from classeur.writers.site.engine import SiteEngine

_Key = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Seen:
    """One save, and what came of it.

    Attributes:
        saved: the files, relative to the house; none when only the day changed.
        first: the findings of these files, then those that the save caused elsewhere.
        seconds: from the end of writing to the site in place.
        is_start: whether the watcher has just begun, so that nothing was saved.
    """

    saved: frozenset[str]
    result: Refreshed
    first: tuple[Finding, ...]
    seconds: float
    is_start: bool


class Listener(Protocol):
    """Who is told what happens: a terminal, the page of `preview`."""

    def waiting(self) -> None:
        """Another build of the folder is under way; this one begins at its end."""
        ...

    def refreshed(self, seen: Seen) -> None:
        """The site was built again, and is in place or held back."""
        ...

    def failed(self, error: Exception) -> None:
        """It could not be built; readers keep what they had."""
        ...

    def sends_no_events(self) -> None:
        """The system refuses to tell of changes: the folder is looked at every second."""
        ...

    def gone(self) -> None:
        """The folder cannot be reached; the watcher waits."""
        ...

    def back(self) -> None:
        """It is there again."""
        ...


class Watching:
    """One watcher of a house.

    Args:
        today: the day it is, asked again and again: a watcher runs for weeks.
        poll: look every second instead of waiting for events.
        begun: called once the first build is done: what needs threads begins there.
    """

    def __init__(
        self,
        root: Path,
        site_dir: Path,
        today: Callable[[], dt.date],
        engine: Callable[[], SiteEngine],
        words: Translator,
        listener: Listener,
        with_drafts: bool = False,
        poll: bool = False,
        begun: Callable[[], object] = nothing,
    ) -> None:
        self._root, self._site_dir, self._today = root, site_dir, today
        self._engine, self._words, self._listener = engine, words, listener
        self._with_drafts, self._poll, self._begun = with_drafts, poll, begun
        self._unread: frozenset[PurePosixPath] = frozenset()
        self._known: frozenset[_Key] | None = None
        self._follower = Follower(root, Later(self._wakes), self._rebuild, listener.gone, listener.back, today)

    def run(self) -> None:
        """Rebuild at each save until `stop`.

        Raises:
            ClasseurError: another window already does.
        """
        with one_watcher(self._root, self._words):
            self._follower.run()

    def stop(self) -> None:
        """End after the rebuild that may be under way."""
        self._follower.stop()

    def _wakes(self) -> Wakes:
        self._begun()
        if self._poll:
            return Polling()
        try:
            return Events(self._root)
        except OSError:  # Linux: fs.inotify.max_user_watches is used up
            self._listener.sends_no_events()
            return Polling()

    def _rebuild(self, saved: frozenset[str]) -> None:
        started = time.perf_counter()
        try:
            result = refresh_site(
                self._root,
                self._site_dir,
                self._today(),
                self._engine(),
                self._words,
                self._with_drafts,
                self._unread,
                self._listener.waiting,
            )
        except Exception as error:  # a watcher that ends by itself leaves people with an old site, unaware
            self._listener.failed(error)
            return
        if result.is_in_place:
            self._unread = result.unread
        is_start, first = self._known is None, self._first(result, saved)
        self._known = frozenset(map(_key, result.found))
        self._listener.refreshed(Seen(saved, result, first, time.perf_counter() - started, is_start))

    def _first(self, result: Refreshed, saved: frozenset[str]) -> tuple[Finding, ...]:
        """What concerns the saved files, then what this save caused elsewhere; nothing at the start."""
        if self._known is None:
            return ()
        here = [finding for finding in result.found if str(finding.where.path) in saved]
        told = {*self._known, *map(_key, here)}
        return (*here, *(finding for finding in result.found if _key(finding) not in told))


def _key(finding: Finding) -> _Key:
    """What makes two findings of two builds the same; not the line, which moves with each edit."""
    return str(finding.where.path), finding.code, tuple(sorted(finding.values.items()))
