"""The house as its readers saw it on a past day: the ledger alone says it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from classeur.ledger.confirmations import load_register
from classeur.model.binder import Binder
from classeur.model.processes import Frequency, Indicator, Process
from classeur.tasks.build_site import BuildReport, StagedHouse, rendered
from classeur.tasks.house import House, Texts, open_house
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.wording.translator import Translator
from classeur.writers.site.engine import SiteEngine
from classeur.writers.site.staging import write_stage


def as_of(house: House, day: dt.date) -> Binder:
    """The house at the end of a day: no working text, the journal's entries of that day and before.

    The house must have been opened with all its released texts. Names and roles of the organisation are today's, but
    each signature keeps those of its day.
    """
    known = replace(house.binder, today=day, documents=(), ledger=house.binder.ledger.until(day))
    return replace(known, processes=tuple(_measured(process, day) for process in house.binder.processes))


def build_as_of(root: Path, site_dir: Path, day: dt.date, engine: SiteEngine, words: Translator) -> BuildReport:
    """Write the intranet as it was that day; its pages stay so, whatever the clock of who opens them says.

    Raises:
        ClasseurError: the output folder holds something else, or cannot be written.
    """

    def stage() -> StagedHouse:
        binder = as_of(open_house(root, day, Texts.ALL), day)
        folder = root / CACHE_FOLDER / "stage-of-a-past-day"
        known = load_register(root).confirmations
        staged = write_stage(folder, root, binder, (), (), engine.dialect, words, of_a_past_day=True, confirmed=known)
        return StagedHouse(staged, ())

    return rendered(root, site_dir, engine, words, stage)


def _measured(process: Process, day: dt.date) -> Process:
    """The process without the measures of later periods."""
    return replace(process, indicators=tuple(_until(indicator, day) for indicator in process.indicators))


def _until(indicator: Indicator, day: dt.date) -> Indicator:
    last = {
        Frequency.YEARLY: f"{day.year:04}",
        Frequency.QUARTERLY: f"{day.year:04}-Q{(day.month + 2) // 3}",
        Frequency.MONTHLY: f"{day.year:04}-{day.month:02}",
    }[indicator.frequency]
    return replace(indicator, measures=tuple(measure for measure in indicator.measures if measure.period <= last))
