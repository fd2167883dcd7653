"""How a watcher begins: its first build has the whole computer, and nothing saved meanwhile is missed."""

from __future__ import annotations

import threading
from pathlib import Path

from classeur.watch.watching import Seen, Watching
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import ACCUEIL, rewritten
from tests.houses import TODAY, write_house
from tests.previews import WORDS, Silent


class Witness(Silent):
    """Notes the threads that run when the first build is done, and saves a text at that instant."""

    def __init__(self, root: Path) -> None:
        self.root, self.seen, self.threads = root, list[Seen](), -1
        self.watching: Watching | None = None

    def refreshed(self, seen: Seen) -> None:
        self.seen.append(seen)
        if seen.is_start:
            self.threads = threading.active_count()
            rewritten(self.root, old="sans attente inutile", new="sans une attente de trop")
        elif self.watching:
            self.watching.stop()


def test_the_first_build_comes_before_any_thread_and_a_save_meanwhile_is_seen(tmp_path: Path) -> None:
    witness = Witness(write_house(tmp_path / "house"))
    before, begun = threading.active_count(), list[int]()
    witness.watching = Watching(
        witness.root,
        tmp_path / "site",
        lambda: TODAY,
        lambda: MkDocsEngine(witness.root),
        WORDS,
        witness,
        begun=lambda: begun.append(len(witness.seen)),
    )

    witness.watching.run()

    assert (witness.threads, begun) == (before, [1])
    assert [seen.saved for seen in witness.seen[1:]] == [frozenset({ACCUEIL})]
