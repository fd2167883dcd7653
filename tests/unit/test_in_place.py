"""A site put where its readers are: whole files only, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from classeur.writers.site.in_place import put_in_place
from tests.faults.bad_disk import Fault, bad_disk, killed

OLD = {
    "index.html": "old home",
    "d/A/index.html": "old A",
    "assets/x.js": "old",
    "same.css": "same",
    "gone.html": "bye",
}
NEW = {
    "index.html": "new home",
    "d/A/index.html": "new A",
    "assets/x.js": "new",
    "same.css": "same",
    "d/B/1.0/i.html": "B",
}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def held(folder: Path) -> dict[str, str]:
    return {f.relative_to(folder).as_posix(): f.read_text() for f in folder.rglob("*") if f.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", OLD)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return written(tmp_path / "made", NEW)


def test_the_site_becomes_what_was_made_and_what_is_the_same_is_left_alone(site: Path, made: Path) -> None:
    stamp = (site / "same.css").stat()

    changed = put_in_place(made, site)

    assert held(site) == NEW
    assert changed == ("assets/x.js", "d/A/index.html", "d/B/1.0/i.html", "index.html", "gone.html")
    assert (site / "same.css").stat().st_ino == stamp.st_ino
    assert put_in_place(made, site) == ()


def test_a_folder_that_the_site_has_not_is_renamed_whole(site: Path, made: Path) -> None:
    folder, file = (made / "d/B").stat().st_ino, (made / "d/A/index.html").stat().st_ino

    put_in_place(made, site, is_taken=True)

    assert held(site) == NEW
    assert ((site / "d/B").stat().st_ino, (site / "d/A/index.html").stat().st_ino) == (folder, file)


def test_a_folder_takes_the_place_of_a_file_and_a_file_that_of_a_folder(tmp_path: Path) -> None:
    site = written(tmp_path / "site", {"a": "file", "b/c.html": "page"})
    made = written(tmp_path / "made", {"a/d.html": "page", "b": "file"})

    put_in_place(made, site)

    assert held(site) == {"a/d.html": "page", "b": "file"}


@pytest.mark.parametrize("is_taken", [False, True])
@pytest.mark.parametrize("call", range(12))
def test_a_full_disk_leaves_the_last_good_site(site: Path, made: Path, call: int, is_taken: bool) -> None:
    with bad_disk(site, Fault.FULL, call) as disk:
        try:
            put_in_place(made, site, is_taken=is_taken)
        except OSError:
            assert disk.calls > call

    assert held(site) in (OLD, NEW)
    put_in_place(written(made, NEW), site)
    assert held(site) == NEW


@pytest.mark.parametrize("call", range(0, 40, 3))
def test_stopped_at_any_call_every_page_is_whole_and_the_next_time_finishes(site: Path, made: Path, call: int) -> None:
    killed(lambda: put_in_place(made, site), site, call)

    for name, text in held(site).items():
        if not name.startswith(".classeur-next/"):
            assert text in (OLD.get(name), NEW.get(name))
    put_in_place(made, site)
    assert held(site) == NEW
