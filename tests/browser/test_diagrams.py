"""Mermaid diagrams of the texts are drawings of the page: nothing draws them in the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_TEXT = re.compile(r"^reference: (\S+)", re.MULTILINE)


@pytest.fixture(scope="session")
def pages_with_diagrams(site: Path) -> dict[str, str]:
    """The pages of the texts that hold a Mermaid fence, by reference."""
    texts = [path.read_text("utf-8") for path in sorted((site.parent / "house").rglob("*.md"))]
    found = [told.group(1) for text in texts if "```mermaid" in text and (told := _TEXT.search(text))]
    return {one: (site / "d" / one / "index.html").read_text("utf-8") for one in found}


def test_every_diagram_is_a_drawing_inside_the_page(pages_with_diagrams: dict[str, str]) -> None:
    assert pages_with_diagrams
    assert [one for one, page in pages_with_diagrams.items() if 'class="cl-mermaid"' not in page] == []


def test_every_diagram_has_a_title(pages_with_diagrams: dict[str, str]) -> None:
    drawings = [
        svg for page in pages_with_diagrams.values() for svg in re.findall(r"<svg[^>]*cl-mermaid.*?</svg>", page, re.S)
    ]

    assert drawings
    assert [svg[:200] for svg in drawings if not re.search(r"<title[^>]*>[^<]+</title>", svg)] == []


def test_no_diagram_is_left_for_a_script_to_draw(pages_with_diagrams: dict[str, str]) -> None:
    assert [one for one, page in pages_with_diagrams.items() if "flowchart" in page] == []
