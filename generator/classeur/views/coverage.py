"""What shows that each criterion of a standard is met, and the gaps. It speaks of evidence, never of a certificate."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.outline import slug
from classeur.model.processes import Family
from classeur.model.references import sort_key
from classeur.model.registers.actions import Action
from classeur.model.registers.audits import Audit
from classeur.model.registers.rows import register_types
from classeur.model.registers.standards import INDICATORS, Criterion
from classeur.model.states import State
from classeur.views.lists import DocumentRow


class Coverage(StrEnum):
    """What stands behind a criterion, the best first."""

    DOCUMENTED = "documented"  # a version in force cites it
    RECORDED = "recorded"  # no text in force, but rows of a register
    COMING = "coming"  # only a text that is not in force
    GAP = "gap"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class CitingDocument:
    """A text that cites a criterion.

    Attributes:
        counts: whether it is in force on that day: one that is suspended or still to come shows nothing yet.
    """

    reference: str
    title: str
    version: str
    state: State
    counts: bool
    is_overdue: bool
    processes: tuple[str, ...]
    address: str


@dataclass(frozen=True)
class RegisterEvidence:
    """How many rows a register holds; `name` is that of its file, or `indicators`."""

    name: str
    rows: int


@dataclass(frozen=True)
class CriterionRow:
    """One criterion and what stands behind it.

    Attributes:
        working: the references of texts being written that cite it, and of which nothing in force does.
        actions: those that were decided for it, still open; `audits` those that looked at it.
    """

    citation: str
    number: str
    theme: str
    title: str
    expected: str
    to_check: bool
    note: str
    state: Coverage
    documents: tuple[CitingDocument, ...]
    working: tuple[str, ...]
    registers: tuple[RegisterEvidence, ...]
    actions: tuple[Action, ...]
    audits: tuple[Audit, ...]

    @property
    def anchor(self) -> str:
        """Its place on a page."""
        return criterion_anchor(self.number)

    @property
    def in_force(self) -> tuple[CitingDocument, ...]:
        """The texts in force that cite it."""
        return tuple(each for each in self.documents if each.counts)

    def documents_of(self, process: str) -> int:
        """How many texts in force of a process cite it."""
        return sum(process in each.processes for each in self.in_force)


@dataclass(frozen=True)
class StandardCoverage:
    """A standard, criterion by criterion; `processes` are the codes of the house, in the order of the map."""

    name: str
    title: str
    edition: str
    issuer: str
    address: str
    rows: tuple[CriterionRow, ...]
    processes: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Its name in addresses and names of files."""
        return standard_slug(self.name)

    @property
    def applicable(self) -> int:
        """How many criteria concern the house."""
        return sum(row.state is not Coverage.NOT_APPLICABLE for row in self.rows)

    @property
    def gaps(self) -> tuple[CriterionRow, ...]:
        """The criteria behind which nothing stands today."""
        return tuple(row for row in self.rows if row.state in (Coverage.GAP, Coverage.COMING))

    @property
    def to_check(self) -> int:
        """How many criteria are to be looked up in the publisher's text."""
        return sum(row.to_check for row in self.rows)

    @property
    def documented(self) -> int:
        """How many criteria have a text in force."""
        return sum(row.state is Coverage.DOCUMENTED for row in self.rows)

    @property
    def recorded(self) -> int:
        """How many have a register only."""
        return sum(row.state is Coverage.RECORDED for row in self.rows)

    @property
    def themes(self) -> Mapping[str, tuple[CriterionRow, ...]]:
        """The criteria by chapter, in the order of the standard."""
        found: dict[str, list[CriterionRow]] = defaultdict(list)
        for row in self.rows:
            found[row.theme].append(row)
        return {theme: tuple(rows) for theme, rows in found.items()}


def standard_slug(name: str) -> str:
    """A standard's name in addresses and names of files."""
    return slug(name) or "referentiel"


def criterion_anchor(number: str) -> str:
    """The place of a criterion on the page of its standard."""
    return "critere-" + re.sub(r"[^0-9A-Za-z]+", "-", number)


def standard_page(name: str) -> str:
    """The page of a standard, relative to the site's root."""
    return f"referentiels/{standard_slug(name)}/index.html"


def coverages(binder: Binder, public: Binder, rows: Iterable[DocumentRow]) -> tuple[StandardCoverage, ...]:
    """Every standard of the house, by name.

    Args:
        binder: the house itself, whose working texts say what is coming.
        public: the same as its readers see it; `rows` are its lists.
    """
    evidence = _Evidence.of(binder, public, rows)
    groups: dict[str, list[Criterion]] = defaultdict(list)
    for criterion in binder.registers.of(Criterion):
        groups[criterion.standard].append(criterion)
    return tuple(_standard(name, groups[name], evidence) for name in sorted(groups))


