"""What a Word file says, as blocks: neither Word's elements nor Markdown yet."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Heading:
    """A heading.

    Attributes:
        guess: why a paragraph without a style of heading was taken for one; empty when it has one.
        number: the number that Word writes before it, such as « 2.1 »; empty for none.
    """

    level: int
    text: str
    bookmarks: tuple[str, ...] = ()
    guess: str = ""
    number: str = ""
    left: int = 0


@dataclass
class Paragraph:
    """A paragraph of Markdown; a picture alone is one.

    Attributes:
        left: where it stands, in twentieths of a point; -1 when nothing says it.
        is_bold: whether all its words are bold, or underlined: in real files, often a heading.
        is_large: whether its letters are larger than those around.
        number: the numbers typed before its words, such as « 2.1 ».
    """

    text: str
    left: int = -1
    is_bold: bool = False
    is_large: bool = False
    bookmarks: tuple[str, ...] = ()


@dataclass
class Title(Paragraph):
    """The title of the file."""


@dataclass
class Caption(Paragraph):
    """The caption of a picture or a table."""


@dataclass
class Code:
    """Lines to be shown as typed."""

    text: str
    language: str = ""
    left: int = -1


@dataclass
class Item:
    """An item of a list.

    Attributes:
        key: what tells its list from another one.
        task: whether its box is ticked; None when it has no box.
        number: the number that it shows; 0 for a bullet.
        children: what stands in it below its first line.
    """

    text: str
    depth: int
    is_ordered: bool = False
    number: int = 0
    key: str = ""
    task: bool | None = None
    left: int = -1
    letters: str = ""
    children: list[Block] = field(default_factory=list)


@dataclass
class Quote:
    """Words of others."""

    children: list[Block]
    left: int = -1


@dataclass
class Box:
    """A warning, a note: `folded` is plain, open or closed."""

    kind: str
    folded: str = "plain"
    title: str = ""
    children: list[Block] = field(default_factory=list)
    left: int = -1
    is_marked: bool = False


@dataclass
class Tab:
    """One tab of a set."""

    label: str
    children: list[Block] = field(default_factory=list)
    left: int = -1


@dataclass
class Term:
    """A term, or (`is_definition`) what it means."""

    text: str
    is_definition: bool = False
    left: int = -1
    children: list[Block] = field(default_factory=list)


@dataclass
class Cell:
    """A cell of a table."""

    blocks: list[Block]
    columns: int = 1
    rows: int = 1
    is_header: bool = False
    alignment: str = ""


@dataclass
class Row:
    """A row; `is_header` when Word repeats it on each page."""

    cells: list[Cell]
    is_header: bool = False


@dataclass
class Table:
    """A table."""

    rows: list[Row]
    caption: str = ""
    left: int = -1
    is_nested: bool = False


Block = Heading | Paragraph | Code | Item | Quote | Box | Tab | Term | Table


@dataclass
class Start:
    """The beginning of what one of our own copies marks with a bookmark around blocks."""

    name: str


@dataclass
class End:
    """Its end."""

    name: str
