"""Every way of tampering with a ledger that we could think of, drawn at random."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from classeur.ledger.entries import entry_name
from classeur.ledger.problems import Trouble
from classeur.ledger.verify import LedgerReport, LedgerVerdict, verify
from tests.faults.ledgers import entry_files


@dataclass(frozen=True)
class Tampered:
    """What was done: `paths` are the files that the report must name, `codes` what it may call the fault."""

    paths: tuple[str, ...]
    codes: frozenset[str] = frozenset(Trouble)


class Ledger:
    """A ledger to tamper with, and the chance that draws."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root = root
        self.chance = chance

    def any_file(self) -> Path:
        return self.chance.choice(sorted(p for p in (self.root / "releases").rglob("*") if p.is_file()))

    def released(self) -> Path:
        return self.chance.choice(sorted((self.root / "releases").rglob("PR-*/*/source.md")))

    def path(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()


def flip_a_bit(ledger: Ledger) -> Tampered:
    file = ledger.any_file()
    data = bytearray(file.read_bytes())
    data[ledger.chance.randrange(len(data))] ^= 1 << ledger.chance.randrange(8)
    file.write_bytes(data)
    return Tampered((ledger.path(file),))


def cut_short(ledger: Ledger) -> Tampered:
    file = ledger.any_file()
    file.write_bytes(file.read_bytes()[: ledger.chance.randrange(file.stat().st_size)])
    return Tampered((ledger.path(file),))


def lengthen(ledger: Ledger) -> Tampered:
    file = ledger.any_file()
    file.write_bytes(file.read_bytes() + ledger.chance.choice([b"\n", b" ", b"\0", b"x"]))
    return Tampered((ledger.path(file),))


def windows_lines(ledger: Ledger) -> Tampered:
    file = ledger.released()
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    return Tampered((ledger.path(file),))


def delete(ledger: Ledger) -> Tampered:
    file = ledger.any_file()
    is_head = file == entry_files(ledger.root)[-1]
    file.unlink()
    return Tampered(("releases/journal",) if is_head else (ledger.path(file),))


def rename(ledger: Ledger) -> Tampered:
    file = ledger.any_file()
    other = file.with_name(f"{file.stem}-x{file.suffix}")
    file.rename(other)
    return Tampered((ledger.path(other),))


def renumber(ledger: Ledger) -> Tampered:
    file = ledger.chance.choice(entry_files(ledger.root))
    number = ledger.chance.choice([n for n in range(1, 60) if n != int(file.name[:6])])
    other = file.with_name(f"{number:06d}{file.name[6:]}")
    file.rename(other)
    return Tampered((ledger.path(other),))


def copy_under_another_number(ledger: Ledger) -> Tampered:
    file = ledger.chance.choice(entry_files(ledger.root))
    number = ledger.chance.choice([n for n in range(1, 60) if n != int(file.name[:6])])
    other = file.with_name(f"{number:06d}{file.name[6:]}")
    shutil.copy(file, other)
    return Tampered((ledger.path(other),))


def swap(ledger: Ledger) -> Tampered:
    first, second = ledger.released(), ledger.released()
    while first == second:
        second = ledger.released()
    a, b = first.read_bytes(), second.read_bytes()
    first.write_bytes(b)
    second.write_bytes(a)
    return Tampered((ledger.path(first), ledger.path(second)))


def add_a_file(ledger: Ledger) -> Tampered:
    folders = sorted(p for p in (ledger.root / "releases").rglob("*") if p.is_dir())
    other = ledger.chance.choice(folders) / ledger.chance.choice(["annexe.pdf", ".DS_Store", "source (1).md", "x.json"])
    other.write_bytes(b"x")
    return Tampered((ledger.path(other),))


def conflict_copy(ledger: Ledger) -> Tampered:
    file = ledger.any_file()
    mark = ledger.chance.choice(["-PC-ACCUEIL", " (copie en conflit de PC)", " - Copie", ".sync-conflict-20260312-1"])
    other = file.with_name(f"{file.stem}{mark}{file.suffix}")
    shutil.copy(file, other)
    return Tampered((ledger.path(other),), frozenset({Trouble.CONFLICT_COPY}))


def link_elsewhere(ledger: Ledger) -> Tampered:
    file = ledger.any_file()
    elsewhere = ledger.root / "elsewhere"
    shutil.copy(file, elsewhere)
    file.unlink()
    file.symlink_to(elsewhere)
    return Tampered((ledger.path(file),))


def delete_a_release(ledger: Ledger) -> Tampered:
    folder = ledger.released().parent
    files = tuple(ledger.path(file) for file in folder.rglob("*") if file.is_file())
    shutil.rmtree(folder)
    return Tampered(files, frozenset({Trouble.FILE_MISSING}))


def invent_a_release(ledger: Ledger) -> Tampered:
    folder = ledger.released().parent
    other = folder.with_name("9.9")
    shutil.copytree(folder, other)
    return Tampered((ledger.path(other),), frozenset({Trouble.FOLDER_WITHOUT_ENTRY}))


def move_a_release(ledger: Ledger) -> Tampered:
    folder = ledger.released().parent
    folder.rename(folder.with_name("9.9"))
    return Tampered((ledger.path(folder.with_name("9.9")), ledger.path(folder / "source.md")))


def put_back_an_older_copy(ledger: Ledger) -> Tampered:
    entries = entry_files(ledger.root)
    for entry in entries[ledger.chance.randrange(1, len(entries)) :]:
        told = json.loads(entry.read_bytes())
        entry.unlink()
        if told.get("files"):
            shutil.rmtree(ledger.root / "releases" / told["reference"] / told["version"])
    return Tampered(("releases/journal",), frozenset({Trouble.KNOWN_HEAD_ABSENT}))


def delete_the_journal(ledger: Ledger) -> Tampered:
    shutil.rmtree(ledger.root / "releases" / "journal")
    return Tampered(("releases/journal",), frozenset({Trouble.JOURNAL_GONE, Trouble.KNOWN_HEAD_ABSENT}))


def rewrite_history(ledger: Ledger) -> Tampered:
    """The strongest: change an entry and all that follow, so that the chain is sound again; folders follow."""
    entries = entry_files(ledger.root)
    start = ledger.chance.randrange(len(entries))
    new: dict[str, str] = {}
    for place, entry in enumerate(entries[start:]):
        data = entry.read_bytes()
        old = hashlib.sha256(data).hexdigest()
        told = json.loads(data)
        if place == 0:
            told["actor"]["name"] = "Quelqu'un d'autre"
        told["parents"] = [new.get(parent, parent) for parent in told["parents"]]
        written = (json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
        new[old] = hashlib.sha256(written).hexdigest()
        entry.unlink()
        entry.with_name(entry_name(start + place + 1, new[old])).write_bytes(written)
    return Tampered(("releases/journal",), frozenset({Trouble.KNOWN_HEAD_ABSENT}))


TAMPERINGS: tuple[Callable[[Ledger], Tampered], ...] = (
    flip_a_bit,
    cut_short,
    lengthen,
    windows_lines,
    delete,
    rename,
    renumber,
    copy_under_another_number,
    swap,
    add_a_file,
    conflict_copy,
    link_elsewhere,
    delete_a_release,
    invent_a_release,
    move_a_release,
    put_back_an_older_copy,
    delete_the_journal,
    rewrite_history,
)


def missed(sound: Path, folder: Path, how_many: int, seed: int) -> list[str]:
    """Tamper `how_many` times, knowing the head; what was not found, or not named."""
    chance = random.Random(seed)
    head = verify(sound).head
    told: list[str] = []
    for number in range(how_many):
        root = folder / "tampered"
        shutil.copytree(sound, root)
        tampering = TAMPERINGS[number % len(TAMPERINGS)]
        done = tampering(Ledger(root, chance))
        wrong = _unseen(verify(root, heads=[head]), done)
        told += [f"{number} {tampering.__name__}: {wrong}"] if wrong else []
        shutil.rmtree(root)
    return told


def _unseen(report: LedgerReport, done: Tampered) -> str:
    if report.verdict is not LedgerVerdict.ERROR:
        return f"verdict {report.verdict}"
    named = {str(each.path) for each in report.problems if each.code in done.codes}
    forgotten = set(done.paths) - named
    return f"not named: {sorted(forgotten)}; told: {sorted((e.code, str(e.path)) for e in report.problems)}" * bool(
        forgotten
    )
