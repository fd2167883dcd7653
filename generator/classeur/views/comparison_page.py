"""What a version changed in the one before it, section by section."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from classeur.model.binder import Binder
from classeur.model.comparison import Change, HeaderChange, compare, compare_headers
from classeur.model.documents import Document
from classeur.model.history import Release
from classeur.views.addresses import document_page, version_page
from classeur.views.shown import version_of

_TOLD_ELSEWHERE = frozenset({"reference", "version", "change", "summary"})
"""The fields that every version changes: the top of the page says them."""


@dataclass(frozen=True)
class ChangedSection:
    """The changes under one heading; empty above the first one."""

    heading: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ChangedFile:
    """A picture or a file that was added, removed, or replaced under the same name."""

    name: str
    was_there: bool
    is_there: bool


@dataclass(frozen=True)
class ComparedVersion:
    """One of the two versions and its page."""

    version: str
    address: str


@dataclass(frozen=True)
class ComparisonPage:
    """Two versions of a document, side by side."""

    reference: str
    title: str
    summary: str
    old: ComparedVersion
    new: ComparedVersion
    header: tuple[HeaderChange, ...]
    files: tuple[ChangedFile, ...]
    sections: tuple[ChangedSection, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two versions read the same."""
        return not (self.header or self.files or self.sections)


def comparison_page(binder: Binder, reference: str, before: Release, after: Release) -> ComparisonPage | None:
    """The differences between two versions; None when one of the texts could not be read."""
    old, new = version_of(binder, before), version_of(binder, after)
    if old is None or new is None:
        return None
    header = tuple(change for change in compare_headers(old.header, new.header) if change.field not in _TOLD_ELSEWHERE)
    changes = compare(old.body, new.body).changes
    return ComparisonPage(
        reference=reference,
        title=new.header.title,
        summary=new.header.summary,
        old=_version(binder, reference, before),
        new=_version(binder, reference, after),
        header=header,
        files=_files(old, new),
        sections=tuple(ChangedSection(name, tuple(group)) for name, group in groupby(changes, key=lambda c: c.heading)),
    )


def _version(binder: Binder, reference: str, release: Release) -> ComparedVersion:
    found = binder.standing(reference)
    at_home = release == (found.in_force or found.upcoming)
    address = document_page(reference) if at_home else version_page(reference, release.version)
    return ComparedVersion(str(release.version), address)


def _files(before: Document, after: Document) -> tuple[ChangedFile, ...]:
    old = {each.name: each.sha256 for each in before.attachments}
    new = {each.name: each.sha256 for each in after.attachments}
    differing = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    return tuple(ChangedFile(name, name in old, name in new) for name in differing)
