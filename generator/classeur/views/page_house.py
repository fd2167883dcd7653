"""What the page of one document may know of its house: its own story, and what all pages share.

A page that is given this and nothing more cannot depend on the text of another document: when one is saved, the pages
of the others need not be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.processes import Process
from classeur.model.registers.rows import Registers
from classeur.model.versions import Version
from classeur.views.shown import Shown


@dataclass(frozen=True)
class SharedHouse:
    """What all pages of documents share, and the whole house to take each one's part from.

    Attributes:
        processes: by code.
    """

    bare: Binder
    whole: Binder
    processes: Mapping[str, Process]

    @staticmethod
    def of(binder: Binder) -> SharedHouse:
        """Of a published house: its people, its kinds, its journal; no text, no process, no register."""
        nothing = frozenset[PurePosixPath]()
        bare = replace(binder, glossary=(), waivers=(), registers=Registers(), files=nothing, unread=nothing)
        return SharedHouse(bare.narrowed((), (), {}), binder, binder.process)

    def for_page(self, each: Shown) -> Binder:
        """The house as the page of one version sees it: what stands under its reference, and its processes."""
        group, processes, *_ = self.part_of(each)
        return self.bare.narrowed(group, processes, self._texts(each))

    def part_of(self, each: Shown) -> tuple[tuple[Document, ...], tuple[Process, ...], tuple[Document, ...]]:
        """What one page has of the house for itself: the texts of its reference, its processes, its released texts."""
        codes = dict.fromkeys(each.document.header.processes)
        return (
            self.whole.by_reference.get(each.reference, ()),
            tuple(self.processes[code] for code in codes if code in self.processes),
            tuple(self._texts(each).values()),
        )

    def _texts(self, each: Shown) -> Mapping[tuple[str, Version], Document]:
        keys = ((release.reference, release.version) for release in each.standing.history.releases)
        return {key: text for key in keys if (text := self.whole.ledger.texts.get(key)) is not None}
