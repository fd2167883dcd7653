"""The house's folder: which files there are, and their text, whatever the computer that wrote them."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import re
import stat
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BufferedReader
from pathlib import Path, PurePosixPath

from classeur.model.conflict_copies import is_marked_as_copy
from classeur.model.findings import Fault, Location
from classeur.model.references import folded, is_reserved_name
from classeur.model.registers.rows import is_in_registers

TEXT_FOLDERS = ("manual", "procedures", "processes")
MAX_TEXT_BYTES = 3 * 1024 * 1024
"""About a thousand printed pages."""

_IGNORED_FOLDERS = frozenset({"site", "releases", "node_modules", "__pycache__", "venv", "env"})
_LEFTOVER = re.compile(r"^~\$|^\.~lock\.|\.sw[a-p]$|~$|\.bak$|\.tmp$|^\.#|^#.*#$", re.IGNORECASE)
_AWKWARD = re.compile(r'[<>:"|?*\\\x00-\x1f\ud800-\udfff]|[. ]$')
_MAX_NAME = 150
_QUIET = 3_000_000_000
"""Nanoseconds."""

FileStamp = tuple[int, int, int, int, int]


@dataclass
class Folder:
    """What stands in the house: the texts to read, all files that a text may point to, and the faults of names."""

    texts: list[PurePosixPath] = field(default_factory=list)
    files: frozenset[PurePosixPath] = frozenset()
    faults: list[Fault] = field(default_factory=list)


def look_into(root: Path) -> Folder:
    """Every file of the house, without following symbolic links."""
    closed: list[Fault] = []
    found = list(_walk(root, lambda error: closed.append(_unreadable(root, error))))
    last = _LAST_WALK.get(root)
    if last is None or last[0] != found:
        _LAST_WALK.clear()
        last = _LAST_WALK[root] = found, _told_apart(found)
    known = last[1]
    return Folder(known.texts, known.files, [*closed, *known.faults])


_LAST_WALK: dict[Path, tuple[list[tuple[PurePosixPath, bool]], Folder]] = {}
"""The names of the folder looked into last: a program that lives finds nearly always the same."""


def _told_apart(found: Iterable[tuple[PurePosixPath, bool]]) -> Folder:
    folder, files = Folder(), set[PurePosixPath]()
    seen: dict[str, PurePosixPath] = {}
    told: set[PurePosixPath] = set()
    for path, is_link in sorted(found, key=lambda each: (each[0].parts, each[1])):
        in_texts = path.parts[0] in TEXT_FOLDERS
        if not in_texts:
            if not is_link:
                files.add(path)
            continue
        if is_link:
            folder.faults.append(Fault(Location(path), "IN007", {"name": path.name}))
            continue
        if is_leftover(path.name):
            folder.faults.append(Fault(Location(path), "IN005", {"name": path.name}))
            continue
        files.add(path)
        folder.faults += _name_faults(path, told)
        twin = seen.setdefault(folded(str(path)), path)
        if twin != path:
            folder.faults.append(Fault(Location(path), "IN008", {"name": path.name, "other": str(twin)}))
        if path.suffix.lower() == ".md" and not is_in_registers(path):
            folder.texts.append(path)
    folder.files = frozenset(files)
    return folder


def read_text(root: Path, path: PurePosixPath, max_bytes: int = MAX_TEXT_BYTES) -> tuple[str | None, list[Fault]]:
    """A file's text with LF line ends, accents composed and no BOM; None when it cannot be read, and why."""
    content, faults = read_bytes(root, path, max_bytes)
    return (None, faults) if content is None else _decoded(content, Location(path))


