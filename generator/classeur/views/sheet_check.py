"""« Ma feuille est-elle à jour ? »: what a printed sheet carries, and what the site answers to whoever holds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from classeur.model.binder import Binder
from classeur.model.history import History
from classeur.model.organisation import web_root as web_root
from classeur.model.references import folded, sort_key
from classeur.model.states import State
from classeur.views.addresses import SHEET_CHECK, document_page
from classeur.views.control_block import SHORT_DIGEST
from classeur.views.timeline import Span

PART_SIZE = 250
"""About how many references one part of the list holds: some 40 KB, all that a check asks for."""

_ONE_DAY = dt.timedelta(days=1)
_OFFSET, _PRIME, _MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


@dataclass(frozen=True)
class SheetMark:
    """What a sheet of paper carries so that anybody can ask whether it is up to date."""

    reference: str
    version: str
    digest: str

    @property
    def text(self) -> str:
        """As it is typed into the page of the check."""
        return f"{self.reference} {self.version} {self.digest}"

    def address(self, site_url: str) -> str:
        """The page of the check with the sheet filled in; empty when the site has no address of its own."""
        root = web_root(site_url)
        sheet = "/".join(quote(part, safe="") for part in (self.reference, self.version, self.digest))
        return f"{root}{SHEET_CHECK.removesuffix('index.html')}#{sheet}" if root else ""


@dataclass(frozen=True)
class SheetSpan:
    """Some days, and what is in force on them.

    Attributes:
        version: empty when nothing is.
        first: None for the days up to now; `before` None when they have no end.
        since: the day on which that began, whenever it was.
        replaced_by: the documents that took its place, with the address of each.
    """

    state: State
    version: str = ""
    first: dt.date | None = None
    before: dt.date | None = None
    since: dt.date | None = None
    replaced_by: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SheetRecord:
    """What is known of a reference: its versions with their short digests, and what is in force from today on.

    Attributes:
        present: the reference that the document has now.
    """

    reference: str
    present: str
    title: str
    address: str
    versions: tuple[tuple[str, str], ...]
    spans: tuple[SheetSpan, ...]


def sheet_records(binder: Binder, timelines: Mapping[str, tuple[Span, ...]]) -> tuple[SheetRecord, ...]:
    """Every reference that was ever released, by reference; former references lead to the present one."""
    return tuple(sorted(_records(binder, timelines), key=lambda record: sort_key(record.reference)))


def parts(records: tuple[SheetRecord, ...]) -> tuple[tuple[SheetRecord, ...], ...]:
    """The records split so that a check reads one small part, the same one for the page's script."""
    count = max(1, -(-len(records) // PART_SIZE))
    groups: list[list[SheetRecord]] = [[] for _ in range(count)]
    for record in records:
        groups[part_of(record.reference, count)].append(record)
    return tuple(tuple(group) for group in groups)


def part_of(reference: str, count: int) -> int:
    """The part that holds a reference: FNV-1a over its folded form, as in `sheet-check.js`."""
    seal = _OFFSET
    for byte in folded(reference).encode("utf-8", "surrogatepass"):
        seal = (seal ^ byte) * _PRIME & _MASK
    return seal % count


def _records(binder: Binder, timelines: Mapping[str, tuple[Span, ...]]) -> Iterator[SheetRecord]:
    for present, found in binder.standings.items():
        history = found.history
        last = history.last
        if last is None:
            continue
        spans = tuple(_span(binder, history, span) for span in timelines.get(present, ()))
        for reference in dict.fromkeys((present, *history.former)):
            versions = tuple(
                (str(release.version), release.text_digest[:SHORT_DIGEST])
                for release in history.releases
                if reference in (present, release.reference)
            )
            yield SheetRecord(reference, present, last.detail("title"), document_page(present), versions, spans)


def _span(binder: Binder, history: History, span: Span) -> SheetSpan:
    first, before = span.days.first, span.days.before
    release = span.release
    if release is not None:
        stop = history.suspension_of(release) if span.state is State.SUSPENDED else None
        since = stop.on if stop else release.effective_from
        return SheetSpan(span.state, str(release.version), first, before, since)
    if history.withdrawal:
        others = tuple((other, document_page(other)) for other in history.withdrawal.replaced_by)
        return SheetSpan(State.WITHDRAWN, "", first, before, history.withdrawal.on, others)
    if span.successors:
        others = tuple((other, document_page(other)) for other in span.successors)
        starts = (binder.standing(other).in_force for other in span.successors)
        replaced_on = first or min((release.effective_from for release in starts if release), default=None)
        return SheetSpan(State.SUPERSEDED, "", first, before, replaced_on, others)
    ended = max((release.until for release in history.live if release.until), default=None)
    return SheetSpan(State.WITHDRAWN, "", first, before, ended + _ONE_DAY if ended else first)
