"""`classeur watch` as a person meets it: in a terminal of its own, on a real folder."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acts import ACCUEIL
from tests.houses import write_house

PAGE = "site/d/PR-R1-001/index.html"


def watch(root: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "classeur", "watch", "-C", str(root), *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "CLASSEUR_LANG": "fr"}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
    )


@contextlib.contextmanager
def watching(root: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    with watch(root, *options) as process:
        try:
            told_until(process, "Ctrl+C")
            yield process
        finally:
            process.kill()


def comes(file: Path, words: str) -> bool:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        with contextlib.suppress(OSError):
            if words in file.read_text("utf-8"):
                return True
        time.sleep(0.02)
    return False


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    """A house that is watched; whoever watches it stops in peace when told to."""
    root = write_house(tmp_path_factory.mktemp("watched"))
    with watching(root) as process:
        yield root, process
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        assert process.returncode == 0


def test_a_save_is_on_the_page_and_what_is_wrong_with_it_is_told_first(
    watched: tuple[Path, subprocess.Popen[str]],
) -> None:
    root, process = watched
    text = root / ACCUEIL
    text.write_text(text.read_text("utf-8").replace("sans attente inutile", "sans attente, [voir](rien.md)"), "utf-8")

    assert comes(root / PAGE, "sans attente, ")
    said = told_until(process, "À jour en")
    assert said.index(f"Modifié : {ACCUEIL}") < said.index(f"{ACCUEIL}:") < said.index("À jour en")
    assert "LK001" in said


def told_until(process: subprocess.Popen[str], words: str) -> str:
    """What it says up to the line that holds these words."""
    assert process.stdout is not None
    said = ""
    while words not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    return said


def test_a_second_watcher_of_the_same_folder_says_so(watched: tuple[Path, subprocess.Popen[str]]) -> None:
    with watch(watched[0]) as second:
        said, _ = second.communicate(timeout=60)

    assert second.returncode == 2
    assert "surveille déjà ce dossier" in said
