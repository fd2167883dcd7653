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
from classeur.writers.memory.stamps import stamp_of

_FORMAT = 1
_CHECK = 16
_KEPT_FOR_NOTHING = 1_000_000
"""Bytes of lines that no longer serve, beyond which the file is written anew when they are most of it."""


class Memory:
    """What earlier runs made, by place; each thing with the imprint of what it was made from."""

    def __init__(self, file: Path | None = None, *made_by: str) -> None:
        """Read the file; nothing is remembered when there is none, or when another program wrote it."""
        self._file, self._made_by = file, made_by
        self._head = _line(f"classeur {_FORMAT} {' '.join(made_by)}".encode())
        self._lines: dict[str, bytes] = {}
        self._where: dict[str, tuple[int, int]] = {}  # offset and length, of lines that are left on the disk
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._size = self._end = 0  # `_end`: where the lines that were just added begin, when they were
        self._weighed = -_KEPT_FOR_NOTHING  # how long the file was when the lines that serve were weighed last
        self._left = ""
        content = self._content()
        self._size = len(content)
        for line in content[len(self._head) :].split(b"\n"):
            self._lines[_place_of(line)] = line
        self._lines.pop("", None)

    @property
    def is_empty(self) -> bool:
        """Whether earlier runs left nothing."""
        return not self._lines and not self._where

    def again(self) -> Memory:
        """The same for another run of this program; read once more if another one wrote to the file."""
        if self._file is None or not self._left or stamp_of(self._file) != self._left:
            return Memory(self._file, *self._made_by)
        self._used.clear()
        return self

    def recall(self, place: str) -> tuple[str, Any] | None:
        """What was made last for a place, with its imprint; None when nothing sound is remembered."""
        line = self._new.get(place) or self._lines.get(place) or self._line_on_disk(place)
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

    def use(self, *places: str) -> None:
        """Say that what is remembered for these places still serves, without asking for it."""
        self._used.update(places)

    def put(self, place: str, made_from: str, made: object) -> None:
        """Remember what was made, as JSON; the place is told without a tab or a line feed."""
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        told = f"{place}\t{made_from}\t{text}".encode("utf-8", "surrogatepass")
        self._new[place] = _line(told)[:-1]
        self._used.add(place)

    def close(self, goes_on: bool = False) -> None:
        """Write what is new. A disk that refuses costs time at the next run, nothing else.

        Args:
            goes_on: this program will ask again (`again`): the lines are left on the disk until then.
        """
        if self._file is None:
            return
        if self._new or not self._size:
            self._written(self._file)
        if goes_on:
            self._leave_on_disk(self._file)

    def leave(self) -> None:
        """Write what is new, once nobody will ask any more: what it held is forgotten."""
        self.close()
        self._file, self._lines, self._new = None, {}, {}

    def _written(self, file: Path) -> None:
        longer = self._size + sum(len(line) + 1 for line in self._new.values())
        with contextlib.suppress(OSError):
            if longer - self._weighed < _KEPT_FOR_NOTHING and self._is_made_longer(file):
                return  # too little is new to be worth a look at all lines
            lengths = {place: length for place, (_, length) in self._where.items()}
            lengths |= {place: len(line) for place, line in (*self._lines.items(), *self._new.items())}
            size = len(self._head) + sum(lengths[place] + 1 for place in self._used if place in lengths)
            self._weighed = longer
            if longer > max(2 * size, size + _KEPT_FOR_NOTHING) or not self._is_made_longer(file):
                lines = ((place, self._new.get(place) or self._lines.get(place)) for place in lengths)
                whole = ((place, line or self._line_on_disk(place)) for place, line in lines if place in self._used)
                self._write_anew(file, {place: line for place, line in whole if line is not None})
                self._weighed = size

    def _leave_on_disk(self, file: Path) -> None:
        """Remember where each line stands instead of the line."""
        if self._where and not self._lines and self._end:  # else it was written anew
            offset = self._end
            for place, line in self._new.items():
                self._where[place] = offset, len(line)
                offset += len(line) + 1
            self._size = offset
        elif self._lines or self._new:
            content = self._content()
            self._size = len(content)
            self._where, offset = {}, len(self._head)
            for line in content[offset:].split(b"\n"):
                self._where[_place_of(line)] = offset, len(line)
                offset += len(line) + 1
            self._where.pop("", None)
        self._lines, self._new, self._end, self._left = {}, {}, 0, stamp_of(file)

    def _content(self) -> bytes:
        """What the file holds; nothing when there is none, or when another program wrote it."""
        try:
            content = self._file.read_bytes() if self._file else b""
        except OSError:
            return b""
        return content if content.startswith(self._head) else b""

    def _line_on_disk(self, place: str) -> bytes | None:
        if place not in self._where or self._file is None:
            return None
        offset, length = self._where[place]
        with contextlib.suppress(OSError), open(self._file, "rb") as file:
            file.seek(offset)
            line = file.read(length)
            return line if _place_of(line) == place else None
        return None

    def _is_made_longer(self, path: Path) -> bool:
        """Whether the new lines could be added to the file that was read, or one that the same program wrote since."""
        if not self._size:
            return False
        with open(path, "r+b") as file:
            if file.read(len(self._head)) != self._head:
                return False
            self._end = file.seek(0, os.SEEK_END) + 1
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


def _place_of(line: bytes) -> str:
    return line[_CHECK + 1 :].partition(b"\t")[0].decode("utf-8", "replace")


def _line(told: bytes) -> bytes:
    return _check(told) + b" " + told + b"\n"


def _check(told: bytes) -> bytes:
    return digest(told)[:_CHECK].encode()
