"""Tables: merged cells, a header row that is repeated, rows that stay whole, columns as wide as their words need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from classeur.writers.word.wml import attribute

_LETTER = 100
"""About how wide a letter of a table is, in twentieths of a point."""
_PADDING = 190
_PLAIN_LETTER, _WIDEST = 105, 5200
"""The same for a column of plain texts, and the widest that it may wish to be."""
_LONGEST_WORD = 26
_MANY_COLUMNS = 9
_LINE = 250
_TALL = 0.55
MOST_CELLS = 63
"""Word opens no table with more columns."""


@dataclass(frozen=True)
class Cell:
    """A cell: where it starts, how far it goes, and what is in it (None for a hole of an irregular table)."""

    row: int
    column: int
    rows: int
    columns: int
    element: HtmlElement | None


@dataclass(frozen=True)
class Grid:
    """A table laid out: the cells of each row from left to right, those that hang from above included.

    Attributes:
        header_rows: how many rows are repeated on each page.
        names_rows: whether the first column names the rows.
    """

    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    header_rows: int
    names_rows: bool


def grid_of(table: HtmlElement) -> Grid:
    """The grid of an HTML table; its nested tables are not part of it."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    taken: dict[tuple[int, int], Cell] = {}
    for y, row in enumerate(rows):
        x = 0
        for element in row.iterchildren("td", "th"):
            while (y, x) in taken:
                x += 1
            if x >= MOST_CELLS:
                break
            wide, high = _span(element, "colspan", MOST_CELLS - x), _span(element, "rowspan", len(rows) - y)
            while any((y, x + step) in taken for step in range(wide)):
                wide -= 1
            cell = Cell(y, x, high, wide, element)
            taken.update({(y + down, x + right): cell for down in range(high) for right in range(wide)})
            x += wide
    columns = max((x + 1 for _, x in taken), default=0)
    laid = tuple(_row(taken, y, columns) for y in range(len(rows)))
    return Grid(laid, columns, _header_rows(rows), _names_rows(laid))