def _standard(name: str, criteria: list[Criterion], evidence: _Evidence) -> StandardCoverage:
    def said(key: str) -> str:
        return next((str(getattr(each, key)) for each in criteria if getattr(each, key)), "")

    ordered = sorted(criteria, key=lambda each: sort_key(each.criterion))
    return StandardCoverage(
        name=name,
        title=said("standard_title") or name,
        edition=said("edition"),
        issuer=said("issuer"),
        address=standard_page(name),
        rows=tuple(evidence.row(each) for each in ordered),
        processes=evidence.processes,
    )


@dataclass(frozen=True)
class _Evidence:
    """What the house can show, by citation."""

    documents: Mapping[str, tuple[CitingDocument, ...]]
    working: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, int]
    actions: tuple[Action, ...]
    audits: tuple[Audit, ...]
    processes: tuple[str, ...]

    @classmethod
    def of(cls, binder: Binder, public: Binder, rows: Iterable[DocumentRow]) -> _Evidence:
        sizes: Counter[str] = Counter({name: len(binder.registers.of(t.row)) for name, t in register_types().items()})
        sizes[INDICATORS] = sum(bool(i.measures) for process in binder.processes for i in process.indicators)
        bands = list(Family)
        ordered = sorted(public.process.values(), key=lambda each: (bands.index(each.family), each.code))
        return cls(
            _citing(public, rows),
            _working(binder),
            sizes,
            tuple(a for a in binder.registers.of(Action) if a.is_open),
            binder.registers.of(Audit),
            tuple(process.code for process in ordered),
        )

    def row(self, criterion: Criterion) -> CriterionRow:
        """One criterion with all that stands behind it."""
        citation = criterion.citation
        documents = self.documents.get(citation, ())
        working = tuple(r for r in self.working.get(citation, ()) if r not in {each.reference for each in documents})
        registers = tuple(RegisterEvidence(name, self.sizes.get(name, 0)) for name in criterion.registers)
        return CriterionRow(
            citation=citation,
            number=criterion.criterion,
            theme=criterion.theme,
            title=criterion.title,
            expected=criterion.evidence,
            to_check=criterion.to_check,
            note=criterion.note,
            state=_state(criterion, documents, working, registers),
            documents=documents,
            working=working,
            registers=registers,
            actions=tuple(a for a in self.actions if citation in (a.source, *a.documents)),
            audits=tuple(a for a in self.audits if citation in a.criteria and a.done_on),
        )


def _state(
    criterion: Criterion,
    documents: tuple[CitingDocument, ...],
    working: tuple[str, ...],
    registers: tuple[RegisterEvidence, ...],
) -> Coverage:
    if not criterion.applicable:
        return Coverage.NOT_APPLICABLE
    if any(each.counts for each in documents):
        return Coverage.DOCUMENTED
    if any(each.rows for each in registers):
        return Coverage.RECORDED
    return Coverage.COMING if documents or working else Coverage.GAP


def _citing(public: Binder, rows: Iterable[DocumentRow]) -> Mapping[str, tuple[CitingDocument, ...]]:
    listed, cited = tuple(rows), public.of_each("cites", _cites)
    by_version = public.kept.of("cites by version", "", (cited,), lambda: dict(filter(None, cited)))
    citing = public.kept.of_each("citing", (by_version,), partial(_citing_row, by_version), listed)
    found: dict[str, list[CitingDocument]] = defaultdict(list)
    for citations, document in filter(None, citing):
        for citation in citations:
            found[citation].append(document)
    return {citation: tuple(each) for citation, each in found.items()}


def _cites(document: Document) -> tuple[tuple[str, str], tuple[str, ...]] | None:
    """What a version cites, if anything."""
    header = document.header
    return ((header.reference, str(header.version)), tuple(dict.fromkeys(header.cites))) if header.cites else None


def _citing_row(
    cited: Mapping[tuple[str, str], tuple[str, ...]], row: DocumentRow
) -> tuple[tuple[str, ...], CitingDocument] | None:
    """What a line of the lists cites, and the document that it is; None when it cites nothing."""
    citations = cited.get((row.reference, row.version))
    if not citations or not row.days.is_now:
        return None
    return citations, CitingDocument(
        reference=row.reference,
        title=row.title,
        version=row.version,
        state=row.state,
        counts=row.state is State.APPLICABLE,
        is_overdue=row.is_overdue,
        processes=row.processes,
        address=row.address,
    )


def _working(binder: Binder) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for document in () if binder.ledger.is_empty else binder.unreleased:
        for citation in dict.fromkeys(document.header.cites):
            found[citation].append(document.reference)
    return {citation: tuple(sorted(each, key=sort_key)) for citation, each in found.items()}
