"""The day of the review is over."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.review_dates.sound_dates import sound_review_dates


@rule("RV001", "review-overdue", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Documents whose review date, typed or counted from their application, comes before today."""
    for document, place, day in sound_review_dates(binder):
        if day < binder.today:
            yield at(place, reference=document.reference, date=day, days=(binder.today - day).days)
