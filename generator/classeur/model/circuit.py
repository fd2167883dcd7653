"""Where a document stands in its circuit: computed from its text, the ledger and the day; nobody types it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from classeur.model.documents import Document
from classeur.model.history import History, Release, Signature
from classeur.model.journal import EntryKind, JournalEntry, SignStep, Verdict
from classeur.model.organisation import Circuit, Cumul, Kind, Organisation, Person, Step
from classeur.model.states import State

STEP_OF = {SignStep.VALIDATION: Step.VALIDATE, SignStep.APPROVAL: Step.APPROVE}
EMERGENCY_DAYS = 30
"""How long an emergency edition lasts when its text does not say."""


@dataclass(frozen=True)
class Standing:
    """Everything about one reference on a day.

    Attributes:
        state: that of the version in force if any, else of the working text.
        in_progress: the state of a working text that differs from every release; None when there is none.
        signatures: those of the working text as it is now.
        fallen: the last signatures that a later change of the text dropped, and the text that was submitted.
        submitted: the last submission, of this text or of an earlier one.
    """

    reference: str
    state: State
    in_force: Release | None = None
    upcoming: Release | None = None
    in_progress: State | None = None
    document: Document | None = None
    signatures: tuple[Signature, ...] = ()
    fallen: tuple[Signature, ...] = ()
    submitted: JournalEntry | None = None
    history: History = field(default_factory=lambda: History(""))

    @property
    def shown(self) -> Release | None:
        """The release that a reader sees: in force, else to come, else the last one."""
        return self.in_force or self.upcoming or self.history.last

    def waits_for(self, circuit: Circuit) -> SignStep | None:
        """The next signature that the working text needs."""
        return {State.IN_VALIDATION: SignStep.VALIDATION, State.IN_APPROVAL: SignStep.APPROVAL}.get(
            self.in_progress or State.DRAFT
        )


def circuit_of(document: Document, kind: Kind | None) -> Circuit:
    """The signatures that this text needs; an emergency edition needs one approval only (it is regularised later)."""
    if kind is None:
        return Circuit(approval=1)
    if document.header.urgent:
        return Circuit(validation=0, approval=1, cumul=kind.circuit.cumul)
    return kind.circuit


def standing(history: History, document: Document | None, kind: Kind | None, today: dt.date) -> Standing:
    """Where a document stands that day."""
    in_force, upcoming = history.in_force(today), history.upcoming(today)
    working, signatures, fallen, submitted = _working(history, document, kind)
    return Standing(
        reference=history.reference,
        state=_state(history, in_force, upcoming, working),
        in_force=in_force,
        upcoming=upcoming,
        in_progress=working,
        document=document,
        signatures=signatures,
        fallen=fallen,
        submitted=submitted,
        history=history,
    )


def _state(history: History, in_force: Release | None, upcoming: Release | None, working: State | None) -> State:
    if history.withdrawal:
        return State.WITHDRAWN
    if in_force:
        return State.SUSPENDED if history.suspension_of(in_force) else State.APPLICABLE
    if upcoming:
        return State.APPROVED
    if history.releases:  # an emergency edition that nobody regularised, with nothing before it
        return State.WITHDRAWN
    return working or State.DRAFT


def _working(
    history: History, document: Document | None, kind: Kind | None
) -> tuple[State | None, tuple[Signature, ...], tuple[Signature, ...], JournalEntry | None]:
    """The state of the working text, its signatures, those that fell, and its last submission."""
    if document is None:
        return None, (), (), None
    if not history.entries:  # nothing to compare: the digest of a text that was never submitted is not asked for
        return State.DRAFT, (), (), None
    digests = {document.digest, *(document.digest_as(former) for former in history.former)}
    if any(r.digest in digests and r.version == document.version for r in history.releases):
        return None, (), (), None
    submitted, signed, earlier, abandoned = _acts_since_release(history, document.digest)
    if abandoned:
        return State.ABANDONED, (), (), submitted
    if submitted is None or submitted.digest != document.digest:
        return State.DRAFT, (), tuple(earlier), submitted
    circuit = circuit_of(document, kind)
    if any(each.verdict is Verdict.REFUSED for each in signed):
        return State.REFUSED, tuple(signed), (), submitted
    counts = {step: sum(each.step is step for each in signed) for step in SignStep}
    if counts[SignStep.VALIDATION] < circuit.validation:
        return State.IN_VALIDATION, tuple(signed), (), submitted
    if counts[SignStep.APPROVAL] < circuit.approval:
        return State.IN_APPROVAL, tuple(signed), (), submitted
    return State.APPROVED, tuple(signed), (), submitted


def _acts_since_release(
    history: History, digest: str
) -> tuple[JournalEntry | None, list[Signature], list[Signature], bool]:
    """The last submission, this digest's signatures since then, those of earlier texts, whether it was abandoned."""
    submitted: JournalEntry | None = None
    signed: list[Signature] = []
    earlier: list[Signature] = []
    abandoned = False
    for entry in history.entries:
        match entry.kind:
            case EntryKind.RELEASE | EntryKind.ADOPT:
                submitted, signed, earlier, abandoned = None, [], [], False
            case EntryKind.SUBMIT:
                earlier = earlier if entry.digest == digest else [*earlier, *signed]
                submitted, signed, abandoned = entry, [], False
            case EntryKind.SIGN:
                (signed if entry.digest == digest else earlier).append(history.signatures[entry.hash])
            case EntryKind.ABANDON:
                abandoned = abandoned or entry.digest == digest
            case _:
                pass
    return submitted, signed, earlier, abandoned


