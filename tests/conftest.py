"""What all tests share: builders of houses and golden folders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.houses import write_house


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` keeps what the code makes today as what is expected; `--every-call` is for `make faults`."""
    parser.addoption("--update-golden", action="store_true")
    parser.addoption("--every-call", action="store_true", help="a bad disk at each call of an act, not one of five")


_LONGEST_FIRST = ("tests/browser/", "tests/word/", "tests/acceptance/", "tests/properties/", "tests/faults/")
"""Folders whose files take long: begun first, so that no process is left alone with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take long come first."""
    places = {folder: place for place, folder in enumerate(_LONGEST_FIRST)}
    items.sort(key=lambda item: next((places[each] for each in places if item.nodeid.startswith(each)), len(places)))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, Mapping[str, str]], None]:
    """Compare files made by the code with the ones kept; `--update-golden` keeps the new ones."""

    def compare(expected: Path, made: Mapping[str, str]) -> None:
        if request.config.getoption("--update-golden"):
            for old in sorted(expected.rglob("*")):
                if old.is_file():
                    old.unlink()
            for name, text in made.items():
                (expected / name).parent.mkdir(parents=True, exist_ok=True)
                (expected / name).write_text(text, "utf-8", newline="\n")
        kept = {
            file.relative_to(expected).as_posix(): file.read_text("utf-8")
            for file in sorted(expected.rglob("*"))
            if file.is_file()
        }
        assert dict(made) == kept, "read the difference, then: pytest --update-golden"

    return compare


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house without a fault."""
    return write_house(tmp_path)
