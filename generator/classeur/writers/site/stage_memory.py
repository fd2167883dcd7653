"""What earlier runs made for a staged folder, on disk and in this program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from classeur.writers.memory.living import Living, living
from classeur.writers.memory.program import program_imprint
from classeur.writers.memory.store import Memory


@dataclass(frozen=True)
class StageMemory:
    """What earlier runs made for this stage: texts as HTML, pages, what the search knows of each page.

    Attributes:
        living: what those of this program made.
    """

    texts: Memory
    pages: Memory
    search: Memory
    living: Living

    @staticmethod
    def beside(folder: Path, lives: bool = False) -> StageMemory:
        """The memories of a staged folder; they stand beside it, as it holds nothing but the stage.

        Args:
            lives: this program lays out the same house at each save.
        """
        alive = living(folder)
        alive.is_long = lives

        def memory(name: str) -> Memory:
            last = alive.known(("memory", name), ())
            if isinstance(last, Memory):
                return last.again()
            return Memory(memory_folder(folder) / name, program_imprint())

        return StageMemory(memory("texts"), memory("pages"), memory("search"), alive)

    def leave(self, memory: Memory) -> None:
        """Write what is new in a memory that nobody will ask any more; a program that goes on has `close` do it."""
        if not self.living.is_long:
            memory.leave()

    def close(self) -> None:
        """Write what is new."""
        for name, memory in (("texts", self.texts), ("pages", self.pages), ("search", self.search)):
            memory.close(goes_on=self.living.is_long)
            if self.living.is_long:
                self.living.keep(("memory", name), (), memory)
        self.living.end()


def memory_folder(stage: Path) -> Path:
    """Where what was made for a staged folder is remembered; deleting it loses nothing but time."""
    return stage.with_name(f"{stage.name}-memory")
