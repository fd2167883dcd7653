"""What every act shares: a plan that can be shown, a refusal with findings, a carrying out that writes last."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from classeur.errors import ClasseurError
from classeur.ledger.journal import append, load
from classeur.ledger.publish import publish
from classeur.model.documents import Document
from classeur.model.findings import Finding, Location, Severity
from classeur.model.journal import Actor, Assurance, EntryDraft, EntryKind
from classeur.model.organisation import Organisation, Step
from classeur.rules.registry import all_rules
from classeur.tasks.house import RELEASES, House
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator

_Edit = tuple[PurePosixPath, bytes, bytes]
"""A text to rewrite: its path, what it holds now, what it will hold."""


@dataclass(frozen=True)
class Who:
    """Who asks for an act, as the command line knows it: a person's id and how sure that is."""

    person: str
    assurance: Assurance


@dataclass(frozen=True)
class ActPlan:
    """An act that nothing forbids. `says` is what a person should know before, in the reader's language.

    Attributes:
        draft: the entry that the journal will hold.
        files: those of the release folder that the act publishes, empty for any other act.
        edits: texts to rewrite, by path relative to the house: what they hold now, what they will hold.
        expected: SHA-256 of the files that the plan was made from: a change meanwhile stops the carrying out.
    """

    draft: EntryDraft
    says: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    edits: tuple[_Edit, ...] = field(default=(), repr=False)
    expected: Mapping[PurePosixPath, str] = field(default_factory=dict, repr=False)


Planned = ActPlan | tuple[Finding, ...]
"""A plan, or why there is none."""


def refusal(code: str, where: Location, **values: object) -> tuple[Finding, ...]:
    """An act refused by one rule."""
    texts = {name: str(value) for name, value in values.items()}
    declared = all_rules()[code]
    return (Finding(where, code, declared.severity, texts, texts.get("reference")),)


_NAMED = 5
"""As many people as a sentence can name."""


def without_the_right(
    code: str, house: House, where: Location, who: Who, step: Step, **values: object
) -> tuple[Finding, ...]:
    """An act refused to somebody whose roles do not allow it: the sentence names those who may do it today."""
    organisation = house.binder.organisation
    able = [organisation.name_of(person) for person in organisation.able(step, house.binder.today)]
    people = ", ".join(able[:_NAMED]) + ("…" if len(able) > _NAMED else "") or "–"
    return refusal(code, where, person=organisation.name_of(who.person), people=people, **values)


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that stop an act."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def actor(organisation: Organisation, who: Who, right: Step | None, for_person: str = "") -> Actor:
    """The person with the name and the role of today; the role is one that gives the right, when there is one."""
    person = organisation.person.get(who.person)
    roles = person.roles if person else ()
    giving = [role for role in roles if right is None or right in organisation.role_rights(role)]
    role = (giving or list(roles) or [""])[0]
    return Actor(
        id=who.person,
        name=organisation.name_of(who.person),
        role=role,
        role_title=organisation.title_of_role(role) if role else "",
        assurance=who.assurance,
        on_behalf_of=for_person,
        on_behalf_of_name=organisation.name_of(for_person) if for_person else "",
    )


def expected_files(house: House, document: Document) -> dict[PurePosixPath, str]:
    """What the document's file and its attachments hold now."""
    content = (house.root / document.path).read_bytes()
    return {document.path: hashlib.sha256(content).hexdigest()} | {
        house.binder.on_disk(PurePosixPath(attachment.name)): attachment.sha256 for attachment in document.attachments
    }


def document_of(house: House, reference: str, words: Translator) -> Document:
    """The working text of a reference.

    Raises:
        ClasseurError: there is none, or several files claim it.
    """
    claimed = house.binder.by_reference.get(reference, ())
    if len(claimed) == 1:
        return claimed[0]
    if claimed:
        paths = ", ".join(str(document.path) for document in claimed)
        raise ClasseurError(
            words("Several files have the reference {reference}: {paths}.", reference=reference, paths=paths),
            remedy=words("Keep one of them, then try again."),
        )
    raise ClasseurError(
        words("No text has the reference {reference}.", reference=reference),
        remedy=words("`classeur status` lists the references; `classeur check` says which files could not be read."),
    )


