"""Two states of a document compared: versions of the ledger, or the text being written."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.errors import ClasseurError
from classeur.model.comparison import Comparison, HeaderChange, compare, compare_headers
from classeur.model.documents import Document
from classeur.model.history import History
from classeur.model.versions import Version
from classeur.tasks.history import history_of
from classeur.tasks.house import House, released_text
from classeur.wording.translator import Translator

DRAFT = "draft"
"""How the working text is called on the command line."""


@dataclass(frozen=True)
class Difference:
    """What changed from one state to another.

    Attributes:
        old: the version compared, as text; `draft` for the working text.
        header: the front-matter fields that differ.
        files: the pictures and files that differ: name, and whether they are in the old and in the new state.
    """

    reference: str
    old: str
    new: str
    header: tuple[HeaderChange, ...]
    body: Comparison
    files: tuple[tuple[str, bool, bool], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.header or self.body.changes or self.files)


def difference(house: House, typed: str, old: str | None, new: str | None, words: Translator) -> Difference:
    """Compare two states of a document; by default the last version released with the working text.

    Raises:
        ClasseurError: there is no such document, version or text.
    """
    history = history_of(house, typed, words)
    old, new = old or _last(history, history.reference, words), new or _newest(house, history)
    before, after = _text(house, history, old, words), _text(house, history, new, words)
    return Difference(
        reference=history.reference,
        old=old,
        new=new,
        header=compare_headers(before.header, after.header),
        body=compare(before.body, after.body),
        files=_files(before, after),
    )


def _last(history: History, reference: str, words: Translator) -> str:
    if history.last is None:
        raise ClasseurError(
            words("{reference} was never released: there is nothing to compare with.", reference=reference),
            remedy=words("Release it first; `classeur status {reference}` says where it stands.", reference=reference),
        )
    return str(history.last.version)


def _newest(house: House, history: History) -> str:
    return DRAFT if house.binder.document(history.reference) else str(history.last.version if history.last else "")


def _text(house: House, history: History, typed: str, words: Translator) -> Document:
    if typed == DRAFT:
        text = house.binder.document(history.reference)
        problem = words("{reference} has no text being written.", reference=history.reference)
    else:
        release = history.release(_version(typed, words))
        text = released_text(house, release) if release else None
        problem = words("{reference} {version} was never released.", reference=history.reference, version=typed)
    if text is None:
        known = ", ".join(str(each.version) for each in history.releases) or "–"
        raise ClasseurError(problem, remedy=words("Known versions: {versions}.", versions=known))
    return text


def _version(typed: str, words: Translator) -> Version:
    try:
        return Version.parse(typed)
    except ValueError:
        raise ClasseurError(
            words("{typed} is not a version such as 2.1.", typed=typed),
            remedy=words("Give a version, or `draft` for the text being written."),
        ) from None


def _files(before: Document, after: Document) -> tuple[tuple[str, bool, bool], ...]:
    old = {attachment.name: attachment.sha256 for attachment in before.attachments}
    new = {attachment.name: attachment.sha256 for attachment in after.attachments}
    differing = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    return tuple((name, name in old, name in new) for name in differing)
