"""What the check of Word files counts, and how its report keeps the parts that were not measured again."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import word
from benchmarks.word_pages import numbered_right


def test_pages_are_right_when_each_document_counts_its_own_to_the_end() -> None:
    assert numbered_right([(1, 2), (2, 2), (1, 1), (1, 3), (2, 3), (3, 3)]) == 6


@pytest.mark.parametrize("feet", [[(1, 3), (2, 3)], [(1, 1), (1, 1), (0, 0)], [(2, 2), (2, 2)]])
def test_a_page_that_says_another_number_is_not_right(feet: list[tuple[int, int]]) -> None:
    assert numbered_right(feet) < len(feet)


def test_a_part_measured_again_takes_the_place_of_the_old_one_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word, "REPORT", tmp_path / "word.md")
    word.REPORT.write_text(word.report({"costs": "200: 10 s", "seen": "Vu le 22."}), "utf-8")

    told = word.report({"costs": "200: 9 s"})

    assert "200: 9 s" in told
    assert "200: 10 s" not in told
    assert told.endswith("## Looked at\n\nVu le 22.\n")
