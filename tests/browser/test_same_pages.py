"""Plain MkDocs and classeur are two doors to one house."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from classeur.tasks.init_folder import init_folder
from classeur.wording.translator import translator

OURS = ".classeur-site"


def run(folder: Path, *command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_plain_mkdocs_gives_the_same_files_as_classeur(tmp_path: Path) -> None:
    house = tmp_path / "house"
    init_folder(house, translator("fr"))

    run(house, "classeur", "build", "--site-dir", str(tmp_path / "ours"))
    run(house, "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "theirs"))

    ours, theirs = files(tmp_path / "ours"), files(tmp_path / "theirs")
    ours.pop(OURS)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
