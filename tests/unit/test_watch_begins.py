"""How a watcher begins: its first build has the whole computer, and nothing saved meanwhile is missed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from classeur.ledger.lock import held
from classeur.tasks.one_build import BUILD_LOCK
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.watch.watching import Seen, Watching
from classeur.workers import nothing
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import ACCUEIL, rewritten
from tests.houses import TODAY, write_house
from tests.previews import WORDS, Silent


class Witness(Silent):
    """Notes the threads that run when the first build is done, and saves a text at that instant."""

    def __init__(self, root: Path) -> None:
        self.root, self.seen, self.threads = root, list[Seen](), -1
        self.watching: Watching | None = None
        self.waited = 0
        self.other_build: int | None = None

    def waiting(self) -> None:
        self.waited += 1
        if self.other_build is not None:
            os.close(self.other_build)

    def refreshed(self, seen: Seen) -> None:
        self.seen.append(seen)
        if seen.is_start:
            self.threads = threading.active_count()
            rewritten(self.root, old="sans attente inutile", new="sans une attente de trop")
        elif self.watching:
            self.watching.stop()


def watched_by(witness: Witness, site: Path, begun: Callable[[], object] = nothing) -> Watching:
    engine = MkDocsEngine(witness.root)
    return Watching(witness.root, site, lambda: TODAY, lambda: engine, WORDS, witness, begun=begun)


def test_the_first_build_comes_before_any_thread_and_a_save_meanwhile_is_seen(tmp_path: Path) -> None:
    witness = Witness(write_house(tmp_path / "house"))
    before, begun = threading.active_count(), list[int]()
    witness.watching = watched_by(witness, tmp_path / "site", lambda: begun.append(len(witness.seen)))

    witness.watching.run()

    assert (witness.threads, begun) == (before, [1])
    assert [seen.saved for seen in witness.seen[1:]] == [frozenset({ACCUEIL})]


def test_it_tells_once_that_it_waits_for_another_build_and_begins_at_its_end(tmp_path: Path) -> None:
    witness = Witness(write_house(tmp_path / "house"))
    (witness.root / CACHE_FOLDER).mkdir()
    witness.other_build = held(witness.root / CACHE_FOLDER / BUILD_LOCK)
    witness.watching = watched_by(witness, tmp_path / "site")

    witness.watching.run()

    assert witness.waited == 1
    assert (tmp_path / "site/index.html").is_file()
