"""Lists of documents: the master list, themes, the review calendar, the texts that the site lacks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Finding
from classeur.model.history import Release
from classeur.model.later import months_after
from classeur.model.outline import slug
from classeur.model.references import folded
from classeur.model.spellings import as_written
from classeur.model.states import State
from classeur.views.addresses import document_page, version_page
from classeur.views.days import ALWAYS, Days, days
from classeur.views.shown import Shown, lost, shown, version_of
from classeur.views.timeline import Span, StateDays, timelines

SOON = dt.timedelta(days=60)
"""How long before its date a review is announced, and how long after it the announcement turns red."""

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class ReviewDue:
    """When a text is to be looked at again, and the days on which that is soon, late, and very late."""

    on: dt.date
    soon: Days
    late: Days
    very_late: Days

    @property
    def announced(self) -> dt.date:
        """The first day on which it is soon."""
        return self.on - SOON


@dataclass(frozen=True)
class DocumentRow:
    """One version of a document in a list.

    Attributes:
        days: when the line stands in the list: a version approved for later takes its place on its day.
        states: the states of the version on these days; `state` is that of the build's day.
        roles: the roles that are to read it; None for every role.
        released_on: the day it was released; for a version taken over from paper, the day since which it applies.
    """

    reference: str
    title: str
    kind: str
    kind_code: str
    version: str
    state: State
    states: tuple[StateDays, ...]
    days: Days
    processes: tuple[str, ...]
    roles: tuple[str, ...] | None
    theme: str
    path: PurePosixPath
    owner: str
    effective_from: dt.date | None
    released_on: dt.date | None
    review: ReviewDue | None
    is_critical: bool
    summary: str
    address: str

    @property
    def review_on(self) -> dt.date | None:
        """The day by which it is to be looked at again."""
        return self.review.on if self.review else None

    @property
    def is_overdue(self) -> bool:
        """Whether that day is over."""
        return self.review is not None and self.review.late.is_now


@dataclass(frozen=True)
class Theme:
    """A folder of procedures, and what is in it."""

    title: str
    slug: str
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True)
class MissingText:
    """A file that holds a text which the site could not show; the findings say why."""

    path: PurePosixPath
    reference: str | None
    findings: tuple[Finding, ...]


def document_rows(binder: Binder) -> tuple[DocumentRow, ...]:
    """Every document of a published house, by reference; a version approved for later has its own line."""
    return binder.answer("rows", _document_rows)


def _document_rows(binder: Binder) -> tuple[DocumentRow, ...]:
    listed, given = shown(binder), (binder.organisation, binder.today)
    if binder.ledger.is_empty:
        return binder.kept.of_each("rows", given, partial(_working_row, binder), listed, themes_of(binder, listed))
    spans = timelines(binder)
    return tuple(row for each in listed for row in _rows_of(binder, each, spans[each.reference]))


def today_only(rows: Iterable[DocumentRow]) -> tuple[DocumentRow, ...]:
    """The lines that stand in the lists on the build's day."""
    return tuple([row for row in rows if row.days.is_now])


def review_due(binder: Binder, document: Document, release: Release | None, is_first: bool = True) -> ReviewDue | None:
    """When a version is to be looked at again; for one that is still to come the journal holds no review yet."""
    if is_first or release is None:
        on = binder.review_date(document)
    else:
        months = binder.review_months(document)
        on = document.header.review_date or (months_after(release.effective_from, months) if months else None)
    if on is None:
        return None
    after, today = on + _ONE_DAY, binder.today
    return ReviewDue(on, days(today, on - SOON, after), days(today, after), days(today, after + SOON))


def theme_of(binder: Binder, path: PurePosixPath) -> str:
    """The folder of a procedure, with the accents that the house's titles give its words; empty at the top."""
    known: dict[str, str] = binder.answer("themes", lambda _: {})
    folder = str(path).rpartition("/")[0]
    theme = known.get(folder)
    if theme is None:
        theme = known[folder] = " / ".join(as_written(part, binder.spellings) for part in path.parent.parts[1:])
    return theme


def themes_of(binder: Binder, listed: tuple[Shown, ...]) -> tuple[str, ...]:
    """The folder of each of these texts (`theme_of`)."""
    return binder.kept.of_each("themes", (binder.spellings,), lambda each: theme_of(binder, each.document.path), listed)


def themes(rows: Iterable[DocumentRow]) -> tuple[Theme, ...]:
    """The procedures by folder, in the alphabet's order; those at the top of `procedures/` come last, untitled."""
    groups: dict[str, list[DocumentRow]] = {}
    for row in rows:
        if row.path.parts[0] == "procedures":
            groups.setdefault(row.theme, []).append(row)
    ordered = sorted(groups, key=lambda title: (title == "", folded(title)))
    return tuple(Theme(title, slug(title) or "autres", tuple(groups[title])) for title in ordered)


def manual_chapters(rows: Iterable[DocumentRow]) -> tuple[DocumentRow, ...]:
    """The manual, in the order of its files."""
    return tuple(sorted((row for row in rows if row.path.parts[0] == "manual"), key=lambda row: row.path))


