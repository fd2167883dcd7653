"""The tables of a Word file: merged cells found again, tables of one cell unfolded."""

from __future__ import annotations

from classeur.importers.word.assembly import assembled
from classeur.importers.word.blocks import Caption, Cell, Paragraph, Row, Table
from classeur.importers.word.walker import Stream, Walker
from classeur.importers.word.wml import Element, children, inside, is_on, number, value

_ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}
_MOST_ROWS = 5_000
_MOST_SPAN = 63


def read_table(walker: Walker, element: Element, out: Stream) -> None:
    """Put a table, or what the only cell of one holds, into the stream."""
    rows: list[Row] = []
    hanging: dict[int, Cell] = {}
    for line in _inner(element, "tr")[:_MOST_ROWS]:
        rows.append(_row(walker, line, hanging))
    rows = [row for row in rows if row.cells]
    if not rows or not any(cell.blocks for row in rows for cell in row.cells):
        return
    if len(rows) == 1 and len(rows[0].cells) == 1 and not walker.is_own:
        out += rows[0].cells[0].blocks  # a frame around words
        return
    placed = inside(element, "tblPr", "tblInd")
    left = number(value(placed, "w")) if placed is not None else -1
    nested = any(isinstance(block, Table) for row in rows for cell in row.cells for block in cell.blocks)
    caption = ""
    if walker.is_own and out and isinstance(out[-1], Caption) and not _follows_picture(out):
        last = out.pop()
        assert isinstance(last, Caption)
        caption = last.text
    out.append(Table(rows, caption, left, nested))


def _follows_picture(out: Stream) -> bool:
    before = out[-2] if len(out) > 1 else None
    return isinstance(before, Paragraph) and before.text.startswith("![") and not isinstance(before, Caption)


def _inner(parent: Element, wanted: str) -> list[Element]:
    """The rows of a table or the cells of a row, also those that content controls or tracked changes stand around."""
    found: list[Element] = []
    for name, child in children(parent):
        if name == wanted:
            found.append(child)
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"):
            found += _inner(child, wanted)
    return found


def _row(walker: Walker, line: Element, hanging: dict[int, Cell]) -> Row:
    properties = inside(line, "trPr")
    if inside(properties, "del") is not None:
        walker.reader.told.tell("WD007")
        return Row([])
    row = Row([], is_on(properties, "tblHeader"))
    column = number(value(inside(properties, "gridBefore")))
    for each in _inner(line, "tc"):
        told = inside(each, "tcPr")
        wide = max(1, min(number(value(inside(told, "gridSpan")), 1), _MOST_SPAN))
        merge = inside(told, "vMerge")
        if merge is not None and value(merge) != "restart" and column in hanging:
            hanging[column].rows += 1
            column += wide
            continue
        blocks = assembled(walker.stream(each, in_cell=True), walker.is_own)
        is_header = row.is_header or (walker.is_own and _names_row(walker, each))
        cell = Cell(blocks, wide, 1, is_header, _alignment(each))
        row.cells.append(cell)
        hanging.pop(column, None)
        if merge is not None:
            hanging[column] = cell
        column += wide
    return row


def _names_row(walker: Walker, cell: Element) -> bool:
    style = value(inside(cell, "p", "pPr", "pStyle"))
    return walker.reader.styles.name(style) == "Tableau en-tête"


def _alignment(cell: Element) -> str:
    return _ALIGNMENTS.get(value(inside(cell, "p", "pPr", "jc")), "")
