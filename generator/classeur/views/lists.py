"""Lists of documents: the master list, themes, the review calendar, the texts that the site lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Finding
from classeur.model.outline import slug
from classeur.model.references import folded
from classeur.model.states import State
from classeur.views.addresses import document_page

SOON = dt.timedelta(days=60)
"""How long before its date a review is announced."""


@dataclass(frozen=True)
class DocumentRow:
    """One document in a list."""

    reference: str
    title: str
    kind: str
    kind_code: str
    version: str
    state: State
    processes: tuple[str, ...]
    theme: str
    owner: str
    effective_from: dt.date | None
    review_on: dt.date | None
    is_overdue: bool
    is_soon: bool
    is_critical: bool
    summary: str
    address: str


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


def shown_documents(binder: Binder) -> tuple[Document, ...]:
    """The documents that have a page, by reference: those whose reference no other text claims."""
    claims: dict[str, int] = {}
    for document in binder.documents:
        claim = folded(document.reference)  # two that differ only by case or accent would share an address
        claims[claim] = claims.get(claim, 0) + 1
    alone = [document for document in binder.documents if claims[folded(document.reference)] == 1]
    return tuple(sorted(alone, key=lambda document: sort_key(document.reference)))


def document_row(binder: Binder, document: Document) -> DocumentRow:
    """The line of one document."""
    header, kind = document.header, binder.kind_of(document)
    review_on = binder.review_date(document)
    return DocumentRow(
        reference=header.reference,
        title=header.title,
        kind=kind.title if kind else header.kind,
        kind_code=kind.code if kind else "",
        version=str(header.version),
        state=binder.state_of(document),
        processes=header.processes,
        theme=theme_of(document),
        owner=binder.organisation.name_of(header.owner),
        effective_from=header.effective_from,
        review_on=review_on,
        is_overdue=review_on is not None and review_on < binder.today,
        is_soon=review_on is not None and binder.today <= review_on <= binder.today + SOON,
        is_critical=bool(kind and kind.critical),
        summary=header.summary,
        address=document_page(header.reference),
    )


def document_rows(binder: Binder) -> tuple[DocumentRow, ...]:
    """Every shown document, by reference."""
    return tuple(document_row(binder, document) for document in shown_documents(binder))


def theme_of(document: Document) -> str:
    """The folder of a procedure, as people named it; empty for a text at the top of its folder."""
    inner = document.path.parent.parts[1:]
    return " / ".join(part.replace("-", " ").replace("_", " ").capitalize() for part in inner)


def themes(binder: Binder) -> tuple[Theme, ...]:
    """The procedures by folder, in the alphabet's order; those at the top of `procedures/` come last, untitled."""
    groups: dict[str, list[DocumentRow]] = {}
    for document in shown_documents(binder):
        if document.path.parts[0] == "procedures":
            row = document_row(binder, document)
            groups.setdefault(row.theme, []).append(row)
    ordered = sorted(groups, key=lambda title: (title == "", folded(title)))
    return tuple(Theme(title, slug(title) or "autres", tuple(groups[title])) for title in ordered)


def manual_chapters(binder: Binder) -> tuple[DocumentRow, ...]:
    """The manual, in the order of its files."""
    chapters = [document for document in shown_documents(binder) if document.path.parts[0] == "manual"]
    return tuple(document_row(binder, document) for document in sorted(chapters, key=lambda d: d.path))


def calendar(rows: Iterable[DocumentRow]) -> Mapping[tuple[int, int], tuple[DocumentRow, ...]]:
    """The dated reviews by year and month, the nearest first."""
    months: dict[tuple[int, int], list[DocumentRow]] = {}
    for row in sorted((r for r in rows if r.review_on), key=lambda r: (r.review_on or dt.date.max, r.reference)):
        if row.review_on:
            months.setdefault((row.review_on.year, row.review_on.month), []).append(row)
    return {month: tuple(due) for month, due in months.items()}


def missing_texts(
    binder: Binder, findings: Iterable[Finding], texts: Iterable[PurePosixPath]
) -> tuple[MissingText, ...]:
    """The texts of the folder that have no page, and what was found in them."""
    shown = {document.path for document in shown_documents(binder)}
    told: dict[PurePosixPath, list[Finding]] = {}
    for finding in findings:
        told.setdefault(finding.where.path, []).append(finding)
    return tuple(
        MissingText(
            path,
            binder.by_path[path].reference if path in binder.by_path else None,
            tuple(sorted(told.get(path, ()), key=lambda finding: finding.severity.rank)),
        )
        for path in sorted(texts)
        if path not in shown
    )


def sort_key(reference: str) -> tuple[tuple[int, int, str], ...]:
    """References in the order people expect: PR-R2-9 before PR-R2-10."""
    parts = "".join(c if c.isalnum() else " " for c in reference).split()
    return tuple((0, int(part), "") if part.isascii() and part.isdecimal() else (1, 0, folded(part)) for part in parts)
