"""What the pages of a preview are told: that they were rebuilt, and what is wrong with the text they show."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from classeur.errors import ClasseurError
from classeur.model.findings import Finding
from classeur.views.addresses import document_page, draft_page
from classeur.watch.watching import Listener, Seen
from classeur.wording.rule_pages import told
from classeur.wording.translator import Translator


@dataclass(frozen=True)
class PageState:
    """What one page shows over itself.

    Attributes:
        build: grows by one at each rebuild.
        here: the findings of the document that the page shows; `elsewhere` how many others there are.
        held: why the site is not the last save, in a sentence each; empty when it is.
    """

    build: int
    here: tuple[Finding, ...]
    elsewhere: int
    held: tuple[str, ...]


@dataclass
class PreviewState:
    """Listens to the watcher, and answers the pages. Safe between threads.

    Attributes:
        terminal: told everything too.
    """

    terminal: Listener
    words: Translator
    _changed: list[frozenset[str]] = field(default_factory=list)
    _found: tuple[Finding, ...] = ()
    _held: tuple[str, ...] = ()
    _news: threading.Condition = field(default_factory=threading.Condition)

    def waiting(self) -> None:
        """The terminal alone says so."""
        self.terminal.waiting()

    def refreshed(self, seen: Seen) -> None:
        """Keep what was found; wake the pages."""
        self.terminal.refreshed(seen)
        held: tuple[str, ...] = ()
        if not seen.result.is_in_place:
            held = tuple(
                f"{finding.where} – {told(finding, self.words.language).message}" for finding in seen.result.hold
            )
            held = held or (self.words("A released text could not be shown: run `classeur verify`."),)
        self._publish(seen.result.found, held, seen.result.changed)

    def failed(self, error: Exception) -> None:
        """Tell the pages that they are old."""
        self.terminal.failed(error)
        remedy = f" {error.remedy}" if isinstance(error, ClasseurError) else ""
        self._publish(self._found, (f"{error}{remedy}",), ())

    def sends_no_events(self) -> None:
        """The terminal alone says so."""
        self.terminal.sends_no_events()

    def gone(self) -> None:
        """The terminal alone says so."""
        self.terminal.gone()

    def back(self) -> None:
        """The terminal alone says so."""
        self.terminal.back()

    def page(self, address: str) -> PageState:
        """The state of a page; `address` is relative to the site."""
        with self._news:
            here = tuple(finding for finding in self._found if address in _pages_of(finding))
            return PageState(len(self._changed), here, len(self._found) - len(here), self._held)

    def wait(self, build: int, seconds: float) -> tuple[int, frozenset[str]]:
        """Wait until a later build than this one: its number, and the files of the site that changed since."""
        with self._news:
            self._news.wait_for(lambda: len(self._changed) > build, seconds)
            return len(self._changed), frozenset().union(*self._changed[build:])

    def _publish(self, found: tuple[Finding, ...], held: tuple[str, ...], changed: Iterable[str]) -> None:
        with self._news:
            self._changed.append(frozenset(changed))
            self._found, self._held = found, held
            self._news.notify_all()


def _pages_of(finding: Finding) -> tuple[str, ...]:
    """The pages that show the text a finding is about."""
    if not finding.reference:
        return ()
    return document_page(finding.reference), draft_page(finding.reference)
