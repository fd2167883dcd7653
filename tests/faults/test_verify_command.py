"""`classeur verify` and `classeur repair`, as other programs and people use them (design §11)."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from classeur.cli import repair, verify
from classeur.errors import ClasseurError
from classeur.ledger.journal import load
from classeur.wording.translator import translator
from tests.faults.ledgers import SOURCE, a_ledger, entry_files
from tests.houses import write_house

WORDS = translator("fr")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A house with a release."""
    house = tmp_path / "house"
    house.mkdir()
    write_house(house)
    a_ledger(house)
    return house


def run(command: click.Command, *arguments: object) -> int:
    answer = command.main([str(each) for each in arguments], standalone_mode=False)
    assert isinstance(answer, int)
    return answer


def test_a_sound_ledger_is_clean(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(verify.command(WORDS), "-C", root, "--format", "json") == 0

    told = json.loads(capsys.readouterr().out)
    assert told == {"verdict": "clean", "head": load(root).head, "problems": []}


def test_a_warning_gives_one(root: Path) -> None:
    (root / "releases" / ".tmp-1").mkdir()

    assert run(verify.command(WORDS), "-C", root) == 1


def test_an_altered_file_gives_two_and_is_told_in_french_with_a_remedy(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / SOURCE).write_bytes(b"x")

    assert run(verify.command(WORDS), "-C", root, "--format", "json") == 2
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert set(problem) == {"code", "path", "message", "remedy"}
    assert (problem["code"], problem["path"]) == ("LG014", SOURCE)
    assert "a été modifié depuis sa diffusion" in problem["message"]
    assert "–" not in problem["message"] + problem["remedy"]


@pytest.mark.parametrize("options", [["--copies", "nowhere"], ["--head", "une tête"], ["-C", "nowhere"]])
def test_what_cannot_be_read_gives_three_with_a_remedy(
    root: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(verify.command(WORDS), "-C", root, *options) == 3
    assert "faire" in capsys.readouterr().err


def test_a_known_head_is_looked_for(root: Path) -> None:
    head = load(root).head

    assert run(verify.command(WORDS), "-C", root, "--head", head) == 0
    entry_files(root)[-1].unlink()
    assert run(verify.command(WORDS), "-C", root, "--head", head) == 2


def test_an_auditor_may_verify_the_releases_alone(root: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    (root / "releases").rename(alone / "releases")

    assert run(verify.command(WORDS), "-C", alone) == 0


def test_a_repair_is_shown_before_it_is_done(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stranger = root / "releases" / "notes.txt"
    stranger.write_text("x")

    assert run(repair.command(WORDS), "-C", root) == 1
    assert stranger.is_file()
    assert "mettre de côté : releases/notes.txt (LG006)" in capsys.readouterr().out
    assert run(repair.command(WORDS), "-C", root, "--as", "a.martin", "--carry-out") == 0
    assert not stranger.is_file()
    assert load(root).entries[-1].actor.name == "Alix Martin"
    assert run(repair.command(WORDS), "-C", root) == 0


def test_a_backup_that_is_no_folder_is_refused(root: Path) -> None:
    with pytest.raises(ClasseurError):
        run(repair.command(WORDS), "-C", root, "--from", "nowhere")
