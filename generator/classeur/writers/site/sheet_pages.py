"""The page that says whether a sheet of paper is up to date, and its lists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from classeur.model.binder import Binder
from classeur.views import addresses
from classeur.views.sheet_check import SheetMark, SheetRecord, SheetSpan, parts, sheet_records
from classeur.views.timeline import Span
from classeur.wording.translator import Translator
from classeur.writers.memory.living import Living
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages

_VALUES = ("reference", "version", "current", "day", "digest", "known")
_EXAMPLE = SheetMark("PR-R2-001", "1.0", "9f9f1392feba")


def sheet_pages(
    pages: Pages,
    outbox: Outbox,
    binder: Binder,
    timelines: Mapping[str, tuple[Span, ...]],
    words: Translator,
    alive: Living,
) -> None:
    """Lay out the page `v/` and the parts of its list.

    Args:
        binder: the house as the readers of this site may see it; nothing else is in the lists.
    """
    records = (
        () if binder.ledger.is_empty else alive.made("sheets", (binder,), partial(sheet_records, binder, timelines))
    )
    listed = parts(records)
    folder = addresses.SHEET_CHECK.removesuffix("index.html")
    for number, group in enumerate(listed):
        data = alive.made(("part of sheets", number), (group,), partial(_script, number, group))
        outbox.put(f"pages/{folder}part-{number}.js", data)
    pages.put(
        "sheet_check",
        addresses.SHEET_CHECK,
        title=words("Is my sheet up to date?"),
        parts=len(listed),
        raw={name: f"{{{name}}}" for name in _VALUES},
        example=_example(records).text,
        has_releases=bool(records),
        today=binder.today,
    )


def _script(number: int, group: tuple[SheetRecord, ...]) -> str:
    data = json.dumps({r.reference: _record(r) for r in group}, ensure_ascii=False, separators=(",", ":"))
    return f"classeurSheets({number}, {data});\n"


def _example(records: tuple[SheetRecord, ...]) -> SheetMark:
    """A real sheet where there is one: what people type looks like it."""
    return next((SheetMark(r.reference, *r.versions[-1]) for r in records if r.versions), _EXAMPLE)


def _record(record: SheetRecord) -> dict[str, object]:
    told: dict[str, object] = {"t": record.title, "a": record.address, "v": dict(record.versions)}
    if record.present != record.reference:
        told["n"] = record.present
    return told | {"s": [_span(span) for span in record.spans]}


def _span(span: SheetSpan) -> list[object]:
    days = [day.isoformat() if day else "" for day in (span.first, span.before, span.since)]
    return [span.state.value, span.version, *days, [list(other) for other in span.replaced_by]]
