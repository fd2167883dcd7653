"""Builds that meet, that are killed, that fill the disk: readers keep whole pages, and the next build is right."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from classeur.ledger.lock import held as lock
from classeur.tasks.one_build import BUILD_LOCK
from classeur.tasks.open_folder import CACHE_FOLDER
from tests.acts import ACCUEIL
from tests.faults.bad_disk import Fault, bad_disk
from tests.houses import TODAY, a_text, house_files, write_house
from tests.sites import built, built_cold, held
from tests.unit.commands import Desk

TEXTS = 30
"""Enough for several processes to share them."""


def a_build(root: Path, site: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "classeur", "-C", str(root), "--today", TODAY.isoformat()]
    environment = {**os.environ, "CLASSEUR_LANG": "fr"}
    return subprocess.Popen(
        [*command, "build", "--site-dir", str(site)], text=True, stderr=subprocess.PIPE, stdout=subprocess.PIPE,
        env=environment, encoding="utf-8",
    )  # fmt: skip


def titled(word: str) -> dict[str, str]:
    names = {f"procedures/t{n}.md": f"PR-R1-{n:03}" for n in range(2, TEXTS)}
    return {name: a_text(reference=reference, title=f"{word} {reference}") for name, reference in names.items()}


@dataclass(frozen=True)
class Edited:
    """A house whose texts were all edited after its site was built; what its site holds before and after."""

    root: Path
    site: Path
    old: dict[str, bytes]
    new: dict[str, bytes]


@pytest.fixture(scope="module")
def edited_once(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    folder = tmp_path_factory.mktemp("edited")
    root = write_house(folder / "house", house_files(**titled("Avant")))
    old = held(built(root, folder / "site"))
    for name, text in titled("Après").items():
        (root / name).write_text(text, "utf-8")
    return Edited(root, folder / "site", old, built_cold(root, folder / "cold"))


@pytest.fixture
def edited(edited_once: Edited, tmp_path: Path) -> Edited:
    shutil.copytree(edited_once.root, tmp_path / "house")
    shutil.copytree(edited_once.site, tmp_path / "site")
    return Edited(tmp_path / "house", tmp_path / "site", edited_once.old, edited_once.new)


def test_a_build_waits_for_the_one_that_is_under_way_and_says_so(tmp_path: Path) -> None:
    root = write_house(tmp_path / "house")
    (root / CACHE_FOLDER).mkdir()
    handle = lock(root / CACHE_FOLDER / BUILD_LOCK)
    assert handle is not None

    with a_build(root, tmp_path / "site") as second:
        assert second.stderr is not None
        said = second.stderr.readline()
        was_written = (tmp_path / "site").exists()
        os.close(handle)
        second.communicate()

    assert said == "L'intranet de ce dossier est déjà en train d'être construit : on attend la fin.\n"
    assert (was_written, second.returncode) == (False, 0)


def test_two_builds_at_once_both_give_the_right_site(edited: Edited, tmp_path: Path) -> None:
    with a_build(edited.root, edited.site) as first, a_build(edited.root, tmp_path / "other") as second:
        said = first.communicate(), second.communicate()

    assert (first.returncode, second.returncode) == (0, 0), said
    assert held(edited.site) == edited.new == held(tmp_path / "other")


def nothing_yet(house: Edited) -> bool:
    return (house.root / CACHE_FOLDER / BUILD_LOCK).exists()


def pages_are_laid_out(house: Edited) -> bool:
    page = house.root / CACHE_FOLDER / "stage/pages/d/PR-R1-009/index.md"
    return "Après" in page.read_text("utf-8")


def pages_are_rendered(house: Edited) -> bool:
    return len(list((house.root / CACHE_FOLDER / "stage-memory/incoming").rglob("*.html"))) > 3


@pytest.mark.parametrize("moment", [nothing_yet, pages_are_laid_out, pages_are_rendered])
def test_a_build_killed_half_way_leaves_whole_pages_and_the_next_one_mends(
    edited: Edited, moment: Callable[[Edited], bool]
) -> None:
    with a_build(edited.root, edited.site) as build:
        while not moment(edited):
            assert build.poll() is None, build.communicate()
            time.sleep(0.001)
        build.kill()

    left = held(edited.site)
    assert left.keys() == edited.old.keys()
    assert all(content in (edited.old[name], edited.new[name]) for name, content in left.items())
    assert held(built(edited.root, edited.site)) == edited.new


@pytest.mark.parametrize("call", [0, 2, 15, 40, 60, 80, 95, 105, 999])
def test_a_disk_that_fills_up_during_a_build_leaves_the_last_good_site(tmp_path: Path, desk: Desk, call: int) -> None:
    root = write_house(tmp_path / "house")
    old = held(built(root, tmp_path / "site"))
    (root / ACCUEIL).write_text(a_text(title="Recevoir autrement"), "utf-8")

    with bad_disk(tmp_path, Fault.FULL, call) as disk:
        said = desk.run("-C", root, "--today", TODAY.isoformat(), "build", "--site-dir", tmp_path / "site")

    new = built_cold(root, tmp_path / "cold")
    assert (said.code, "le disque est plein" in said.err) == ((0, False) if disk.calls <= call else (2, True)), said
    assert held(tmp_path / "site") in (old, new)
    assert held(built(root, tmp_path / "site")) == new
