"""What the search is given of a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from classeur.tasks.house import open_house
from classeur.views.process_page import ProcessPage, process_view
from classeur.writers.site.searchable import process_entry
from tests.houses import TODAY, write_house


@pytest.fixture
def process(tmp_path: Path) -> ProcessPage:
    """The page of a process that has no indicator."""
    binder = open_house(write_house(tmp_path), TODAY).binder
    return replace(process_view(binder, binder.processes[0], (), {}), indicators=())


def test_a_process_without_indicator_says_no_empty_sentence(process: ProcessPage) -> None:
    [passage] = process_entry(process, "p/R1/").passages

    assert passage.text.endswith(f"{process.sipoc.outputs[-1].what}.")
    assert ". ." not in passage.text