def read_bytes(root: Path, path: PurePosixPath, max_bytes: int) -> tuple[bytes | None, list[Fault]]:
    """A file's bytes; None when it cannot be read, is empty or too large, and why."""
    where = Location(path)
    try:
        with _opened(root / path) as file:
            size = os.fstat(file.fileno()).st_size  # a buffer of the limit's size costs more than the text
            content = file.read(min(size, max_bytes) + 1)
    except IsADirectoryError:
        return None, [Fault(where, "IN010", {"name": path.name})]
    except OSError as error:
        if (root / path).is_dir():  # Windows answers "permission denied"
            return None, [Fault(where, "IN010", {"name": path.name})]
        return None, [Fault(where, "IN002", {"name": path.name, "problem": error.strerror or type(error).__name__})]
    if len(content) > max_bytes:
        return None, [Fault(where, "IN003", {"name": path.name, "limit": str(max_bytes // 1024 // 1024)})]
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        return None, [Fault(where, "IN009", {"name": path.name})]
    return content, []


def is_leftover(name: str) -> bool:
    """Whether an editor or an office program left a file of that name beside the one it works on."""
    return bool(_LEFTOVER.search(name))


def quiet_stamp(root: Path, path: PurePosixPath | str) -> FileStamp | None:
    """What tells a file from another one at the same place without reading it; None when it may still be written.

    The clock of a disk is coarse: of two saves within the same tick the second would not be told from the first. A file
    is trusted once it has been quiet for longer than the coarsest clock (two seconds on a USB stick).
    """
    try:
        now, told = time.time_ns(), os.stat(f"{root}/{path}")  # noqa: PTH116  (a Path costs more than the question)
    except (OSError, ValueError):
        return None
    if max(told.st_mtime_ns, told.st_ctime_ns) > now - _QUIET:
        return None
    return told.st_mode, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns


def sha256_of(root: Path, path: PurePosixPath) -> str | None:
    """The SHA-256 of a file's bytes; None when it cannot be read."""
    try:
        with _opened(root / path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def size_of(root: Path, path: PurePosixPath) -> int:
    """How many bytes a file holds; 0 when it cannot be looked at."""
    try:
        return (root / path).stat().st_size
    except OSError:
        return 0


def _opened(file: Path) -> BufferedReader:
    """The file, ready to be read. A pipe or a device would make the reader wait for ever: it is refused."""
    if not stat.S_ISREG(file.stat().st_mode) and not file.is_dir():
        raise OSError(errno.EINVAL, "not a regular file")
    return open(file, "rb")


def _decoded(content: bytes, where: Location) -> tuple[str | None, list[Fault]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return _lines(content.decode("utf-16")), [Fault(where, "IN004", {"encoding": "UTF-16"})]
        except UnicodeDecodeError:
            return None, [Fault(where, "IN011", {"name": where.path.name})]
    if b"\0" in content:
        return None, [Fault(where, "IN011", {"name": where.path.name})]
    try:
        return _lines(content.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = content.decode("cp1252", "replace")
        return _lines(text), [Fault(Location(where.path, line), "IN004", {"encoding": "Windows-1252"})]


def _lines(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _unreadable(root: Path, error: OSError) -> Fault:
    """A folder that may not be listed: all its texts would be missed."""
    path = PurePosixPath(Path(error.filename).relative_to(root).as_posix())
    return Fault(Location(path), "IN002", {"name": path.name, "problem": error.strerror or type(error).__name__})


def _walk(root: Path, on_error: Callable[[OSError], None]) -> Iterator[tuple[PurePosixPath, bool]]:
    """Each file with its path relative to the root, and whether it is (or stands for) a symbolic link."""
    return _walk_below(str(root), "", on_error)


def _walk_below(here: str, inside: str, on_error: Callable[[OSError], None]) -> Iterator[tuple[PurePosixPath, bool]]:
    try:
        with os.scandir(here) as found:
            entries = list(found)
    except OSError as error:
        on_error(error)
        return
    below: list[str] = []
    for entry in entries:
        name, is_link = entry.name, entry.is_symlink()
        if _is_folder(entry):
            if is_link or (inside and name.lower().endswith(".md")):
                yield _path(inside + name), is_link
            if not (is_link or name.startswith(".") or (not inside and name in _IGNORED_FOLDERS)):
                below.append(name)
        elif not name.startswith(".") or is_leftover(name):
            yield _path(inside + name), is_link
    for name in sorted(below):
        yield from _walk_below(os.path.join(here, name), f"{inside}{name}/", on_error)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


@lru_cache(maxsize=100_000)  # a program that lives meets the same files at each look
def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name)


def _name_faults(path: PurePosixPath, told: set[PurePosixPath]) -> Iterator[Fault]:
    """What is wrong with a file's name and with those of its folders; each folder is told once."""
    if is_marked_as_copy(path.stem):
        yield Fault(Location(path), "IN005", {"name": path.name})
    for each in _awkward(path):
        if each not in told:
            told.add(each)
            yield Fault(Location(each), "IN006", {"name": each.name})


@lru_cache(maxsize=100_000)
def _awkward(path: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """The path and its folders, those whose name is awkward."""
    return tuple(each for each in (path, *path.parents[:-1]) if _is_awkward(each.name))


def _is_awkward(name: str) -> bool:
    return is_reserved_name(name) or len(name) > _MAX_NAME or bool(_AWKWARD.search(name))
