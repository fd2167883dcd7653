"""The review dates that can be compared with today."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location
from classeur.model.states import State

_OUT_OF_USE = (State.WITHDRAWN, State.SUPERSEDED)


def sound_review_dates(binder: Binder) -> Iterator[tuple[Document, Location, dt.date]]:
    """Each document's review date and the place of what decides it; one that precedes the application is WF010's.

    Withdrawn and replaced documents are out of use: nobody reviews them.
    """
    for document in binder.documents:
        found = binder.standing(document.reference)
        if found.state in _OUT_OF_USE:
            continue
        release = found.in_force or found.upcoming
        day, start = binder.review_date(document), document.header.effective_from
        if release is not None:
            start = release.effective_from
        elif "review_date" in document.refused:
            continue
        if day is not None and (start is None or day > start):
            yield document, document.place("review_date" if document.header.review_date else "effective_from"), day
