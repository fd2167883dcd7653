"""A memory on disk: a file of lines, one a thing made, that is only made longer; deleting it loses nothing but time.

Each line bears its own checksum, so that one cut by an interruption or written by two programs at once is no line at
all. The first line says which program writes here, and how: a file that begins with another one is not read.
"""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from pathlib import Path
from typing import Any

from classeur.writers.memory.imprint import digest

_FORMAT = 1
_CHECK = 16
_KEPT_FOR_NOTHING = 1_000_000
"""Bytes of lines that no longer serve, beyond which the file is written anew when they are most of it."""


class Memory:
    """What earlier runs made, by place; each thing with the imprint of what it was made from."""

    def __init__(self, file: Path | None = None, *made_by: str) -> None:
        """Read the file; nothing is remembered when there is none, or when another program wrote it."""
        self._file = file
        self._head = _line(f"classeur {_FORMAT} {' '.join(made_by)}".encode())
        self._lines: dict[str, bytes] = {}
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._size = 0
        if file is None:
            return
        try:
            content = file.read_bytes()
        except OSError:
            return
        if not content.startswith(self._head):
            return
        self._size = len(content)
        for line in content[len(self._head) :].split(b"\n"):
            place = line[_CHECK + 1 :].partition(b"\t")[0]
            self._lines[place.decode("utf-8", "replace")] = line
        self._lines.pop("", None)

    @property
    def is_empty(self) -> bool:
        """Whether earlier runs left nothing."""
        return not self._lines

    def recall(self, place: str) -> tuple[str, Any] | None:
        """What was made last for a place, with its imprint; None when nothing sound is remembered."""
        line = self._new.get(place) or self._lines.get(place)
        if line is None:
            return None
        told = line[_CHECK + 1 :]
        if line[:_CHECK] != _check(told):
            return None
        self._used.add(place)
        _, made_from, made = told.split(b"\t", 2)
        return made_from.decode(), json.loads(made)

    def get(self, place: str, made_from: str) -> Any:
        """What was made for a place from that very thing; None when it is to be made."""
        known = self.recall(place)
        return known[1] if known is not None and known[0] == made_from else None

    def use(self, place: str) -> None:
        """Say that what is remembered for a place still serves, without asking for it."""
        self._used.add(place)

    def put(self, place: str, made_from: str, made: object) -> None:
        """Remember what was made, as JSON; the place is told without a tab or a line feed."""
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        told = f"{place}\t{made_from}\t{text}".encode("utf-8", "surrogatepass")
        self._new[place] = _line(told)[:-1]
        self._used.add(place)

    def close(self) -> None:
        """Write what is new. A disk that refuses costs time at the next run, nothing else."""
        if self._file is None or (self._size and not self._new):
            return
        kept = {place: line for place, line in {**self._lines, **self._new}.items() if place in self._used}
        size = len(self._head) + sum(len(line) + 1 for line in kept.values())
        longer = self._size + sum(len(line) + 1 for line in self._new.values())
        with contextlib.suppress(OSError):
            if longer > max(2 * size, size + _KEPT_FOR_NOTHING) or not self._is_made_longer(self._file):
                self._write_anew(self._file, kept)

    def _is_made_longer(self, path: Path) -> bool:
        """Whether the new lines could be added to the file that was read, or one that the same program wrote since."""
        if not self._size:
            return False
        with open(path, "r+b") as file:
            if file.read(len(self._head)) != self._head:
                return False
            file.seek(0, os.SEEK_END)
            file.write(b"\n".join((b"", *self._new.values(), b"")))
        return True

    def _write_anew(self, path: Path, kept: dict[str, bytes]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
        try:
            with open(waiting, "wb") as file:
                file.write(self._head)
                file.writelines(line + b"\n" for line in kept.values())
            waiting.replace(path)
        finally:
            waiting.unlink(missing_ok=True)


def _line(told: bytes) -> bytes:
    return _check(told) + b" " + told + b"\n"


def _check(told: bytes) -> bytes:
    return digest(told)[:_CHECK].encode()
