"""« J'ai lu »: to whom a reader writes, and what the subject of the e-mail says so that it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.history import Release
from classeur.views.contact import contact
from classeur.views.control_block import SHORT_DIGEST
from classeur.views.sheet_check import SheetMark
from classeur.views.shown import Shown


@dataclass(frozen=True)
class ReadMail:
    """An e-mail that says to have read one version: its recipient, and the mark that its subject carries."""

    email: str
    mark: SheetMark


def read_mail(binder: Binder, each: Shown) -> ReadMail | None:
    """The e-mail of a version in force or to come; None for any other text, or when nobody has an address."""
    known, person = (each.standing.in_force, each.standing.upcoming), contact(binder)
    if each.release is None or each.release not in known or person is None:
        return None
    if each.standing.history.suspension_of(each.release) or binder.successors(each.reference):
        return None
    return ReadMail(person.email, mark_of(each.reference, each.release))


def mark_of(reference: str, release: Release) -> SheetMark:
    """What stands for a version on paper and in the subject of an e-mail."""
    return SheetMark(reference, str(release.version), release.text_digest[:SHORT_DIGEST])
