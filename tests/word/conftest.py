"""One house with every construct, made once: nobody writes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.word.houses import a_copy, every_construct


@pytest.fixture(scope="session")
def constructs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house whose text uses every construct."""
    return every_construct(tmp_path_factory.mktemp("constructs"))


@pytest.fixture(scope="session")
def sheet(constructs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word copy of that text."""
    return a_copy(constructs, tmp_path_factory.mktemp("sheet"))
