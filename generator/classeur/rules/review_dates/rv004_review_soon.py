"""The day of the review is near."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.review_dates.sound_dates import sound_review_dates

SOON = dt.timedelta(days=60)


@rule("RV004", "review-soon", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Documents to be reviewed within sixty days."""
    for document, place, day in sound_review_dates(binder):
        if binder.today <= day <= binder.today + SOON:
            yield at(place, reference=document.reference, date=day, days=(day - binder.today).days)
