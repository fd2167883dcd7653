"""Whole houses, and what the program says and shows of them: `tests/golden/<a-sentence>/{input,expected}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from classeur.cli.app import main
from classeur.tasks.build_site import stage_house
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import TODAY
from tests.released import every_state

HOUSES = Path(__file__).parent / "golden"
GOOD = "a-house-in-order-has-nothing-to-report"
STORED_ELSEWHERE = "a-house-stored-by-other-computers-is-read-in-silence"
HOSTILE = "hostile-text-leaves-nothing-in-the-page"
EVERY_STATE = "a-house-shows-each-document-in-its-state"
PAGE = "d/PR-R1-001/index.md"
STAGED: Mapping[str, tuple[str, ...]] = {
    GOOD: ("index.md", PAGE, "p/R1/index.md"),
    STORED_ELSEWHERE: (PAGE,),
    HOSTILE: (PAGE,),
    "a-small-house-shows-its-registers": (
        "calendrier/index.md",
        "p/R1/index.md",
        "plan-d-actions/index.md",
        "politique-au-terrain/index.md",
        "qualite/index.md",
        "retours-d-experience/index.md",
    ),
    "an-unreadable-document-does-not-hide-the-others": ("textes-absents/index.md", "d/PR-R1-005/index.md"),
    "a-copy-left-by-a-conflict-stops-both-texts": ("textes-absents/index.md",),
    EVERY_STATE: (
        "a-faire/index.md",
        "d/PR-R1-001/index.md",
        "d/PR-R1-001/1.0/index.md",
        "d/PR-R1-001/2.0/comparaison/index.md",
        "d/PR-R1-002/index.md",
        "d/PR-R1-002/2.0/index.md",
        "d/PR-R1-003/index.md",
        "d/PR-R1-004/index.md",
        "d/PR-R1-005/index.md",
        "d/PR-R1-006/index.md",
        "d/PR-R1-007/index.md",
        "d/PR-R1-008/index.md",
        "d/PR-R1-010/index.md",
        "d/PR-R1-011/index.md",
        "d/PR-S1-001/index.md",
        "liste-des-documents/index.md",
        "verification/index.md",
    ),
}
"""The pages of the site that are kept, by house."""

Golden = Callable[[Path, Mapping[str, str]], None]


def names() -> list[str]:
    return sorted(folder.name for folder in HOUSES.iterdir() if folder.is_dir())


def staged(house: Path, folder: Path) -> Path:
    """The pages of a house, laid out for the engine."""
    stage_house(house, folder, TODAY, MkDocsEngine(house).dialect, translator("fr"))
    return folder / "pages"


@pytest.mark.parametrize("name", names())
def test_a_house_is_told_and_shown_as_expected(
    name: str, golden: Golden, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = HOUSES / name / "input"

    main(["-C", str(house), "--today", str(TODAY), "--lang", "fr", "check"])
    made = {"findings.txt": capsys.readouterr().out}
    if name in STAGED:
        pages = staged(house, tmp_path)
        made |= {page: (pages / page).read_text("utf-8") for page in STAGED[name]}

    golden(HOUSES / name / "expected", made)


def test_at_least_eight_houses_are_kept() -> None:
    assert len(names()) >= 8
    assert set(STAGED) <= set(names())


def test_the_same_house_is_shown_the_same_whatever_computer_stored_it() -> None:
    here, elsewhere = (HOUSES / name / "expected" for name in (GOOD, STORED_ELSEWHERE))

    assert (elsewhere / PAGE).read_bytes() == (here / PAGE).read_bytes()
    assert (elsewhere / "findings.txt").read_bytes() == (here / "findings.txt").read_bytes()


def test_the_house_stored_elsewhere_still_is() -> None:
    text = (HOUSES / STORED_ELSEWHERE / "input/procedures/accueil.md").read_bytes()

    assert text.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in text
    assert "e\u0301".encode() in text


def test_two_stagings_of_a_house_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (staged(HOUSES / GOOD / "input", tmp_path / name) for name in ("un", "deux"))

    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert [file for file in files if (one / file).read_bytes() != (other / file).read_bytes()] == []


def test_a_check_writes_nothing_in_the_house(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = HOUSES / GOOD / "input"
    before = sorted(house.rglob("*"))

    main(["-C", str(house), "check"])

    assert sorted(house.rglob("*")) == before


FORBIDDEN = re.compile(
    r"</?(?:script|iframe|form|style|object|embed|meta|base|link)\b|<!--(?! /?ready -->)|\{:|example\.org/vole|"
    r"<[^<>]*\s(?:on\w+|srcdoc|formaction)\s*=|<[^<>]*(?:href|src)\s*=\s*[\"']?\s*(?:javascript|vbscript|data):|"
    r"<[^<>]*\sstyle\s*=\s*\"position|type=\"password\"",
    re.IGNORECASE,
)
"""What runs, asks something of the reader, or calls another computer."""


def test_a_hostile_text_leaves_nothing_that_runs_in_its_page(tmp_path: Path) -> None:
    page = (staged(HOUSES / HOSTILE / "input", tmp_path) / PAGE).read_text("utf-8")
    front_matter, body = page.removeprefix("---\n").split("\n---\n", 1)

    assert front_matter.startswith("title: ")
    assert [found[0] for found in FORBIDDEN.finditer(body)] == []


def test_the_house_of_every_state_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    made, kept = every_state(tmp_path), HOUSES / EVERY_STATE / "input"

    names = sorted(path.relative_to(kept) for path in kept.rglob("*") if path.is_file())
    assert names == sorted(
        path.relative_to(made) for path in made.rglob("*") if path.is_file() and ".classeur" not in path.parts
    )
    assert [str(name) for name in names if (made / name).read_bytes() != (kept / name).read_bytes()] == []
