"""Readings measured: 2,000 people, 5,000 documents, 1,000,000 confirmations. `python -m benchmarks.readings [FOLDER]`.

The register is written on the disk by the ledger's own code and read back; the journal is held as values.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from classeur.ledger.confirmations import FOLDER, add_batch, load_register
from classeur.model.binder import Binder
from classeur.model.confirmations import Batch, ConfirmationsDraft, Means
from classeur.model.journal import Actor, Assurance, EntryKind, JournalEntry, LedgerFile
from classeur.model.ledger import Ledger
from classeur.model.organisation import Organisation, Person, ReadingsShown, Role, Unit
from classeur.model.readings import DocumentReadings, readings
from classeur.model.versions import Version
from classeur.views.reading_lists import reading_lists, unit_readings
from classeur.views.reading_rates import SiteReadings

PEOPLE, DOCUMENTS, CONFIRMATIONS, BATCHES = 2_000, 5_000, 1_000_000, 400
ROLES, UNITS = 12, 20
TODAY = dt.date(2026, 11, 22)
_T = TypeVar("_T")


def a_house() -> Binder:
    """The same house each time: each document is for some roles, in force since one of 500 days."""
    dice = random.Random(6)
    roles = tuple(Role(id=f"role{n}") for n in range(ROLES))
    units = tuple(Unit(id=f"unit{n}") for n in range(UNITS))
    people = tuple(
        Person.model_construct(id=f"p{n:04}", name=f"P {n}", email="", roles=(f"role{dice.randrange(ROLES)}",),
                               units=(f"unit{dice.randrange(UNITS)}",), from_=None, until=None, since=None, leaves=())
        for n in range(PEOPLE)
    )  # fmt: skip
    entries = []
    for number in range(DOCUMENTS):
        wanted = sorted(dice.sample(range(ROLES), dice.choice((1, 2, 4))))
        names = [f"role{n}" for n in wanted]
        at = dt.datetime(2025, 6, 1, 8, tzinfo=dt.UTC) + dt.timedelta(days=dice.randrange(500))
        details = {"audience": {"roles": names, "units": None}, "change": "major", "minutes": 6,
                   "readers": [p.id for p in people if p.roles[0] in names]}  # fmt: skip
        reference = f"PR-R1-{number:04}"
        files = (LedgerFile("source.md", 1, hashlib.sha256(reference.encode()).hexdigest()),)
        who = Actor("p0000", "P 0")
        entries.append(JournalEntry(EntryKind.RELEASE, at, who, reference, Version(1), "d", files, details,
                                    sequence=number + 1, hash=f"{number:064}"))  # fmt: skip
    organisation = Organisation(people=people, roles=roles, units=units)
    return Binder(today=TODAY, organisation=organisation, ledger=Ledger(tuple(entries), "0" * 64))


def fill(root: Path, binder: Binder) -> None:
    """Write the confirmations as filled sheets bring them: those of some documents in each batch."""
    dice = random.Random(7)
    wanted = [(e.reference, e.files[0].sha256, p) for e in binder.ledger.entries for p in e.details["readers"]]
    wanted = sorted(dice.sample(wanted, CONFIRMATIONS))
    size = CONFIRMATIONS // BATCHES
    for number in range(BATCHES):
        draft = ConfirmationsDraft()
        for reference, digest, person in wanted[number * size : (number + 1) * size]:
            draft.add(reference, Version(1), digest, person, TODAY, Means.SPREADSHEET, Assurance.CLAIMED)
        _put(root, draft, number)


def _put(root: Path, draft: ConfirmationsDraft, number: int) -> None:
    """One batch, chained by hand: `add_batch` reads the whole register each time, which is not what is measured."""
    with tempfile.TemporaryDirectory() as alone:
        add_batch(Path(alone), draft.texts, Batch(dt.datetime(2026, 11, 22, tzinfo=dt.UTC), "0" * 64, "p0000"))
        [file] = (Path(alone) / FOLDER).iterdir()
        (root / FOLDER / f"{number + 1:06}-{file.name.partition('-')[2]}").write_bytes(file.read_bytes())


def timed(name: str, act: Callable[[], _T]) -> _T:
    """Run it and print its CPU seconds."""
    start = time.process_time()
    result = act()
    print(f"{name:<58} {time.process_time() - start:7.2f} s CPU")
    return result


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary)
        binder = timed("the house, as values", a_house)
        if not (root / FOLDER).is_dir():
            (root / FOLDER).mkdir(parents=True)
            timed("one million confirmations written", lambda: fill(root, binder))
        person = frozenset({"p0042"})
        mine = timed("one person: the register", lambda: load_register(root, "p0042").confirmations)
        timed("one person: what is to be read", lambda: list(readings(binder, mine, person)))
        everything = timed("the whole table: the register", lambda: load_register(root).confirmations)
        table: list[DocumentReadings] = timed("the whole table: readings", lambda: list(readings(binder, everything)))
        for shown in (ReadingsShown.ROLES, ReadingsShown.PEOPLE):
            read = SiteReadings(shown, TODAY, {each.reference: each for each in table})
            timed(f"the site's lists, {shown}: one's own", partial(reading_lists, binder, read))
            timed(f"the site's lists, {shown}: by unit", partial(unit_readings, binder.organisation, read))
        missing = sum(len(each.missing) for each in table)
        print(f"{len(everything):,} confirmations, {sum(len(d.audience) for d in table):,} asked, {missing:,} missing")
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{most} MB at most, the making of the house and of the confirmations included")


if __name__ == "__main__":
    main()
