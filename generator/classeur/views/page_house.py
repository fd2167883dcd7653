"""What the page of one document may know of its house: its own story, and what all pages share.

A page that is given this and nothing more cannot depend on the text of another document: when one is saved, the pages
of the others need not be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.processes import Process
from classeur.model.registers.rows import Registers
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
        whole, codes = self.whole, dict.fromkeys(each.document.header.processes)
        texts = {
            key: text
            for release in each.standing.history.releases
            if (text := whole.ledger.texts.get(key := (release.reference, release.version))) is not None
        }
        return self.bare.narrowed(
            whole.by_reference.get(each.reference, ()),
            tuple(self.processes[code] for code in codes if code in self.processes),
            texts,
        )
