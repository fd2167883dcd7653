"""Blocks as Markdown, the one that the house reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from classeur.importers.word.blocks import (
    Block,
    Box,
    Caption,
    Cell,
    Code,
    Heading,
    Item,
    Paragraph,
    Quote,
    Tab,
    Table,
    Term,
)

_BREAK = re.compile(r" {2}\n")
_SEPARATOR = "<!-- -->"
"""Stands between two lists that Markdown would make one of."""
_FOLDS = {"plain": "!!!", "closed": "???", "open": "???+"}
_DEFAULT_TITLES = frozenset({"note", "tip", "warning", "danger", "info", "success", "example", "question", "attention"})
GUESSED = "<!-- titre proposé par l'import : {reason} ; à confirmer -->"
"""Marks a heading that no style gave."""


def body_of(blocks: Sequence[Block]) -> str:
    """The text of a document."""
    return _joined(blocks) + "\n" if blocks else ""


def _joined(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    last: Block | None = None
    for block in blocks:
        text = _text(block)
        if not text.strip():
            continue
        if last is not None:
            parts.append(_between(last, block))
        parts.append(text)
        last = block
    return "".join(parts)


def _between(last: Block, block: Block) -> str:
    """What stands between two blocks: an empty line, a mark between two lists, one line end inside a list."""
    if isinstance(last, Item) and isinstance(block, Item) and last.is_ordered == block.is_ordered:
        if last.key != block.key:
            return f"\n\n{_SEPARATOR}\n\n"
        if block.is_ordered and block.number != last.number + 1:
            return f"\n\n{_SEPARATOR}\n\n" if block.number == 1 or block.number <= last.number else "\n"
        return "\n\n" if _is_loose(last) else "\n"
    if isinstance(last, Term) and isinstance(block, Term) and block.is_definition:
        return "\n"
    return "\n\n"


def _is_loose(item: Item) -> bool:
    return any(not isinstance(child, Item) for child in item.children)


def _text(block: Block) -> str:
    match block:
        case Heading():
            mark = "#" * max(1, min(6, block.level))
            guess = GUESSED.format(reason=block.guess) + "\n\n" if block.guess else ""
            return f"{guess}{mark} {block.text}"
        case Caption():
            return f"*{block.text}*" if "*" not in block.text else block.text
        case Paragraph():
            return block.text
        case Code():
            return _code(block)
        case Item():
            return _item(block)
        case Quote():
            return "\n".join(f"> {line}".rstrip() for line in _joined(block.children).split("\n"))
        case Box():
            return _box(block)
        case Tab():
            return f'=== "{_quoted(block.label)}"\n\n{_set_back(_joined(block.children))}'
        case Term():
            return _term(block)
        case Table():
            return table(block)


def _code(block: Code) -> str:
    longest = max((len(run) for run in re.findall(r"`{3,}", block.text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"


def _item(block: Item) -> str:
    mark = f"{block.number}. " if block.is_ordered else "- "
    if block.task is not None:
        mark += "[x] " if block.task else "[ ] "
    lines = [mark + block.text.replace("\n", "\n    ")]
    if not block.children:
        return lines[0]
    between = "\n" if isinstance(block.children[0], Item) else "\n\n"
    return lines[0] + between + _set_back(_joined(block.children))


def _box(block: Box) -> str:
    title = block.title
    told = "" if title.lower() == block.kind and block.kind in _DEFAULT_TITLES else f' "{_quoted(title)}"'
    inside = _set_back(_joined(block.children))
    return f"{_FOLDS[block.folded]} {block.kind}{told}\n\n{inside}".rstrip()


def _quoted(text: str) -> str:
    return text.replace('"', "”")


def _term(block: Term) -> str:
    if not block.is_definition:
        return block.text
    inner = [Paragraph(block.text), *block.children] if block.text else block.children
    return ":   " + _set_back(_joined(inner)).removeprefix("    ")


def _set_back(text: str) -> str:
    return "\n".join(f"    {line}" if line.strip() else "" for line in text.split("\n"))


def table(block: Table) -> str:
    """A table: in Markdown when it can be, in HTML when cells are merged or hold several blocks."""
    if is_simple(block):
        return _pipes(block)
    return _html(block)


def is_simple(block: Table) -> bool:
    """Whether Markdown's own tables can say it."""
    cells = [cell for row in block.rows for cell in row.cells]
    if block.caption or block.is_nested or len({len(row.cells) for row in block.rows}) > 1:
        return False
    if any(cell.columns > 1 or cell.rows > 1 for cell in cells):
        return False
    if any(row.is_header for row in block.rows[1:]) or any(c.is_header for r in block.rows[1:] for c in r.cells):
        return False
    return all(_is_short(cell) for cell in cells)


def _is_short(cell: Cell) -> bool:
    return len(cell.blocks) <= 3 and all(isinstance(block, Paragraph) for block in cell.blocks)


def _pipes(block: Table) -> str:
    lines = []
    for number, row in enumerate(block.rows):
        lines.append("| " + " | ".join(_in_cell(cell) for cell in row.cells) + " |")
        if number == 0:
            sides = [_side(block, place) for place in range(len(row.cells))]
            lines.append("|" + "|".join(sides) + "|")
    return "\n".join(lines)


def _in_cell(cell: Cell) -> str:
    text = "<br>".join(_text(block) for block in cell.blocks)
    return re.sub(r"\s*\n\s*", " ", _BREAK.sub("<br>", text)).replace("|", "\\|")


def _side(block: Table, place: int) -> str:
    sides = {row.cells[place].alignment for row in block.rows[1:] or block.rows}
    side = sides.pop() if len(sides) == 1 else ""
    return {"center": ":---:", "right": "---:"}.get(side, "---")


def _html(block: Table) -> str:
    lines = ['<table markdown="1">']
    if block.caption:
        as_markdown = ' markdown="span"' if re.search(r"[*_`\\[\]]", block.caption) else ""
        lines.append(f"<caption{as_markdown}>{block.caption}</caption>")
    heads = [row for row in block.rows if row.is_header]
    has_head = bool(heads) and block.rows[: len(heads)] == heads and len(heads) < len(block.rows)
    for number, row in enumerate(block.rows):
        if has_head and number == 0:
            lines.append('<thead markdown="1">')
        lines.append('<tr markdown="1">')
        lines += [_html_cell(cell, row.is_header or cell.is_header) for cell in row.cells]
        lines.append("</tr>")
        if has_head and number == len(heads) - 1:
            lines += ["</thead>", '<tbody markdown="1">']
    return "\n".join([*lines, *(["</tbody>"] if has_head else []), "</table>"])


def _html_cell(cell: Cell, is_header: bool) -> str:
    tag = "th" if is_header else "td"
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' align="{cell.alignment}"' if cell.alignment else ""
    if not cell.blocks:
        return f"<{tag}{spans}></{tag}>"
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
        text = _BREAK.sub("<br>", _text(cell.blocks[0])).replace("\n", " ")
        return f'<{tag} markdown="span"{spans}>{text}</{tag}>'
    return f'<{tag} markdown="block"{spans}>\n\n{_joined(cell.blocks)}\n\n</{tag}>'
