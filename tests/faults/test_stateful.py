"""Publishing, acting, cutting the power, joining two copies, tampering and repairing, in any order."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from classeur.ledger.journal import append, load
from classeur.ledger.problems import LedgerDamaged, VersionTaken
from classeur.ledger.publish import publish, read_release, release_folder
from classeur.ledger.repair import carry_out, plan_repair
from classeur.ledger.verify import LedgerVerdict, verify
from classeur.model.findings import Severity
from classeur.model.versions import Version
from tests.faults.ledgers import ACTOR, AT, QUICK, QuickLayer, a_draft, a_review

REFERENCES = st.sampled_from(["PR-R1-001", "PR-R2-012", "MQ-M1-001"])
VERSIONS = st.sampled_from(["1.0", "1.1", "2.0"])
TEXTS = st.binary(min_size=1, max_size=40)


class PowerCut(Exception):
    """The process dies here."""


class Fragile(QuickLayer):
    """A disk that stops after some operations; a file is then left half written."""

    def __init__(self, left: int) -> None:
        self.left = left

    def _spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise PowerCut

    def mkdir(self, folder: Path, *, lasting: bool = True) -> None:
        self._spend()
        super().mkdir(folder, lasting=lasting)

    def write(self, path: Path, data: bytes) -> None:
        if self.left == 0:
            path.write_bytes(data[: len(data) // 2])
        self._spend()
        super().write(path, data)

    def publish(self, temporary: Path, final: Path) -> None:
        self._spend()
        super().publish(temporary, final)

    def rename_dir(self, folder: Path, final: Path) -> None:
        self._spend()
        super().rename_dir(folder, final)


class Ledgers(RuleBasedStateMachine):
    """A house, and what its ledger must hold whatever happens."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "house"
        self.root.mkdir()
        self.released: dict[tuple[str, str], bytes] = {}
        self.heads: set[str] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _remember(self) -> None:
        self.heads |= {head for head in (load(self.root).head,) if head}

    @rule(reference=REFERENCES, version=VERSIONS, text=TEXTS, left=st.one_of(st.just(99), st.integers(0, 12)))
    def publish(self, reference: str, version: str, text: bytes, left: int) -> None:
        key = reference, version
        try:
            publish(self.root, a_draft(*key), {"source.md": text}, load(self.root), Fragile(left))
            assert self.released.setdefault(key, text) == text
        except VersionTaken:
            assert release_folder(self.root, reference, Version.parse(version)).is_dir()
        except PowerCut:
            entry = load(self.root).publication(reference, Version.parse(version))
            if entry is not None:  # committed, and nobody was told
                self.released.setdefault(key, text)
        self._remember()

    @rule(reference=REFERENCES, left=st.one_of(st.just(99), st.integers(0, 4)))
    def review(self, reference: str, left: int) -> None:
        with contextlib.suppress(PowerCut):
            append(self.root, a_review(reference, minutes=0), load(self.root), Fragile(left))
        self._remember()

    @rule()
    def repair(self) -> None:
        carry_out(plan_repair(self.root, verify(self.root)), self.root, ACTOR, AT, QUICK)

        assert verify(self.root).verdict is LedgerVerdict.CLEAN
        self._remember()

    @precondition(lambda self: bool(self.heads))
    @rule(first=REFERENCES, second=REFERENCES)
    def two_people_act_on_two_copies(self, first: str, second: str) -> None:
        copy = self.folder / "copy"
        shutil.copytree(self.root, copy)
        append(self.root, a_review(first, minutes=0, by="one"), load(self.root), QUICK)
        append(copy, a_review(second, minutes=0, by="the other"), load(copy), QUICK)
        shutil.copytree(copy / "releases" / "journal", self.root / "releases" / "journal", dirs_exist_ok=True)
        shutil.rmtree(copy)
        assert len(load(self.root).heads) == 2
        self._remember()

    @precondition(lambda self: bool(self.released))
    @rule(place=st.integers(0, 1000), bit=st.integers(0, 7))
    def tamper_then_restore_from_a_backup(self, place: int, bit: int) -> None:
        backup = self.folder / "backup"
        shutil.copytree(self.root / "releases", backup / "releases")
        keys = sorted(self.released)
        reference, version = keys[place % len(keys)]
        file = release_folder(self.root, reference, Version.parse(version)) / "source.md"
        data = bytearray(file.read_bytes())
        data[place % len(data)] ^= 1 << bit
        file.write_bytes(data)

        report = verify(self.root)
        assert file.relative_to(self.root).as_posix() in {str(each.path) for each in report.problems}
        carry_out(plan_repair(self.root, report, [backup]), self.root, ACTOR, AT, QUICK)
        shutil.rmtree(backup)
        self._remember()

    @precondition(lambda self: bool(self.heads))
    @rule(text=TEXTS)
    def nothing_is_added_to_a_damaged_journal(self, text: bytes) -> None:
        entry = sorted((self.root / "releases" / "journal").glob("*.json"))[0]
        sound = entry.read_bytes()
        entry.write_bytes(sound + b" ")
        try:
            append(self.root, a_review(minutes=0), load(self.root), QUICK)
            raise AssertionError("a damaged journal took an entry")
        except LedgerDamaged:
            entry.write_bytes(sound)

    @invariant()
    def everything_released_is_still_there(self) -> None:
        report = verify(self.root, heads=self.heads)
        errors = {each.code for each in report.problems if each.severity is Severity.ERROR}
        assert errors <= {"LG017"}, report.problems  # a folder whose act was cut, in force nowhere
        told = {(e.reference, str(e.version)) for e in report.journal.entries if e.files}
        assert told == set(self.released)
        for (reference, version), text in self.released.items():
            assert read_release(self.root, reference, Version.parse(version)) == {"source.md": text}


Ledgers.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLedgers = Ledgers.TestCase
