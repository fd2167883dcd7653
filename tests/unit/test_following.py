"""Saved is seen: how programs save, what is none of our business, a share that goes and comes back."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from pathlib import Path

import pytest

from classeur.watch.following import Patience
from tests.saves import WAYS, followed, vs_code


@pytest.fixture
def procedure(tmp_path: Path) -> Path:
    file = tmp_path / "house" / "procedures" / "accueil.md"
    file.parent.mkdir(parents=True)
    file.write_text("first\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("poll", [False, True], ids=["events", "poll"])
@pytest.mark.parametrize("way", WAYS)
def test_each_save_of_each_program_is_seen_with_at_most_two_builds(procedure: Path, way: str, poll: bool) -> None:
    with followed(procedure.parents[1], poll) as house:
        for number in range(1, 2 if poll else 3):
            before = len(house.builds)
            text = f"save {number} of {way}\n" * 200 * number

            WAYS[way](procedure, text)

            assert house.comes_to_show({"accueil.md": text})
            assert len(house.builds) - before <= 2


def test_a_burst_of_saves_is_one_build(procedure: Path) -> None:
    with followed(procedure.parents[1]) as house:
        before = len(house.builds)

        for number in range(20):
            vs_code(procedure.with_name(f"note-{number}.md"), "text\n")

        assert house.until(lambda: len(house.shows) == 21)
        assert len(house.builds) - before <= 2


@pytest.mark.parametrize(
    "name",
    ["~$accueil.docx", ".~lock.accueil.odt#", "accueil.md~", ".accueil.md.swp", "4913", "accueil.md.part", ".DS_Store"],
)
def test_the_files_of_editors_and_synchronisers_cause_no_build(procedure: Path, name: str) -> None:
    with followed(procedure.parents[1]) as house:
        before = len(house.builds)

        procedure.with_name(name).write_text("passing")
        vs_code(procedure, "a real save\n")

        assert house.until(lambda: house.shows["accueil.md"] == "a real save\n")
        assert len(house.builds) == before + 1
        assert house.saved[-1] == {"procedures/accueil.md"}


def test_the_site_that_a_build_writes_causes_no_other_build(procedure: Path) -> None:
    root = procedure.parents[1]
    with followed(root) as house:
        before = len(house.builds)

        for folder in ("site", ".classeur/stage"):
            (root / folder).mkdir(parents=True)
            (root / folder / "index.html").write_text("page")
        vs_code(procedure, "a real save\n")

        assert house.until(lambda: house.shows["accueil.md"] == "a real save\n")
        assert len(house.builds) == before + 1


def test_a_folder_that_is_renamed_is_followed_under_its_new_name(procedure: Path) -> None:
    (procedure.parent / "old").mkdir()
    procedure.rename(procedure.parent / "old" / "accueil.md")
    with followed(procedure.parents[1]) as house:
        (procedure.parent / "old").rename(procedure.parent / "new")
        assert house.until(lambda: "procedures/new/accueil.md" in house.saved[-1])

        vs_code(procedure.parent / "new" / "accueil.md", "after the new name\n")

        assert house.until(lambda: house.shows == {"accueil.md": "after the new name\n"})


@pytest.mark.parametrize("poll", [False, True], ids=["events", "poll"])
def test_a_share_that_goes_is_waited_for_and_its_return_is_seen(procedure: Path, poll: bool) -> None:
    root = procedure.parents[1]
    with followed(root, poll, Patience(missing=0.1)) as house:
        shutil.move(root, root.with_name("elsewhere"))
        assert house.until(lambda: house.troubles == ["gone"])

        shutil.move(root.with_name("elsewhere"), root)
        assert house.until(lambda: house.troubles == ["gone", "back"])
        vs_code(procedure, "after the return\n")

        assert house.until(lambda: house.shows == {"accueil.md": "after the return\n"})


def test_another_day_is_a_reason_to_rebuild(procedure: Path) -> None:
    with followed(procedure.parents[1]) as house:
        house.day += dt.timedelta(days=1)

        assert house.until(lambda: house.saved[-1] == frozenset() and len(house.saved) == 2)


def test_a_save_during_a_build_is_not_lost(procedure: Path) -> None:
    with followed(procedure.parents[1]) as house:
        rebuild = house.rebuild

        def slowly(saved: frozenset[str]) -> None:
            rebuild(saved)
            time.sleep(0.3)

        house.follower.rebuild = slowly
        vs_code(procedure, "during the first build\n")
        assert house.until(lambda: house.shows["accueil.md"] == "during the first build\n")
        vs_code(procedure, "the last word\n")

        assert house.until(lambda: house.shows["accueil.md"] == "the last word\n")
