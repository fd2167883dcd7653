"""What readings cost a house on the disk: the command for one person, and a site with its reading lists and without.

`python -m benchmarks.readings_site [DOCUMENTS [PEOPLE [commands]]]`: with `commands`, without the sites. Every document
is in force; half of what is asked was read.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.check_and_build import cost_of
from benchmarks.generate_house import TODAY, write_house
from benchmarks.ledger import Unsynced
from benchmarks.release import released
from classeur.ledger.confirmations import add_batch, load_register
from classeur.model.audiences import frozen_readers
from classeur.model.binder import Binder
from classeur.model.confirmations import Batch, ConfirmationsDraft, Means
from classeur.model.journal import Assurance
from classeur.model.organisation import ReadingsShown
from classeur.tasks.house import House, Texts, open_house
from classeur.views.reading_rates import site_readings
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from classeur.writers.site.staging import write_stage

WORDS = translator("fr")
_SIGNED = (Means.SHEET, Assurance.CLAIMED)


def fill(root: Path, documents: int, people: int) -> None:
    """A house whose documents are all in force, and half of whose readings are confirmed, in one batch."""
    write_house(root, documents, people=people, seed=1)
    house = open_house(root, TODAY)
    journal = house.journal
    for document in house.binder.documents:
        journal = released(house, document, journal, Unsynced())
    dice, draft = random.Random(8), ConfirmationsDraft()
    ledger = open_house(root, TODAY).binder.ledger
    for reference in ledger.by_reference:
        for release in ledger.history(reference).releases:
            for person in sorted(frozen_readers(release)):
                if dice.random() < 0.5:
                    draft.add(reference, release.version, release.text_digest, person, release.released_on, *_SIGNED)
    add_batch(root, draft.texts, Batch(dt.datetime.combine(TODAY, dt.time(9), dt.UTC), "", ""))
    print(f"{len(ledger.by_reference):,} documents, {people:,} people, {len(draft):,} confirmations")


def built(house: House, shown: ReadingsShown | None, folder: Path) -> tuple[float, float]:
    """The CPU seconds of laying out and rendering the site, and how many of them were the readings alone."""
    binder: Binder = replace(house.binder, organisation=replace(house.binder.organisation, readings=shown))
    counted = 0.0
    if shown is not None:
        start = _used()
        site_readings(binder, load_register(house.root).confirmations)
        counted = _used() - start
    start = _used()
    confirmed = None if shown is None else load_register(house.root).confirmations
    engine = MkDocsEngine(house.root)
    staged = write_stage(folder / "stage", house.root, binder, (), (), engine.dialect, WORDS, confirmed=confirmed)
    engine.render(staged.stage, folder / "site")
    return _used() - start, counted


def _used() -> float:
    """CPU seconds used up to now, those of the workers that have ended included."""
    return sum(os.times()[:4])


def main() -> None:
    """Print the figures."""
    documents, people = (int(each) for each in (*sys.argv[1:3], *("500", "200")[len(sys.argv[1:3]) :]))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        root = folder / "house"
        fill(root, documents, people)
        person = open_house(root, TODAY).binder.organisation.people[0].id
        command = [sys.executable, "-m", "classeur", "-C", str(root), "--today", TODAY.isoformat(), "readings"]
        for name, asked in (("one person", ["--person", person]), ("the whole table", [])):
            cost = cost_of([*command, *asked, "--format", "json"], folder)
            print(f"classeur readings, {name}: {cost.cpu:.2f} s CPU, {cost.memory:.0f} MB")
        if sys.argv[3:] == ["commands"]:
            return
        house = open_house(root, TODAY, Texts.ALL)
        without = 0.0
        # the first one warms the readers of texts; each has a folder of its own, so that nothing is remembered
        for number, shown in enumerate((None, None, ReadingsShown.ROLES, ReadingsShown.PEOPLE)):
            own = folder / f"site-{number}"
            own.mkdir()
            cpu, counted = built(house, shown, own)
            more = f", {100 * (cpu / without - 1):+.1f} % (readings counted: {counted:.2f} s)" if shown else ""
            without = cpu if shown is None else without
            print(f"a site with readings {shown or 'left out'}: {cpu:.1f} s CPU{more}")


if __name__ == "__main__":
    main()
