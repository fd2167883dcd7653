"""The binder: everything that the house holds, at one instant."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import compress
from pathlib import PurePosixPath
from typing import Any, TypeVar

from classeur.model.acronyms import meanings_of
from classeur.model.circuit import Standing, standing
from classeur.model.documents import Document, ProcessHeader
from classeur.model.findings import Waiver
from classeur.model.glossary import Term
from classeur.model.kept import Kept
from classeur.model.later import months_after
from classeur.model.ledger import Ledger
from classeur.model.links import End, Lead, WrittenFiles, by_composed_path, composed, leads
from classeur.model.organisation import Kind, Organisation
from classeur.model.personal_names import NameFinder
from classeur.model.processes import Process
from classeur.model.references import folded, places_in_order
from classeur.model.registers.events import Event
from classeur.model.registers.external import ExternalDocument, cited_source
from classeur.model.registers.rows import Registers
from classeur.model.registers.standards import Criterion
from classeur.model.spellings import spellings
from classeur.model.states import State
from classeur.model.versions import Version

_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Binder:
    """Texts, processes and organisation on a given day.

    Attributes:
        files: every file of the house that a text may link to, relative to its root.
        unread: texts that stand in the house and could not be read as documents; why has been told.
        kept: what was found at the last look at the same house.
    """

    today: dt.date
    organisation: Organisation = field(default_factory=Organisation)
    documents: tuple[Document, ...] = ()
    processes: tuple[Process, ...] = ()
    glossary: tuple[Term, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    registers: Registers = field(default_factory=Registers, repr=False)
    files: frozenset[PurePosixPath] = field(default=frozenset(), repr=False)
    unread: frozenset[PurePosixPath] = frozenset()
    ledger: Ledger = field(default_factory=Ledger, repr=False)
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)

    def of_each(self, question: str, find: Callable[[Document], _Answer], *given: object) -> tuple[_Answer, ...]:
        """What each text says by itself, in their order; the very same tuple while none says anything else.

        Args:
            given: all else that the answers come from.
        """
        return self.kept.of_each(question, given, find, self.documents)

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The reference of each document."""
        return self.of_each("reference", lambda document: document.header.reference)

    @cached_property
    def paths(self) -> tuple[PurePosixPath, ...]:
        """The path of the file of each document."""
        return self.of_each("path", lambda document: document.path)

    @cached_property
    def by_reference(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents by reference. More than one is a fault that a rule tells."""
        alone = dict(zip(self.references, zip(self.documents, strict=True), strict=True))
        if len(alone) == len(self.documents):
            return alone
        groups: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            groups[document.reference].append(document)
        return {reference: tuple(group) for reference, group in groups.items()}

    @cached_property
    def listed(self) -> tuple[Document, ...]:
        """The documents that have their reference for themselves, in the order of references.

        Two that differ only by case or accents would share an address.
        """
        references = self.references
        order = self.kept.of("order", "", (references,), lambda: places_in_order(references))
        return tuple(map(self.documents.__getitem__, order))

    @cached_property
    def by_path(self) -> Mapping[PurePosixPath, Document]:
        """Documents by the path of their file."""
        return dict(zip(self.paths, self.documents, strict=True))

    @cached_property
    def process(self) -> Mapping[str, Process]:
        """Processes by code."""
        return {process.code: process for process in reversed(self.processes)}

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """How the titles of the house write each word (`spellings`), and its glossary each acronym."""
        known, titles = self.organisation, self.of_each("title", lambda document: document.header.title)
        others = [*(each.title for each in known.roles), *(each.title for each in known.units)]
        others += [kind.title for kind in known.kinds]
        acronyms = {folded(acronym): acronym for acronym in meanings_of(self.glossary)}
        given = (titles, *acronyms.values(), None, *others)
        found = self.kept.of("spellings", "", given, lambda: {**spellings((*titles, *others)), **acronyms})
        return self.kept.same("spellings", found)

    @cached_property
    def sheets(self) -> tuple[tuple[Document, ProcessHeader], ...]:
        """Process sheets with what they type, in the order of their files."""
        are_sheets = self.of_each("is sheet", lambda document: isinstance(document.header, ProcessHeader))
        listed = compress(self.documents, are_sheets)
        return tuple((d, d.header) for d in listed if isinstance(d.header, ProcessHeader))

    @cached_property
    def leads(self) -> tuple[Lead, ...]:
        """Every link of every text, and what stands at its end."""
        files = self.files_as_written
        return tuple(lead for document in self.documents for lead in leads(document, files))

    @property
    def stored(self) -> Mapping[PurePosixPath, PurePosixPath]:
        """The files as the disk names them, by the path that links write (accents in one piece)."""
        return stored_files(self.files)

    @property
    def files_as_written(self) -> WrittenFiles:
        """The same by the text of that path."""
        return _stored(self.files)[1]

    def on_disk(self, path: PurePosixPath) -> PurePosixPath:
        """The path of a file as the disk names it."""
        return self.stored.get(composed(path), path)

    @cached_property
    def replacements(self) -> Mapping[str, tuple[Document, ...]]:
        """By reference, the documents that say they replace it."""
        found: dict[str, list[Document]] = defaultdict(list)
        replaced = self.of_each("replaced", lambda document: document.header.supersedes)
        for document in compress(self.documents, replaced):
            for reference in document.header.supersedes:
                found[reference].append(document)
        return {reference: tuple(group) for reference, group in found.items()}

    @property
    def files_by_name(self) -> Mapping[str, tuple[PurePosixPath, ...]]:
        """Files by their bare name, without case or accents: where a moved one may be."""
        return _by_name(self.files)

    @property
    def external(self) -> tuple[ExternalDocument, ...]:
        """The documents of others that the texts rest on."""
        return self.registers.of(ExternalDocument)

    @cached_property
    def name_finder(self) -> NameFinder:
        """What finds, in a free text, the names of the directory and of patients."""
        return NameFinder.of(self.organisation)

    @cached_property
    def publishable_events(self) -> tuple[Event, ...]:
        """The events whose texts name nobody. Even of these, only counts and lessons are published."""
        return tuple(event for event in self.registers.of(Event) if self.is_publishable(event))

    def is_publishable(self, event: Event) -> bool:
        """Whether no text of an event names anybody."""
        return not any(self.name_finder.found_in(text) for _, text in event.texts)

    @cached_property
    def external_by_reference(self) -> Mapping[str, ExternalDocument]:
        """External documents by reference; of two alike, the first."""
        return {each.reference: each for each in reversed(self.external)}

    @cached_property
    def standards(self) -> Mapping[str, str]:
        """The edition of each standard that the house follows, by the name that citations use."""
        found: dict[str, str] = {}
        for row in self.registers.of(Criterion):
            found[row.standard] = found.get(row.standard) or row.edition
        return found

    def edition_of(self, citation: str) -> str:
        """The present edition of what a citation names: of an external document, of a standard, else what is in force.

        Empty when nothing is in force under that name. A criterion after a colon is left out.
        """
        source = citation if citation in self.external_by_reference else cited_source(citation)
        if source in self.external_by_reference:
            return self.external_by_reference[source].present_edition
        if source in self.standards:
            return self.standards[source]
        in_force = self.standing(source).in_force if self.knows(source) else None
        return str(in_force.version) if in_force else ""

    def document_at(self, lead: Lead) -> Document | None:
        """The document that a link opens; None for any other file or address."""
        return self.by_path.get(lead.path) if lead.path and lead.end is End.FILE else None

    def replaced_by(self, reference: str) -> tuple[Document, ...]:
        """The documents that take the place of this one; none while it is in use."""
        return self.replacements.get(reference, ())

    def document(self, reference: str) -> Document | None:
        """The one document of that reference; None when there is none, or when two texts claim it."""
        return self._alone.get(reference)

    @cached_property
    def _alone(self) -> Mapping[str, Document]:
        """The documents that have their reference for themselves."""
        found = dict(zip(self.references, self.documents, strict=True))
        if len(found) < len(self.documents):
            return {reference: group[0] for reference, group in self.by_reference.items() if len(group) == 1}
        return found

    def knows(self, reference: str) -> bool:
        """Whether a document has or had this reference: a text of the folder, or the ledger."""
        ledger = self.ledger
        return reference in self.by_reference or reference in ledger.by_reference or reference in ledger.renumbered

    def kind_of(self, document: Document) -> Kind | None:
        """The document's kind, when the organisation knows it."""
        return self.organisation.kind.get(document.header.kind)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Where each document stands, by present reference: those that have a text, and those of the ledger."""
        told, typed, ledger = self.ledger.entries, self.references, self.ledger
        references = self.kept.of("all references", "", (typed, told), lambda: _all_references(typed, ledger))
        given = told, ledger.timezone, self.organisation, self.today, self._successors
        texts = tuple(map(self._alone.get, references))
        found = self.kept.of_each("standings", given, lambda reference, _: self.standing(reference), references, texts)
        self._looked_up.update(zip(references, found, strict=True))
        return dict(zip(references, found, strict=True))

    def standing(self, reference: str) -> Standing:
        """Where one document stands; a draft that nobody wrote when there is no such reference."""
        present = self.ledger.present(reference)
        if present not in self._looked_up:
            self._looked_up[present] = self._standing(present)
        return self._looked_up[present]

    @cached_property
    def _looked_up(self) -> dict[str, Standing]:
        """The standings computed so far: an act asks for one, not for all those of a large house."""
        return {}

    def _standing(self, reference: str) -> Standing:
        document = self.document(reference)
        kind = self.kind_of(document) if document else None
        history, is_replaced = self.ledger.history(reference), bool(self.successors(reference))

        def find() -> Standing:
            found = standing(history, document, kind, self.today)
            if is_replaced and found.state in (State.APPLICABLE, State.SUSPENDED):
                return replace(found, state=State.SUPERSEDED)
            return found

        return self.kept.of("standing", reference, (history, document, kind, self.today, is_replaced), find)

    def is_released(self, document: Document) -> bool:
        """Whether this very text was released: what its circuit asked for is settled."""
        if self.ledger.is_empty:
            return False
        found = self.standing(document.reference)
        return found.document is document and found.in_progress is None

    @cached_property
    def unreleased(self) -> tuple[Document, ...]:
        """The working texts that no release holds as they are: their circuit still has a say."""
        return tuple(document for document in self.documents if not self.is_released(document))

    def successors(self, reference: str) -> tuple[str, ...]:
        """The documents in force that were released as the replacement of this one (split, merge)."""
        return self._successors.get(reference, ())

    def answer(self, question: str, find: Callable[[Binder], _Answer]) -> _Answer:
        """What only this house decides, found once by a view that many pages ask."""
        if question not in self._answers:
            self._answers[question] = find(self)
        answer: _Answer = self._answers[question]
        return answer

    @cached_property
    def _answers(self) -> dict[str, Any]:
        return {}

    @cached_property
    def _successors(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for present, entries in self.ledger.by_reference.items():
            if not any(entry.details.get("supersedes") for entry in entries):
                continue  # the whole story of each document of a large house is long to tell
            history = self.ledger.history(present)
            release = history.in_force(self.today)
            for old in release.entry.details.get("supersedes", ()) if release and not history.withdrawal else ():
                found[self.ledger.present(str(old))].append(present)
        return self.kept.same("successors", {reference: tuple(sorted(group)) for reference, group in found.items()})

    def narrowed(
        self,
        documents: tuple[Document, ...],
        processes: tuple[Process, ...],
        texts: Mapping[tuple[str, Version], Document],
    ) -> Binder:
        """The same house with these texts only; what its journal tells need not be told again."""
        ledger = self.ledger.with_texts(texts)
        other = replace(self, documents=documents, processes=processes, ledger=ledger, kept=Kept())
        other.__dict__["_successors"] = self._successors
        return other

    def going_through(self, documents: tuple[Document, ...]) -> Binder:
        """The same house where one goes through these texts only; what is asked of another text has its answer."""
        other = replace(self, documents=documents, kept=self.kept.part("some texts"))
        other.__dict__.update({name: getattr(self, name) for name in _LOOKED_UP})
        return other

    def state_of(self, document: Document) -> State:
        """The state of the version in force if any, else that of the working text."""
        if self.document(document.reference) is None:  # two texts claim the reference: neither is more than a draft
            return State.DRAFT
        return self.standing(document.reference).state

    def review_date(self, document: Document) -> dt.date | None:
        """The day by which the document is to be looked at again.

        Counted from the last review that kept it; else as typed in the released text, or in the one being written when
        there is none; else counted from the application. None for a text that has no application date yet.
        """
        found = self.standing(document.reference)
        release = found.in_force or found.upcoming
        months = self.review_months(document)
        review = found.history.last_review()
        if review and months and (release is None or review.on >= release.effective_from):
            return months_after(review.on, months)
        typed = release.review_date if release else document.header.review_date
        if typed:
            return typed
        starts = release.effective_from if release else document.header.effective_from
        return months_after(starts, months) if starts and months else None

    def review_months(self, document: Document) -> int | None:
        """The interval between two reviews, in months, of the document's kind."""
        kind = self.kind_of(document)
        return kind.review_months if kind else None


def _all_references(typed: tuple[str, ...], ledger: Ledger) -> tuple[str, ...]:
    """The present references of the texts and of the ledger."""
    return tuple(sorted({*map(ledger.present, typed), *ledger.by_reference}))


def stored_files(files: frozenset[PurePosixPath]) -> Mapping[PurePosixPath, PurePosixPath]:
    """Files as the disk names them, by the path that links write."""
    return _stored(files)[0]


@lru_cache(maxsize=4)
def _by_name(files: frozenset[PurePosixPath]) -> Mapping[str, tuple[PurePosixPath, ...]]:
    found: dict[str, list[PurePosixPath]] = defaultdict(list)
    for file in sorted(files):
        found[folded(file.name)].append(file)
    return {name: tuple(group) for name, group in found.items()}


@lru_cache(maxsize=4)  # a program that lives meets the same files at each look
def _stored(files: frozenset[PurePosixPath]) -> tuple[Mapping[PurePosixPath, PurePosixPath], WrittenFiles]:
    stored = by_composed_path(files)
    return stored, WrittenFiles({str(written): file for written, file in stored.items()})


_LOOKED_UP = (
    "by_reference",
    "_alone",
    "by_path",
    "process",
    "spellings",
    "replacements",
    "name_finder",
    "external_by_reference",
    "standards",
    "_looked_up",
    "_successors",
)
"""What is asked by a name, whatever the texts that one goes through."""
