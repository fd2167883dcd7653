"""The auditor's page: its commands, run as they are written, see what was changed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from classeur.ledger.journal import append, combined, load
from tests.docs.words import ROOT
from tests.faults.ledgers import QUICK, a_ledger, a_review, entry_files

PAGE = (ROOT / "generator" / "docs" / "auditor.md").read_text("utf-8")


def shell(command: str, folder: Path) -> str:
    """What a command of the page prints."""
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The folder of a journal of four entries."""
    a_ledger(tmp_path, "PR-R2-012 1.0", "PR-R2-012 2.0")
    append(tmp_path, a_review(), load(tmp_path), QUICK)
    return tmp_path / "releases" / "journal"


def loop() -> str:
    [found] = re.findall(r"^    for file in.*?^    done$", PAGE, re.M | re.S)
    return str(found)


def test_the_loop_of_the_page_is_silent_when_nothing_was_changed(journal: Path) -> None:
    assert shell(loop(), journal) == ""


def test_the_loop_of_the_page_names_an_entry_that_was_changed(journal: Path) -> None:
    entry = sorted(journal.glob("*.json"))[1]
    entry.write_bytes(entry.read_bytes() + b" ")

    assert shell(loop(), journal) == f"changed: {entry.name}\n"


def test_the_digest_of_the_text_stands_in_its_entry(journal: Path) -> None:
    printed = shell("sha256sum source.md", journal.parent / "PR-R2-012" / "2.0")

    assert printed[:64] in sorted(journal.glob("*.json"))[2].read_text("utf-8")


def test_the_head_of_several_entries_is_what_the_page_says(journal: Path) -> None:
    [formula] = re.findall(r"`(sha256sum A\.json B\.json [^`]*)`", PAGE)
    names = [file.name for file in entry_files(journal.parents[1])[-2:]]
    hashes = [entry.hash for entry in load(journal.parents[1]).entries[-2:]]

    printed = shell(formula.replace("A.json", names[0]).replace("B.json", names[1]), journal)

    assert printed[:64] == combined(hashes)
