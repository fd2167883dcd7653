"""The demonstration: made by the tool itself, again and again the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.states import State
from classeur.resources import bundled
from classeur.tasks.check import check
from classeur.tasks.demo import play
from classeur.tasks.house import open_house
from classeur.tasks.init_folder import init_folder
from classeur.tasks.verify import verify_ledger
from classeur.wording.translator import translator
from tests.unit.commands import Desk, tree

WORDS = translator("fr")
OPENED = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house just made by `classeur init --demo`."""
    house = tmp_path_factory.mktemp("visite") / "maison"
    init_folder(house, WORDS, demo=True)
    return house


@pytest.fixture(scope="module")
def binder(demo: Path) -> Binder:
    return open_house(demo, OPENED).binder


def test_the_story_played_again_gives_the_same_bytes(tmp_path: Path, demo: Path) -> None:
    init_folder(tmp_path / "maison", WORDS)

    play(tmp_path / "maison", WORDS)

    again, kept = tree(tmp_path / "maison"), tree(demo)
    assert [name for name in sorted({*again, *kept}) if again.get(name) != kept.get(name)] == [], "run: make demo"


def test_it_has_at_least_thirty_five_documents_in_force(binder: Binder) -> None:
    in_force = [found for found in binder.standings.values() if found.in_force]

    assert len(in_force) >= 35
    assert {"1.0", "1.1", "2.0", "2.1", "2.0.1"} <= {
        str(found.in_force.version) for found in in_force if found.in_force
    }


def test_it_shows_each_state(binder: Binder) -> None:
    states = {found.state for found in binder.standings.values()}
    in_progress = {found.in_progress for found in binder.standings.values()}

    assert {State.APPLICABLE, State.SUSPENDED, State.WITHDRAWN, State.REFUSED, State.IN_VALIDATION} <= states
    assert {State.DRAFT, State.IN_APPROVAL, State.IN_VALIDATION, State.REFUSED} <= in_progress
    assert any(found.upcoming for found in binder.standings.values())
    assert any(found.fallen for found in binder.standings.values())


def test_it_tells_a_withdrawal_with_its_replacement_an_emergency_an_adoption_and_a_delegation(binder: Binder) -> None:
    histories = binder.ledger.histories.values()
    entries = binder.ledger.entries

    assert any(history.withdrawal and history.withdrawal.replaced_by for history in histories)
    assert any(release.until for history in histories for release in history.releases)
    assert any(release.is_adopted for history in histories for release in history.releases)
    assert any(entry.actor.on_behalf_of for entry in entries)


def test_a_review_is_overdue(demo: Path) -> None:
    assert "RV001" in {finding.code for finding in check(demo, OPENED).findings}


@pytest.mark.parametrize("day", ["2026-11-22", "2027-01-04", "2028-02-29", "2036-12-31"])
def test_it_passes_its_check_on_any_day(demo: Path, day: str) -> None:
    errors = [f for f in check(demo, dt.date.fromisoformat(day)).findings if f.severity is Severity.ERROR]

    assert errors == []


def test_its_ledger_is_as_it_was_written(demo: Path) -> None:
    report = verify_ledger(demo, (), (), dt.datetime(2026, 11, 22, tzinfo=dt.UTC), WORDS)

    assert (report.verdict.value, report.problems) == ("clean", ())


def test_its_acts_follow_one_another(binder: Binder) -> None:
    instants = [entry.at for entry in binder.ledger.entries]

    assert instants == sorted(instants)
    assert instants[-1] < dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def test_the_repository_is_itself_the_demonstration(demo: Path) -> None:
    starter = bundled("starter")
    ours = {name: content for name, content in tree(demo).items() if name.split("/")[0] == "releases"}

    assert ours == {f"releases/{name}": content for name, content in tree(starter / "releases").items()} | {
        "releases": None
    }


def test_a_demonstration_and_an_empty_house_do_not_go_together(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    said = Desk(capsys).run("init", "--demo", "--empty", tmp_path / "maison")

    assert said.code == 2
    assert not (tmp_path / "maison").exists()
