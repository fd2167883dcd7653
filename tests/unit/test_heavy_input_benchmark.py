"""The benchmark of heavy input makes what it says."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from benchmarks.heavy_input import PHOTOGRAPH, long_body, photograph, write_heavy_house
from classeur.tasks.check import check
from tests.houses import TODAY


def test_the_photograph_weighs_what_is_asked() -> None:
    written = photograph(least=6_000_000)

    with Image.open(io.BytesIO(written)) as read:
        assert read.format == "JPEG"
    assert 6_000_000 <= len(written) < 8_000_000


def test_the_long_text_has_its_chapters_and_says_the_same_each_time() -> None:
    assert long_body(3).count("\n## Chapitre ") == 3
    assert long_body(3) == long_body(3)


def test_the_heavy_house_is_read_and_its_weight_told(tmp_path: Path) -> None:
    write_heavy_house(tmp_path)

    told = {finding.code for finding in check(tmp_path, TODAY).findings}

    assert {"TX007", "LK015"} <= told
    assert (tmp_path / PHOTOGRAPH).stat().st_size >= 12_000_000
