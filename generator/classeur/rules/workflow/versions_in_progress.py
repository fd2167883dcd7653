"""Working texts that follow a released version."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.history import Release
from classeur.model.states import State


def texts_after_a_release(binder: Binder) -> Iterator[tuple[Document, Release]]:
    """Each text being written whose reference has releases, with the last one; abandoned texts are left in peace."""
    for document in binder.documents if not binder.ledger.is_empty else ():
        found = binder.standing(document.reference)
        last = found.history.last
        if found.document is not document or last is None or found.in_progress in (None, State.ABANDONED):
            continue
        yield document, last


def raised_texts(binder: Binder) -> Iterator[tuple[Document, Release]]:
    """The same, once their version has been raised: before that, WF018 says all there is to do."""
    return ((text, last) for text, last in texts_after_a_release(binder) if text.version > last.version)
