"""How long a text is, for who prints it."""

from __future__ import annotations

from classeur.model.outline import Outline

WORDS_A_PAGE = 450
ROWS_A_PAGE = 25
PICTURE_PAGES = 0.4


def printed_pages(outline: Outline) -> float:
    """About how many A4 pages the text takes: a table counts by its rows, or by its words when its cells are long."""
    tables = max(outline.table_rows / ROWS_A_PAGE, outline.table_words / WORDS_A_PAGE)
    return (outline.words - outline.table_words) / WORDS_A_PAGE + tables + _picture_pages(outline)


def is_longer(outline: Outline, pages: float) -> bool:
    """Whether the text takes more printed pages than that. The words of a text that is far from it are not counted."""
    most = outline.most_words / WORDS_A_PAGE + outline.table_rows / ROWS_A_PAGE + _picture_pages(outline)
    return most > pages and printed_pages(outline) > pages


def _picture_pages(outline: Outline) -> float:
    diagrams = sum(fence.language == "mermaid" for fence in outline.fences)
    return (len(outline.pictures) + diagrams) * PICTURE_PAGES


def shortened(text: str, most: int) -> str:
    """The text on one line, in `most` characters at most; an ellipsis stands for what is left out."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