def able_signers(organisation: Organisation, document: Document, step: SignStep, day: dt.date) -> dict[str, str]:
    """Who may sign this step that day: a person's id, and the id of whom they sign for (empty: for themselves).

    The people named in the text, those to whom they delegated; for one who has left, the present holders of the right.
    """
    header = document.header
    named = header.validator if step is SignStep.VALIDATION else header.approver
    right = STEP_OF[step]
    able: dict[str, str] = {}
    for name in named:
        person = organisation.person.get(name)
        if person is not None and person.is_present(day):
            if organisation.may(name, right, day):
                able[name] = ""
            for delegation in organisation.delegations:
                delegate = organisation.person.get(delegation.to_person)
                if delegate is None or not delegate.is_present(day):
                    continue
                if delegation.from_person == name and right in delegation.steps and delegation.runs(day):
                    able.setdefault(delegation.to_person, name)
        else:
            for holder in _present_holders(organisation, right, day):
                is_alone = organisation.may_alone(holder.id, right, day)
                able.setdefault(holder.id, "" if is_alone else organisation.delegator(holder.id, right, day))
    return able


def _present_holders(organisation: Organisation, right: Step, day: dt.date) -> Iterator[Person]:
    return (p for p in organisation.people if p.is_present(day) and organisation.may(p.id, right, day))


@dataclass(frozen=True)
class CumulFault:
    """One person would hold several steps; `steps` says which, `is_forbidden` whether a reason could allow it."""

    person: str
    steps: tuple[str, ...]
    is_forbidden: bool


def cumul_of(
    organisation: Organisation, document: Document, circuit: Circuit, signed: dict[SignStep, tuple[str, ...]]
) -> CumulFault | None:
    """The first person who holds several steps of the circuit without the right to; signers are the people who act."""
    held: dict[str, list[str]] = {}
    for person in document.header.writer:
        held.setdefault(person, []).append("writing")
    for step, people in signed.items():
        for person in people:
            held.setdefault(person, []).append(step.value)
    for person, steps in held.items():
        if len(set(steps)) < 2 or circuit.cumul is Cumul.FREE:
            continue
        if len(set(steps)) == 3 and organisation.size.value != "single":
            return CumulFault(person, tuple(steps), is_forbidden=True)
        if circuit.cumul is Cumul.FORBIDDEN:
            return CumulFault(person, tuple(steps), is_forbidden=True)
        if not document.header.cumul_reason:
            return CumulFault(person, tuple(steps), is_forbidden=False)
    return None
