"""What the ledger tells of a document: its versions, and every act."""

from __future__ import annotations

from classeur.model.history import History
from classeur.model.journal import JournalEntry
from classeur.tasks.house import House
from classeur.tasks.perform import known_reference
from classeur.wording.translator import Translator


def journal_of(house: House, reference: str | None, words: Translator) -> tuple[JournalEntry, ...]:
    """The entries of the journal, the newest last; those of one document when a reference is given.

    Raises:
        ClasseurError: no document has that reference.
    """
    if reference is None:
        return house.binder.ledger.entries
    return history_of(house, reference, words).entries


def history_of(house: House, reference: str, words: Translator) -> History:
    """What the journal says of one document, whatever reference it had.

    Raises:
        ClasseurError: no document has that reference.
    """
    return house.binder.ledger.history(known_reference(house, reference, words))
