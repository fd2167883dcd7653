"""Writing the folder that an auditor takes away."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.confirmations import load_register
from classeur.ledger.entries import entry_name
from classeur.ledger.plain_files import read_plain
from classeur.ledger.verify import verify
from classeur.model.binder import Binder
from classeur.model.readings import readings
from classeur.model.references import folded
from classeur.model.registers.past import registers_on
from classeur.tasks.as_of import as_of
from classeur.tasks.house import Texts, open_house
from classeur.views.evidence import EvidencePack, evidence_pack
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator
from classeur.writers.evidence.folder import INDEX, EvidenceFolder, Proof
from classeur.writers.site.dialect import Dialect

_TEXTS = ("manual", "procedures", "processes", "releases")


@dataclass(frozen=True)
class EvidenceReport:
    """What was written."""

    pack: EvidencePack
    folder: Path
    files: int

    @property
    def index(self) -> Path:
        """The page to open first."""
        return self.folder / INDEX


def write_evidence(
    root: Path, standard: str, on: dt.date, now: dt.datetime, target: Path, dialect: Dialect, words: Translator
) -> EvidenceReport:
    """Write the evidence and the gaps of a standard on a day into a new folder.

    Args:
        now: the instant of the command: its day is that of the folder, later stamps in the ledger are a fault.

    Raises:
        ClasseurError: no such standard, a day still to come, a folder that holds something, or that cannot be written.
    """
    house = open_house(root, now.date(), Texts.ALL)
    today = house.binder.ledger.local_day(now)
    _refuse(root, on, today, target, words)
    binder = replace(as_of(house, on), registers=registers_on(house.binder.registers, on))
    pack = _pack(root, binder, standard, today, words)
    ledger = house.binder.ledger
    try:
        proof = Proof(
            report=verify(root, now=now),
            read=lambda path: read_plain(str(root / path)),
            journal={entry_name(entry.sequence, entry.hash): entry.hash for entry in ledger.entries},
            as_of_head=binder.ledger.head,
        )
        files = EvidenceFolder(pack, binder, proof, dialect, words, root).files()
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be read: {problem}.", path=error.filename, problem=disk_trouble(error, words)),
            remedy=words("`classeur verify` says what is missing from the ledger."),
        ) from error
    _put(files, target, words)
    return EvidenceReport(pack, target, len(files))


def _pack(root: Path, binder: Binder, standard: str, today: dt.date, words: Translator) -> EvidencePack:
    name = next((each for each in binder.standards if folded(each) == folded(standard)), standard)
    past = binder.today if binder.today < today else None
    known = readings(binder, load_register(root).confirmations, as_of=past)
    pack = evidence_pack(binder, name, known, today)
    if pack is None:
        raise ClasseurError(
            words("No standard is called {name}.", name=standard),
            remedy=words("Known standards: {names}.", names=", ".join(sorted(binder.standards)) or "–"),
        )
    return pack


def _refuse(root: Path, on: dt.date, today: dt.date, target: Path, words: Translator) -> None:
    if on > today:
        raise ClasseurError(
            words("{day} is still to come: there is nothing to show yet.", day=words.date(on)),
            remedy=words("Give a past day, or leave --on out."),
        )
    if any(target.resolve().is_relative_to((root / name).resolve()) for name in _TEXTS):
        raise ClasseurError(
            words("The folder {folder} is one of the texts themselves.", folder=target),
            remedy=words("Choose a folder outside with -o."),
        )
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ClasseurError(
            words(
                "{folder} already holds something: evidence that was given to somebody is never replaced.",
                folder=target,
            ),
            remedy=words("Choose a new folder with -o."),
        )


def _put(files: dict[str, bytes], target: Path, words: Translator) -> None:
    """All of the folder, or nothing: it is made beside, then takes its name."""
    made: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        for name, content in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if target.exists():
            target.rmdir()
        made.chmod(0o755)
        made.replace(target)
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be written: {problem}.", path=target, problem=disk_trouble(error, words)),
            remedy=words("Choose another folder, free some space, or ask for the right to write there."),
        ) from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
