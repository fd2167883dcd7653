"""A disk fails, or the computer stops, while somebody submits, signs, releases or withdraws through the commands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from classeur.ledger.journal import load
from classeur.ledger.verify import verify
from classeur.model.findings import Severity
from tests.acceptance.centre import PROCEDURE, Centre, centre
from tests.faults.bad_disk import Fault, bad_disk, killed
from tests.unit.commands import Said

__all__ = ["centre"]

MOST_CALLS = 60
"""More than any act makes on the disk."""
STEP = 5
"""The short campaign tries one call of five, another one for each act; `make faults` tries them all (--every-call)."""
Calls = Callable[["Act"], range]
Record = Callable[[str, object], None]
TOLD = {Fault.FULL: "le disque est plein", Fault.READ_ONLY: "le disque ou le partage est en lecture seule"}


def submits(centre: Centre) -> Said:
    return centre.run("submit", PROCEDURE, by="b.durand")


def signs(centre: Centre) -> Said:
    return centre.run("sign", PROCEDURE, "--step", "approval", by="c.leroy")


def releases(centre: Centre) -> Said:
    return centre.run("release", PROCEDURE, by="a.martin")


def withdraws(centre: Centre) -> Said:
    return centre.run("withdraw", PROCEDURE, "--reason", "Activité arrêtée.", by="c.leroy")


Act = Callable[[Centre], Said]
ACTS: tuple[Act, ...] = (submits, signs, releases, withdraws)
BEFORE: dict[Act, tuple[tuple[str, ...], ...]] = {
    submits: (),
    signs: (("submit", "b.durand"), ("sign", "a.martin", "--step", "validation")),
    releases: (
        ("submit", "b.durand"),
        ("sign", "a.martin", "--step", "validation"),
        ("sign", "c.leroy", "--step", "approval"),
    ),
    withdraws: (),
}


def ready_for(act: Act, centre: Centre) -> Path:
    """A house with a version in force and, but for a withdrawal, the next one on its way; where it is kept as it is."""
    centre.released()
    if act is not withdraws:
        centre.next_version("2.0", "major", "L'accueil se fait autrement.")
        centre.replace("sans attente inutile", "en moins de dix minutes")
    for command, person, *options in BEFORE[act]:
        centre.done(command, PROCEDURE, *options, by=person)
    kept = centre.root.with_name("avant")
    shutil.copytree(centre.root, kept)
    return kept


def put_back(centre: Centre, kept: Path) -> None:
    shutil.rmtree(centre.root)
    shutil.copytree(kept, centre.root)


def assert_nothing_in_force_is_lost(centre: Centre, kept: Path) -> None:
    """Texts as they were, every entry still there, the released files intact; nothing worse than a leftover."""
    assert (centre.root / "procedures/accueil.md").read_bytes() == (kept / "procedures/accueil.md").read_bytes()
    old = load(kept)
    report = verify(centre.root, heads=[entry.hash for entry in old.entries])
    assert report.journal.entries[: len(old.entries)] == old.entries
    assert {each.code for each in report.problems if each.severity is Severity.ERROR} <= {"LG003", "LG017"}
    assert all((centre.root / path).read_bytes() == data.read_bytes() for path, data in released_files(kept))


def released_files(root: Path) -> list[tuple[Path, Path]]:
    """Each file of a release, by its path in the house."""
    return [(path.relative_to(root), path) for path in (root / "releases").rglob("*") if path.is_file()]


def assert_it_can_be_done_again(act: Act, centre: Centre) -> None:
    if any(each.code == "LG003" for each in verify(centre.root).problems):
        centre.done("repair", "--carry-out", by="a.martin")
    again = act(centre)
    assert again.code == 0, again.err


@pytest.mark.parametrize("act", ACTS)
def test_a_share_that_is_read_only_stops_an_act_in_plain_words(act: Act, centre: Centre) -> None:
    kept = ready_for(act, centre)

    with bad_disk(centre.root, Fault.READ_ONLY):
        said = act(centre)

    assert said.code == 2
    assert "le disque ou le partage est en lecture seule" in said.err
    assert "à faire" in said.err.lower()
    assert ".tmp-" not in said.err
    assert_nothing_in_force_is_lost(centre, kept)
    assert_it_can_be_done_again(act, centre)


@pytest.fixture
def calls(request: pytest.FixtureRequest) -> Calls:
    """At which of its calls an act meets the trouble."""
    if request.config.getoption("--every-call"):
        return lambda act: range(MOST_CALLS)
    return lambda act: range(ACTS.index(act) % STEP, MOST_CALLS, STEP)


@pytest.mark.parametrize("fault", TOLD)
@pytest.mark.parametrize("act", ACTS)
def test_a_disk_that_refuses_during_an_act_loses_nothing(
    act: Act, fault: Fault, centre: Centre, calls: Calls, record_property: Record
) -> None:
    kept = ready_for(act, centre)
    met = refused = 0
    for at in calls(act):
        put_back(centre, kept)
        with bad_disk(centre.root, fault, at) as disk:
            said = act(centre)
        met += disk.calls > at
        if disk.calls > at and said.code:
            refused += 1
            assert said.code == 2, said.err
            assert TOLD[fault] in said.err
            assert_nothing_in_force_is_lost(centre, kept)
            if "L'acte est dans le journal" not in said.err:
                assert "Ce qui était applicable le reste." in said.err
                assert_it_can_be_done_again(act, centre)
    assert 0 < refused <= met < MOST_CALLS
    record_property("met", met)
    record_property("stopped", refused)


@pytest.mark.parametrize("act", ACTS)
def test_a_computer_that_stops_during_an_act_loses_nothing(
    act: Act, centre: Centre, calls: Calls, record_property: Record
) -> None:
    kept = ready_for(act, centre)
    stopped = 0
    for at in calls(act):
        put_back(centre, kept)
        if killed(lambda: act(centre), centre.root, at):
            stopped += 1
            assert_nothing_in_force_is_lost(centre, kept)
            if len(load(centre.root).entries) == len(load(kept).entries):
                assert_it_can_be_done_again(act, centre)
    assert 0 < stopped < MOST_CALLS
    record_property("met", stopped)
    record_property("stopped", stopped)


def test_an_act_that_the_disk_did_not_confirm_is_told_as_written(centre: Centre) -> None:
    kept = ready_for(signs, centre)
    with bad_disk(centre.root, Fault.FULL, MOST_CALLS) as counted:
        signs(centre)
    put_back(centre, kept)

    with bad_disk(centre.root, Fault.FULL, counted.calls - 3):  # the last three remember the head, in a cache
        said = signs(centre)

    assert said.code == 2
    assert "L'acte est dans le journal" in said.err
    assert len(load(centre.root).entries) == len(load(kept).entries) + 1


def test_a_full_disk_gives_back_the_texts_that_a_reassignment_had_rewritten(centre: Centre) -> None:
    centre.released()
    kept = centre.root.with_name("avant")
    shutil.copytree(centre.root, kept)
    stopped = 0
    for at in range(0, MOST_CALLS, 2):
        put_back(centre, kept)
        with bad_disk(centre.root, Fault.FULL, at) as disk:
            said = centre.run("reassign", PROCEDURE, "--to", "c.leroy", by="c.leroy")
        if disk.calls > at and "le reste" in said.err:
            stopped += 1
            assert said.code == 2
            assert_nothing_in_force_is_lost(centre, kept)
            assert not list(centre.root.rglob(".*.old")) + list(centre.root.rglob(".*.new"))
    assert stopped