def draft(
    kind: EntryKind, who: Actor, at: dt.datetime, document: Document | None = None, /, **details: Any
) -> EntryDraft:
    """An entry about a document's working text; empty details are left out."""
    kept = {name: value for name, value in details.items() if value not in (None, "", (), [], {})}
    if document is None:
        reference = str(kept.pop("reference", ""))
        return EntryDraft(kind, at, who, reference=reference, details=kept)
    return EntryDraft(kind, at, who, document.reference, document.version, document.digest, details=kept)


def carry_out(plan: ActPlan, house: House, words: Translator) -> House:
    """Do what the plan says: check that nothing changed meanwhile, rewrite texts, append the journal last.

    Raises:
        ClasseurError: a file changed since the plan, the ledger is damaged, the version is taken, the disk is full.
    """
    for path, digest in plan.expected.items():
        try:
            now = hashlib.sha256((house.root / path).read_bytes()).hexdigest()
        except OSError:
            now = ""
        if now != digest:
            raise ClasseurError(
                words("{path} was changed meanwhile: nothing was written.", path=path),
                remedy=words("Look at the text again, then repeat the command."),
            )
    edited = [house.root / path for path, _, _ in plan.edits]
    _clear(edited)  # what an act that was killed left
    try:
        _rewrite(plan, house, words)
        if plan.files:
            journal = publish(house.root, plan.draft, plan.files, house.journal)
        else:
            journal = append(house.root, plan.draft, house.journal)
    except ClasseurError:
        _put_back(edited)
        raise
    except OSError as error:
        raise _refused_by_the_disk(error, plan, house, words) from error
    _clear(edited)
    return house.with_journal(journal)


def _refused_by_the_disk(error: OSError, plan: ActPlan, house: House, words: Translator) -> ClasseurError:
    """Put back what was rewritten, unless the entry stands already and only its confirmation failed."""
    edited, trouble = [house.root / path for path, _, _ in plan.edits], disk_trouble(error, words)
    if _is_written(plan, house):
        _clear(edited)
        return ClasseurError(
            words("The act is in the ledger, but the disk did not confirm it: {problem}.", problem=trouble),
            remedy=words("Mend the disk, then look with `classeur verify` and `classeur log` before doing it again."),
        )
    _put_back(edited)
    return ClasseurError(
        words("{path} cannot be written: {problem}.", path=_told_place(error, house.root), problem=trouble),
        remedy=words("What was in force still is. Free some space or ask for the right to write, then try again."),
    )


def _is_written(plan: ActPlan, house: House) -> bool:
    try:
        entries = load(house.root).entries
    except OSError:
        return False
    draft = plan.draft
    same = (draft.kind, draft.at.replace(microsecond=0), draft.actor, draft.reference, draft.digest)
    return any((e.kind, e.at, e.actor, e.reference, e.digest) == same for e in entries[len(house.journal.entries) :])


def _told_place(error: OSError, root: Path) -> str:
    """The folder of the house where the disk refused; a temporary name means nothing to anybody."""
    place = Path(str(error.filename or root / RELEASES))
    shown = place.parent if place.name.startswith(".") else place
    return shown.relative_to(root).as_posix() if shown.is_relative_to(root) and shown != root else str(shown)


def _rewrite(plan: ActPlan, house: House, words: Translator) -> None:
    """Put the new texts in place. What stood there waits beside: a full disk cannot keep it from coming back."""
    for path, old, new in plan.edits:
        target = house.root / path
        if target.read_bytes() != old:
            raise ClasseurError(
                words("{path} was changed meanwhile: nothing was written.", path=path),
                remedy=words("Look at the text again, then repeat the command."),
            )
        _beside(target, "new").write_bytes(new)
        _beside(target, "old").write_bytes(old)
    for path, _, _ in plan.edits:
        _beside(house.root / path, "new").replace(house.root / path)


def _put_back(edited: Iterable[Path]) -> None:
    for target in edited:
        if _beside(target, "old").is_file() and not _beside(target, "new").is_file():
            _beside(target, "old").replace(target)
    _clear(edited)


def _clear(edited: Iterable[Path]) -> None:
    for target in edited:
        for state in ("new", "old"):
            with contextlib.suppress(OSError):
                _beside(target, state).unlink(missing_ok=True)


def _beside(target: Path, state: str) -> Path:
    """Where a text waits: a hidden name, which no reading of the house meets."""
    return target.with_name(f".{target.name}.{state}")
