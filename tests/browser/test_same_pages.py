"""Plain MkDocs and classeur are two doors to one house."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from classeur.cli.app import main
from tests.browser.starter import ROOT
from tests.houses import a_text
from tests.released import kept_states

OURS = ".classeur-site"
DRAWN = '## But\n\nUn logigramme.\n\n```mermaid\nflowchart TD\n  a["Lire"] --> b["Signer"]\n```\n'


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_plain_mkdocs_gives_the_same_files_as_classeur(tmp_path: Path) -> None:
    house = kept_states(tmp_path / "house")
    shutil.copy(ROOT / "mkdocs.yml", house)  # that of the starter house
    drawn = a_text(DRAWN, reference="PR-R1-020", title="Suivre un logigramme")
    (house / "procedures/logigramme.md").write_text(drawn, "utf-8")

    assert main(["-C", str(house), "build", "--site-dir", str(tmp_path / "ours")]) == 0
    plain = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "theirs")]
    done = subprocess.run(plain, cwd=house, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

    ours, theirs = files(tmp_path / "ours"), files(tmp_path / "theirs")
    ours.pop(OURS)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
