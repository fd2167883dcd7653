"""A power cut at any instant leaves the old release intact, or the new one complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.acts import ACTS, house_before
from tests.faults.crash_states import explore


@pytest.mark.parametrize("links", [True, False], ids=["with links", "where links are refused"])
@pytest.mark.parametrize("act", ACTS)
def test_a_power_cut_leaves_the_old_release_or_the_whole_new_one(act: str, links: bool, tmp_path: Path) -> None:
    explored = explore(tmp_path, house_before(tmp_path, act), ACTS[act], links=links, most=32)

    assert explored.states > 10
    assert explored.violations == ()


@pytest.mark.parametrize("act", ACTS)
def test_without_fsync_a_power_cut_is_seen_to_do_harm(act: str, tmp_path: Path) -> None:
    explored = explore(tmp_path, house_before(tmp_path, act), ACTS[act], syncs=False, most=12)

    assert explored.violations
