"""Several people who release at once, each in a process of their own."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path

from classeur.ledger.file_layer import DISK
from classeur.ledger.journal import load
from classeur.ledger.problems import VersionTaken
from classeur.ledger.publish import publish
from tests.faults.ledgers import ACTOR, QUICK, a_draft


def own_text(person: int) -> bytes:
    """A text that no other publisher writes."""
    return f"Texte de la personne {person}.\n".encode() * 20


def at_once(root: Path, people: int, releases: int, *, same_text: bool, real_disk: bool = False) -> list[list[str]]:
    """Each person releases the same references; what each was told: `done`, or `taken`."""
    together = multiprocessing.get_context("fork")
    start, queue = together.Barrier(people), together.SimpleQueue()
    arguments = [(root, number, releases, same_text, real_disk, start, queue) for number in range(people)]
    workers = [together.Process(target=_release_all, args=each) for each in arguments]
    for worker in workers:
        worker.start()
    told = dict(queue.get() for _ in workers)
    for worker in workers:
        worker.join()
    return [told[number] for number in range(people)]


def _release_all(
    root: Path, person: int, releases: int, same_text: bool, real_disk: bool, start: Barrier, queue: object
) -> None:
    told: list[str] = []
    try:
        actor = replace(ACTOR, id=f"p.{person}")
        journal = load(root)
        start.wait()
        for number in range(releases):
            draft = a_draft(f"PR-R2-{number:03}", actor=actor, minutes=number)
            files = {"source.md": own_text(0 if same_text else person)}
            try:
                journal = publish(root, draft, files, journal, DISK if real_disk else QUICK)
                told.append("done")
            except VersionTaken as taken:
                told.append(f"taken, {taken.next_free} is free")
    except Exception as error:  # told to the parent, where the test fails
        told.append(f"{type(error).__name__}: {error}")
    queue.put((person, told))  # type: ignore[attr-defined]
