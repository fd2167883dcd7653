"""What every act shares: a plan that can be shown, a refusal with findings, a carrying out that writes last."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from classeur.errors import ClasseurError
from classeur.ledger.journal import append
from classeur.ledger.publish import publish
from classeur.model.documents import Document
from classeur.model.findings import Finding, Location, Severity
from classeur.model.journal import Actor, Assurance, EntryDraft, EntryKind
from classeur.model.organisation import Organisation, Step
from classeur.rules.registry import all_rules
from classeur.tasks.house import House
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
    rewritten: tuple[_Edit, ...] = ()
    try:
        rewritten = _rewrite(plan, house, words)
        if plan.files:
            journal = publish(house.root, plan.draft, plan.files, house.journal)
        else:
            journal = append(house.root, plan.draft, house.journal)
    except ClasseurError:
        _put_back(rewritten, house)
        raise
    except OSError as error:
        _put_back(rewritten, house)
        place, problem = error.filename or house.root, error.strerror or error
        raise ClasseurError(
            words("{path} cannot be written: {problem}.", path=place, problem=problem),
            remedy=words("What was in force still is. Free some space or ask for the right to write, then try again."),
        ) from error
    return house.with_journal(journal)


def _put_back(rewritten: tuple[_Edit, ...], house: House) -> None:
    for path, old, _ in rewritten:
        (house.root / path).write_bytes(old)


def _rewrite(plan: ActPlan, house: House, words: Translator) -> tuple[_Edit, ...]:
    done: list[_Edit] = []
    for path, old, new in plan.edits:
        target = house.root / path
        try:
            if target.read_bytes() != old:
                raise ClasseurError(
                    words("{path} was changed meanwhile: nothing was written.", path=path),
                    remedy=words("Look at the text again, then repeat the command."),
                )
            beside = target.with_name(f".{target.name}.new")
            beside.write_bytes(new)
            beside.replace(target)
        except (OSError, ClasseurError):
            for undone, before, _ in done:
                (house.root / undone).write_bytes(before)
            raise
        done.append((path, old, new))
    return tuple(done)
