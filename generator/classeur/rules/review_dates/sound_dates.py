"""The review dates that can be compared with today."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location


def sound_review_dates(binder: Binder) -> Iterator[tuple[Document, Location, dt.date]]:
    """Each document's review date and the place of what decides it; one that precedes the application is WF010's."""
    for document in binder.documents:
        day, start = binder.review_date(document), document.header.effective_from
        if day is None or "review_date" in document.refused or (start is not None and day <= start):
            continue
        yield document, document.place("review_date" if document.header.review_date else "effective_from"), day
