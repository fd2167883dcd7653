"""Word copies and pictures kept from earlier runs, under `.classeur/word/`: deleting them loses nothing but time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Kept:
    """A folder of files, each named by what it was made from."""

    folder: Path
    suffix: str
    _used: set[str] = field(default_factory=set)

    def get(self, made_from: str, make: Callable[[], bytes]) -> bytes:
        """What was made from that, made now when nothing was kept."""
        name = hashlib.sha256(made_from.encode("utf-8", "surrogatepass")).hexdigest() + self.suffix
        self._used.add(name)
        path = self.folder / name
        try:
            return path.read_bytes()
        except OSError:
            pass
        data = make()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            waiting = path.with_suffix(".new")
            waiting.write_bytes(data)
            waiting.replace(path)
        except OSError:
            pass  # a folder that cannot be written costs time, nothing else
        return data

    def forget_others(self) -> None:
        """Remove what this run did not ask for."""
        for path in self.folder.glob(f"*{self.suffix}") if self.folder.is_dir() else ():
            if path.name not in self._used:
                path.unlink(missing_ok=True)
