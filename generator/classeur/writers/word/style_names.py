"""The styles that a Word template must hold, by the names that people see in Word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StyleKind(StrEnum):
    """What a style is for."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"


@dataclass(frozen=True)
class RequiredStyle:
    """A style that our copies use; Word tells names apart whatever their capitals."""

    name: str
    kind: StyleKind = StyleKind.PARAGRAPH


HEADINGS = tuple(f"heading {level}" for level in range(1, 7))
TOC = tuple(f"toc {level}" for level in range(1, 4))
BOXES = ("Encadré note", "Encadré conseil", "Encadré attention", "Encadré danger")
"""What a warning or a note looks like; each has a title, whose style has « titre » behind its name."""

BOX_OF = {
    **dict.fromkeys(
        ("note", "info", "abstract", "summary", "seealso", "quote", "example", "question", "todo"), BOXES[0]
    ),
    **dict.fromkeys(("tip", "hint", "success", "check", "important"), BOXES[1]),
    **dict.fromkeys(("warning", "caution", "attention"), BOXES[2]),
    **dict.fromkeys(("danger", "error", "failure", "bug", "critical"), BOXES[3]),
}
"""From a kind of admonition to its style; a kind that is not listed is a note."""

_PARAGRAPHS = (
    "Normal", "Title", *HEADINGS, "List Paragraph", "Quote", "caption", "header", "footer", "footnote text",
    "TOC Heading", *TOC, *BOXES, *(f"{box} titre" for box in BOXES), "Code source", "Onglet", "Terme défini",
    "Définition", "Tableau texte", "Tableau en-tête", "Cartouche libellé", "Cartouche texte", "Avertissement",
    "Figure", "Intercalaire", "Page de garde",
)  # fmt: skip
_CHARACTERS = ("Hyperlink", "footnote reference", "Code en ligne", "Touche", "Référence")
_TABLES = ("Tableau classeur", "Tableau cartouche")

REQUIRED: tuple[RequiredStyle, ...] = (
    *(RequiredStyle(name) for name in _PARAGRAPHS),
    *(RequiredStyle(name, StyleKind.CHARACTER) for name in _CHARACTERS),
    *(RequiredStyle(name, StyleKind.TABLE) for name in _TABLES),
)
"""Every style that a copy uses."""
