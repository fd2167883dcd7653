"""The house that most tests of the ledger begin with; a module with another one says so itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.ledgers import three_releases


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A house with three releases."""
    return three_releases(tmp_path / "house")
