"""The référent's desk: what waits for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import chain, groupby

from classeur.model.binder import Binder
from classeur.model.circuit import Standing, able_signers
from classeur.model.findings import Finding
from classeur.model.history import Release
from classeur.model.journal import ReviewOutcome, SignStep, Verdict
from classeur.model.organisation import Size, Step
from classeur.model.references import sort_key
from classeur.model.states import State
from classeur.views.addresses import document_page
from classeur.views.lists import SOON
from classeur.views.reading_lists import late_readers
from classeur.views.reading_rates import SiteReadings
from classeur.views.shown import version_of

SOURCE_CHANGED = frozenset({"LK014"})
"""The rules that say that something a document cites has changed since its release."""


class DeskAct(StrEnum):
    """What is to be done, the most urgent first."""

    REVIEW_LATE = "review_late"
    REGULARISE = "regularise"
    REWRITE = "rewrite"  # refused
    RESUBMIT = "resubmit"  # its signatures fell
    APPROVE = "approve"
    VALIDATE = "validate"
    RELEASE = "release"
    REVISE = "revise"  # a review said so
    WITHDRAW = "withdraw"  # a review said so
    CHECK_SOURCE = "check_source"
    REMIND = "remind"  # readers are late
    REVIEW_SOON = "review_soon"
    WRITE = "write"  # begun, never submitted


@dataclass(frozen=True)
class DeskTask:
    """One thing to do about one document.

    Attributes:
        title: that of the released version, or of the draft when there is none (then `is_public` is False).
        version: the one to act on.
        since: the day of the last act about it; `waited` the days since then.
        due: the day by which it is to be done, when there is one.
        reason: what the last act said: why it was refused, why it is to be revised.
        on_behalf_of: who delegated it.
        late: how many readers are late; `readers` names them where the house shows names.
    """

    act: DeskAct
    reference: str
    title: str
    version: str
    since: dt.date | None = None
    waited: int | None = None
    due: dt.date | None = None
    is_late: bool = False
    reason: str = ""
    on_behalf_of: str = ""
    address: str = ""
    is_public: bool = True
    late: int = 0
    readers: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonDesk:
    """What waits for one person; `person` is empty for what nobody can do: a role without a holder."""

    person: str
    name: str
    tasks: tuple[DeskTask, ...]

    @property
    def by_act(self) -> tuple[tuple[DeskAct, tuple[DeskTask, ...]], ...]:
        """The tasks under what is to be done, in their order."""
        return tuple((act, tuple(tasks)) for act, tasks in groupby(self.tasks, key=lambda task: task.act))


_To = tuple[str, DeskTask]


def desk(binder: Binder, findings: Iterable[Finding] = (), read: SiteReadings | None = None) -> tuple[PersonDesk, ...]:
    """What waits for each person, those who are most late first.

    Args:
        binder: the house itself: the desk speaks of working texts too.
        findings: where a document cites something that has changed.
        read: who has read what; without it nobody is told that readers are late.
    """
    tasks, others = _known_tasks(binder), (*_sources(binder, findings), *(_unread(binder, read) if read else ()))
    given = tasks, binder.organisation, *others
    return binder.kept.of("desk", "", given, lambda: _by_person(binder, (*chain.from_iterable(tasks), *others)))


def _by_person(binder: Binder, told: Iterable[_To]) -> tuple[PersonDesk, ...]:
    by_person: dict[str, list[DeskTask]] = {}
    for person, task in told:
        by_person.setdefault(person, []).append(task)
    ranks = list(DeskAct)

    def find(person: str, tasks: Iterable[DeskTask]) -> PersonDesk:
        name = binder.organisation.name_of(person) if person else ""
        once = dict.fromkeys(tasks)
        ordered = sorted(once, key=lambda t: (ranks.index(t.act), -(t.waited or 0), sort_key(t.reference)))
        return PersonDesk(person, name, tuple(ordered))

    desks = [
        binder.kept.of("desk of", person, (binder.organisation, *tasks), partial(find, person, tasks))
        for person, tasks in by_person.items()
    ]
    return tuple(sorted(desks, key=lambda each: (each.person != "", each.name, each.person)))


def is_on_the_site(binder: Binder) -> bool:
    """Whether the desk has a page: it names people and what they have not done yet.

    In a team of a few everybody knows; in a large organisation it would be a public list of late people, so that
    there it is only in the command.
    """
    return binder.organisation.size in (Size.SINGLE, Size.TEAM)


def public(desks: Iterable[PersonDesk]) -> tuple[PersonDesk, ...]:
    """The same without a word of a draft: readers see a reference that waits, never what it will say."""
    return tuple(
        replace(each, tasks=tuple(replace(t, title=t.title if t.is_public else "", reason="") for t in each.tasks))
        for each in desks
    )


def cumuls(binder: Binder) -> tuple[str, ...]:
    """The documents in force of which one person took several steps."""
    return tuple(
        reference
        for reference, found in binder.standings.items()
        if found.in_force and not found.history.withdrawal and _has_cumul(binder, found.in_force)
    )


def _has_cumul(binder: Binder, release: Release) -> bool:
    text = version_of(binder, release)
    steps = [set(text.header.writer) if text else set()]
    steps += [{s.actor.id for s in release.signatures if s.step is step} for step in SignStep]
    return any(one & other for number, one in enumerate(steps) for other in steps[number + 1 :])


def _known_tasks(binder: Binder) -> tuple[tuple[_To, ...], ...]:
    """What waits for people of each document; asked again when it has changed."""
    ledger, listed = binder.ledger, tuple(binder.standings.values())
    given = binder.organisation, binder.today, ledger.timezone, ledger.is_empty
    columns: list[Sequence[object]] = [listed]
    for released in ([found.shown for found in listed], [found.in_force for found in listed]) if ledger.texts else ():
        columns.append([ledger.text(release) if release else None for release in released])

    def find(found: Standing, *_: object) -> tuple[_To, ...]:
        return tuple(_tasks(binder, found))

    return binder.kept.same("tasks", binder.kept.of_each("tasks", (*given, len(columns)), find, *columns))


def _tasks(binder: Binder, found: Standing) -> Iterator[_To]:
    yield from _in_progress(binder, found)
    release = found.in_force
    if release is None or found.state not in (State.APPLICABLE, State.SUSPENDED):
        return
    owner = _owner(binder, found)
    task = _task(binder, found, DeskAct.REGULARISE, str(release.version))
    if release.until is not None:
        yield owner, replace(task, due=release.until)
    text = version_of(binder, release)
    due = binder.review_date(text) if text else None
    if due is not None and due < binder.today:
        yield owner, replace(task, act=DeskAct.REVIEW_LATE, due=due, is_late=True)
    elif due is not None and due <= binder.today + SOON:
        yield owner, replace(task, act=DeskAct.REVIEW_SOON, due=due)
    last = found.history.reviews[-1] if found.history.reviews else None
    if last and found.in_progress is None and last.version == release.version:
        act = {ReviewOutcome.REVISE: DeskAct.REVISE, ReviewOutcome.WITHDRAW: DeskAct.WITHDRAW}.get(last.outcome)
        if act:
            yield owner, replace(task, act=act, reason=last.reason)


def _in_progress(binder: Binder, found: Standing) -> Iterator[_To]:
    document = found.document
    if document is None or found.in_progress in (None, State.ABANDONED):
        return
    version = str(document.version)
    writers = document.header.writer or (document.header.owner,)
    if found.in_progress is State.REFUSED:
        refused = [s for s in found.signatures if s.verdict is Verdict.REFUSED]
        task = _task(binder, found, DeskAct.REWRITE, version)
        yield from ((person, replace(task, reason=refused[-1].reason if refused else "")) for person in writers)
    elif found.in_progress is State.DRAFT:
        act = DeskAct.RESUBMIT if found.fallen else DeskAct.WRITE
        yield from ((person, _task(binder, found, act, version)) for person in writers)
    elif found.in_progress is State.APPROVED:
        task = _task(binder, found, DeskAct.RELEASE, version)
        yield from ((person, task) for person in _releasers(binder, _owner(binder, found)))
    else:
        yield from _to_sign(binder, found, version)


def _to_sign(binder: Binder, found: Standing, version: str) -> Iterator[_To]:
    step = SignStep.VALIDATION if found.in_progress is State.IN_VALIDATION else SignStep.APPROVAL
    act = DeskAct.VALIDATE if step is SignStep.VALIDATION else DeskAct.APPROVE
    task = _task(binder, found, act, version)
    if found.document is None:
        return
    able = able_signers(binder.organisation, found.document, step, binder.today)
    done = {person for s in found.signatures if s.step is step for person in (s.actor.id, s.actor.on_behalf_of)}
    waiting = [(person, source) for person, source in able.items() if person not in done and source not in done - {""}]
    for person, source in waiting or [("", "")]:
        yield person, replace(task, on_behalf_of=binder.organisation.name_of(source) if source else "")


def _releasers(binder: Binder, owner: str) -> tuple[str, ...]:
    """The owner when they may release, else everybody who may."""
    organisation, day = binder.organisation, binder.today
    if organisation.may(owner, Step.RELEASE, day):
        return (owner,)
    return organisation.able(Step.RELEASE, day) or ("",)


def _sources(binder: Binder, findings: Iterable[Finding]) -> Iterator[_To]:
    for finding in findings:
        if finding.code in SOURCE_CHANGED and finding.reference:
            found = binder.standing(finding.reference)
            version = str(found.in_force.version) if found.in_force else ""
            yield _owner(binder, found), _task(binder, found, DeskAct.CHECK_SOURCE, version)


def _unread(binder: Binder, read: SiteReadings) -> Iterator[_To]:
    """The documents that people should have read by now, for who answers for them."""
    for reference, rate in read.rates.items():
        if rate.late:
            found = binder.standing(reference)
            late = late_readers(binder.organisation, read.documents[reference], read.today) if read.with_names else ()
            task = _task(binder, found, DeskAct.REMIND, rate.version)
            yield _owner(binder, found), replace(task, late=rate.late, readers=tuple(each.name for each in late))


def _owner(binder: Binder, found: Standing) -> str:
    """Who answers for a document today; nobody when they have left."""
    text = version_of(binder, found.shown) or found.document
    owner = found.history.owner or (text.header.owner if text else "")
    person = binder.organisation.person.get(owner)
    return owner if person is not None and person.is_present(binder.today) else ""


def _task(binder: Binder, found: Standing, act: DeskAct, version: str) -> DeskTask:
    text = version_of(binder, found.shown)
    working = found.document.header.title if found.document else ""
    since = binder.ledger.local_day(found.history.entries[-1].at) if found.history.entries else None
    is_public = found.shown is not None or binder.ledger.is_empty
    title = text.header.title if text else found.shown.detail("title") if found.shown else working
    return DeskTask(
        act=act,
        reference=found.reference,
        title=title,
        version=version,
        since=since,
        waited=(binder.today - since).days if since else None,
        address=document_page(found.reference) if is_public else "",
        is_public=is_public,
    )