def rows_of_processes(binder: Binder, rows: tuple[DocumentRow, ...]) -> Mapping[str, tuple[DocumentRow, ...]]:
    """The lines of each process, by its code, in their order; those without lines are absent."""
    return binder.kept.of("rows of processes", "", (rows,), lambda: _by_process(rows))


def _by_process(rows: Iterable[DocumentRow]) -> Mapping[str, tuple[DocumentRow, ...]]:
    found: dict[str, list[DocumentRow]] = defaultdict(list)
    for row in rows:
        for code in dict.fromkeys(row.processes):
            found[code].append(row)
    return {code: tuple(group) for code, group in found.items()}


def calendar(
    binder: Binder, rows: tuple[DocumentRow, ...]
) -> tuple[Mapping[tuple[int, int], tuple[DocumentRow, ...]], tuple[DocumentRow, ...]]:
    """The dated reviews by year and month, the nearest first; and the texts that no day asks to look at again."""
    due = binder.kept.of_each("reviews", (), lambda row: (row.review_on, row.reference), rows)
    months, undated = binder.kept.of("months", "", (due,), lambda: _by_month(due))
    return {month: tuple([rows[place] for place in places]) for month, places in months.items()}, tuple(
        [rows[place] for place in undated]
    )


def _by_month(
    due: Sequence[tuple[dt.date | None, str]],
) -> tuple[Mapping[tuple[int, int], Sequence[int]], Sequence[int]]:
    """The places of the reviews of each month, and of those without a day."""
    dated = sorted((day, reference, place) for place, (day, reference) in enumerate(due) if day)
    months: dict[tuple[int, int], list[int]] = {}
    for day, _, place in dated:
        months.setdefault((day.year, day.month), []).append(place)
    return months, [place for place, (day, _) in enumerate(due) if day is None]


def missing_texts(
    binder: Binder, findings: Iterable[Finding], texts: Iterable[PurePosixPath]
) -> tuple[MissingText, ...]:
    """The texts that should have a page and have none, and what was found in them.

    Once something was released these are released texts that could not be read: a draft is not missing, it is waiting.
    """
    if not binder.ledger.is_empty:
        folder = PurePosixPath("releases")
        gone = [(folder / r.reference / str(r.version) / "source.md", r.reference) for r in lost(binder)]
        return tuple(MissingText(path, reference, ()) for path, reference in gone)
    missing = frozenset(texts).difference(each.document.path for each in shown(binder))
    told: dict[PurePosixPath, list[Finding]] = {path: [] for path in missing}
    for finding in findings if missing else ():
        if finding.where.path in missing:
            told[finding.where.path].append(finding)
    return tuple(
        MissingText(
            path,
            binder.by_path[path].reference if path in binder.by_path else None,
            tuple(sorted(told[path], key=lambda finding: finding.severity.rank)),
        )
        for path in sorted(missing)
    )


def _rows_of(binder: Binder, each: Shown, spans: tuple[Span, ...]) -> tuple[DocumentRow, ...]:
    texts = (binder.ledger.text(span.release) if span.release else None for span in spans)
    given = (each, spans, theme_of(binder, each.document.path), binder.organisation, binder.today, *texts)
    return binder.kept.of("rows", each.reference, given, lambda: tuple(_rows(binder, each, spans)))


def _rows(binder: Binder, each: Shown, spans: tuple[Span, ...]) -> Iterator[DocumentRow]:
    groups = [(release, tuple(group)) for release, group in groupby(spans, key=lambda span: span.release) if release]
    for number, (release, group) in enumerate(groups):
        document = each.document if number == 0 else version_of(binder, release)
        if release is None or document is None:
            continue
        first, before = group[0].days.first, group[-1].days.before
        yield _row(
            binder,
            document,
            release,
            tuple(StateDays(span.state, span.days) for span in group),
            days(binder.today, first, before),
            is_first=number == 0,
        )


def _working_row(binder: Binder, each: Shown, _: str) -> DocumentRow:
    states = (StateDays(each.standing.state, ALWAYS),)
    return _row(binder, each.document, None, states, ALWAYS)


def _row(
    binder: Binder,
    document: Document,
    release: Release | None,
    states: tuple[StateDays, ...],
    shown_on: Days,
    is_first: bool = True,
) -> DocumentRow:
    header, kind = document.header, binder.kind_of(document)
    history = binder.standing(document.reference).history
    return DocumentRow(
        reference=header.reference,
        title=header.title,
        kind=kind.title if kind else header.kind,
        kind_code=kind.code if kind else "",
        version=str(header.version),
        state=next((each.state for each in states if each.days.is_now), states[0].state),
        states=states,
        days=shown_on,
        processes=header.processes,
        roles=header.audience.roles if header.audience else None,
        theme=theme_of(binder, document.path),
        path=document.path,
        owner=binder.organisation.name_of(history.owner or header.owner),
        effective_from=release.effective_from if release else header.effective_from,
        released_on=_news_day(release) if release else None,
        review=review_due(binder, document, release, is_first),
        is_critical=bool(kind and kind.critical),
        summary=header.summary,
        address=document_page(header.reference) if is_first else version_page(header.reference, header.version),
    )


def _news_day(release: Release) -> dt.date:
    return release.effective_from if release.is_adopted else release.released_on