def _row(taken: dict[tuple[int, int], Cell], y: int, columns: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    x = 0
    while x < columns:
        cell = taken.get((y, x)) or Cell(y, x, 1, 1, None)
        cells.append(cell)
        x = cell.column + cell.columns
    return tuple(cells)


def _span(element: HtmlElement, name: str, most: int) -> int:
    typed = element.get(name) or ""
    return max(1, min(int(typed), most)) if typed.isascii() and typed.isdecimal() else 1


def _header_rows(rows: Sequence[HtmlElement]) -> int:
    count = 0
    for row in rows:
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        cells = list(row.iterchildren("td", "th"))
        if not in_head and (not cells or any(cell.tag != "th" for cell in cells)):
            break
        count += 1
    return count if count < len(rows) else 0


def _names_rows(laid: Sequence[Sequence[Cell]]) -> bool:
    first = [row[0].element for row in laid if row]
    return len(first) > 1 and all(element is not None and element.tag == "th" for element in first[1:])


@dataclass(frozen=True)
class Needs:
    """The width that a column cannot do without, and the one that it would like, in twentieths of a point."""

    least: int
    wished: int


def column_needs(grid: Grid) -> tuple[Needs, ...]:
    """What each column needs for its words."""
    least, wished = [_PADDING + 4 * _LETTER] * grid.columns, [_PADDING + 4 * _LETTER] * grid.columns
    for row in grid.rows:
        for cell in row:
            if cell.element is None or cell.columns > 1:
                continue
            text = cell.element.text_content()
            longest = max((len(word) for word in text.split()), default=0)
            longest_line = max((len(" ".join(line.split())) for line in text.split("\n")), default=0)
            least[cell.column] = max(least[cell.column], min(longest, _LONGEST_WORD) * _LETTER + _PADDING)
            wished[cell.column] = max(wished[cell.column], longest_line * _LETTER + _PADDING)
    return tuple(Needs(low, max(low, high)) for low, high in zip(least, wished, strict=True))


def text_needs(cells: Sequence[str]) -> Needs:
    """What a column of plain texts needs for its longest word, and would like for its longest cell."""
    longest_word = max((len(word) for cell in cells for word in cell.split()), default=1)
    longest = max((len(cell) for cell in cells), default=1)
    least = longest_word * _PLAIN_LETTER + _PADDING
    return Needs(least, max(least, min(longest * _PLAIN_LETTER + _PADDING, _WIDEST)))


def wants_landscape(grid: Grid, room: int) -> bool:
    """Whether the words of a table do not fit upright."""
    return grid.columns >= _MANY_COLUMNS or sum(each.least for each in column_needs(grid)) > room * 1.03


def widths(needs: Sequence[Needs], room: int) -> tuple[int, ...]:
    """The columns' widths, which fill the room: what each cannot do without, then by what it would like more."""
    if not needs:
        return ()
    least = sum(each.least for each in needs)
    if least >= room:
        shares = [each.least / least for each in needs]
    else:
        more = [min(each.wished, room * 0.7) - each.least if each.wished > each.least else 0.0 for each in needs]
        more = [max(0.0, each) ** 0.75 for each in more]
        total = sum(more) or float(len(needs))
        spread = [each / total for each in more] if sum(more) else [1 / len(needs)] * len(needs)
        shares = [(each.least + (room - least) * part) / room for each, part in zip(needs, spread, strict=True)]
    found = [int(room * share) for share in shares]
    found[-1] += room - sum(found)
    return tuple(found)


def may_be_split(row: Sequence[Cell], columns: Sequence[int], tall: int) -> bool:
    """Whether a row is so tall that keeping it whole would leave a page half empty."""
    height = 0
    for cell in row:
        if cell.element is None:
            continue
        room = max(_LETTER, sum(columns[cell.column : cell.column + cell.columns]) - _PADDING)
        text = cell.element.text_content()
        height = max(height, sum(1 + len(line) * _LETTER // room for line in text.split("\n")) * _LINE)
    return height > tall * _TALL


def table_xml(
    grid: Grid,
    columns: Sequence[int],
    style: str,
    title: str,
    left: int,
    tall: int,
    content: Callable[[Cell, int, bool], str],
) -> str:
    """The table.

    Args:
        columns: their widths, in twentieths of a point.
        title: what a screen reader says of it.
        content: the blocks of a cell, from the cell, its width, and whether it names a row or a column.
    """
    indent = f'<w:tblInd w:w="{left}" w:type="dxa"/>' if left else ""
    look = (
        f'<w:tblLook w:val="{"04A0" if grid.names_rows else "0420"}" '
        f'w:firstRow="{int(grid.header_rows > 0)}" w:lastRow="0" '
        f'w:firstColumn="{int(grid.names_rows)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )
    caption = f'<w:tblCaption w:val="{attribute(title[:250])}"/>' if title else ""
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/>{look}{caption}</w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{width}"/>' for width in columns),
        "</w:tblGrid>",
    ]
    for y, row in enumerate(grid.rows):
        is_header = y < grid.header_rows
        whole = "" if may_be_split(row, columns, tall) else "<w:cantSplit/>"
        repeated = "<w:tblHeader/>" if is_header else ""
        properties = f"<w:trPr>{whole}{repeated}</w:trPr>" if whole or repeated else ""
        cells = "".join(_cell(cell, y, columns, is_header, content) for cell in row)
        parts.append(f"<w:tr>{properties}{cells}</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)


def _cell(
    cell: Cell, y: int, columns: Sequence[int], is_header: bool, content: Callable[[Cell, int, bool], str]
) -> str:
    width = sum(columns[cell.column : cell.column + cell.columns])
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        properties += f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell.rows > 1:
        properties += '<w:vMerge w:val="restart"/>' if y == cell.row else "<w:vMerge/>"
    is_name = cell.element is not None and cell.element.tag == "th"
    if is_name and not is_header:
        properties += '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/>'
    blocks = "<w:p/>" if cell.element is None or y != cell.row else content(cell, width, is_name or is_header)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"
