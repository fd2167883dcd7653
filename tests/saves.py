"""Ways in which programs save a file, as they were seen to do it, and a follower whose rebuilds are counted."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from classeur.watch.following import Follower, Patience
from classeur.watch.wakes import Events, Polling, Wakes

Save = Callable[[Path, str], None]
QUICK = Patience(missing=0.4, growing=0.5, locked=0.3)
"""Shorter than life, as the ways of saving above are."""


def vim(file: Path, text: str) -> None:
    """Tries the folder with `4913`, keeps the old file as `~` until the new one is written."""
    trial, swap, kept = file.with_name("4913"), file.with_name(f".{file.name}.swp"), file.with_name(file.name + "~")
    swap.write_text("swap")
    trial.write_text("")
    trial.unlink()
    file.rename(kept)
    file.write_text(text, encoding="utf-8")
    kept.unlink()
    swap.unlink()


def vs_code(file: Path, text: str) -> None:
    """Empties the file and writes it, at its place."""
    with open(file, "w", encoding="utf-8") as handle:
        handle.flush()
        handle.write(text)


def notepad_plus_plus(file: Path, text: str) -> None:
    """Writes a copy for its backup folder, then the file in one go."""
    backup = file.with_name(f"{file.name}.bak")
    backup.write_text(text, encoding="utf-8")
    file.write_bytes(text.encode())
    backup.unlink()


def libre_office(file: Path, text: str) -> None:
    """Locks beside the file, writes another one, then gives it the name."""
    lock, other = file.with_name(f".~lock.{file.name}#"), file.with_name("lu2451xk.tmp")
    lock.write_text("lock")
    other.write_text(text, encoding="utf-8")
    other.replace(file)
    lock.unlink()


def word(file: Path, text: str) -> None:
    """Writes a new file, puts the old one aside, gives the new one its name, then drops the old one."""
    owner, new, old = (
        file.with_name(f"~${file.name[2:]}"),
        file.with_name("~WRD0001.tmp"),
        file.with_name("~WRL0002.tmp"),
    )
    owner.write_text("owner")
    new.write_text(text, encoding="utf-8")
    file.rename(old)
    new.rename(file)
    old.unlink()
    owner.unlink()


def one_drive(file: Path, text: str) -> None:
    """Deletes the file, and writes it again a moment later."""
    file.unlink()
    time.sleep(0.2)
    file.write_text(text, encoding="utf-8")


def slow_copy(file: Path, text: str, seconds: float = 0.6) -> None:
    """Arrives piece by piece over a slow line."""
    pieces = 10
    data = text.encode()
    step = len(data) // pieces + 1
    with open(file, "wb") as handle:
        for start in range(0, len(data), step):
            handle.write(data[start : start + step])
            handle.flush()
            time.sleep(seconds / pieces)


WAYS: Mapping[str, Save] = {
    "vim": vim,
    "VS Code": vs_code,
    "Notepad++": notepad_plus_plus,
    "LibreOffice": libre_office,
    "Word": word,
    "OneDrive": one_drive,
    "slow copy": slow_copy,
}


@dataclass
class Followed:
    """A house that is followed, and what each rebuild read: the text of each file of `procedures`."""

    root: Path
    follower: Follower
    builds: list[dict[str, str]] = field(default_factory=list)
    saved: list[frozenset[str]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    day: dt.date = dt.date(2026, 11, 22)

    @property
    def shows(self) -> Mapping[str, str]:
        """What the last rebuild read."""
        return self.builds[-1] if self.builds else {}

    def until(self, is_so: Callable[[], bool], seconds: float = 30.0) -> bool:
        """Wait until something is so; whether it came to be."""
        limit = time.monotonic() + seconds
        while not is_so() and time.monotonic() < limit:
            time.sleep(0.01)
        return is_so()

    def comes_to_show(self, texts: Mapping[str, str]) -> bool:
        """Whether a rebuild reads exactly these texts, soon."""
        return self.until(lambda: self.shows == texts)

    def rebuild(self, saved: frozenset[str]) -> None:
        """Read what stands there."""
        texts = {}
        for file in sorted((self.root / "procedures").rglob("*.md")):
            with contextlib.suppress(FileNotFoundError):
                texts[file.name] = file.read_text(encoding="utf-8", errors="replace")
        self.saved.append(saved)
        self.builds.append(texts)


@contextlib.contextmanager
def followed(root: Path, poll: bool = False, patience: Patience | None = None) -> Iterator[Followed]:
    """A house that is followed while the block runs."""
    (root / "procedures").mkdir(parents=True, exist_ok=True)
    wakes: Wakes = Polling(0.05) if poll else Events(root)
    follower = Follower(
        root,
        wakes,
        lambda saved: house.rebuild(saved),
        lambda: house.troubles.append("gone"),
        lambda: house.troubles.append("back"),
        lambda: house.day,
        patience or QUICK,
    )
    house = Followed(root, follower)
    thread = threading.Thread(target=follower.run)
    thread.start()
    try:
        assert house.until(lambda: bool(house.builds))
        yield house
    finally:
        follower.stop()
        thread.join(30)
        assert not thread.is_alive()


@dataclass(frozen=True)
class Tried:
    """Many saves in one way: how many, the builds they took, the most for one save, and those never shown."""

    way: str
    saves: int
    builds: int
    most: int
    lost: tuple[str, ...]


def tried(root: Path, way: str, save: Save, saves: int) -> Tried:
    """Save a text again and again with the patience of life; each save must come to be shown."""
    file = root / "procedures" / "text.md"
    file.parent.mkdir(parents=True)
    file.write_text("first\n", encoding="utf-8")
    lost, counts = [], []
    with followed(root, patience=Patience()) as house:
        for number in range(saves):
            before, text = len(house.builds), f"save {number}\n" * (200 + number % 7)
            save(file, text)
            if not house.comes_to_show({"text.md": text}):
                lost.append(f"{way}: save {number} is not shown")
            counts.append(len(house.builds) - before)
    return Tried(way, saves, sum(counts), max(counts), tuple(lost))
