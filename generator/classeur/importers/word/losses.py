"""What Markdown says otherwise than Word: numbers of headings, letters of lists, tables without a header row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from classeur.importers.word.blocks import Block, Box, Heading, Item, Paragraph, Quote, Tab, Table, Term
from classeur.importers.word.findings import Told
from classeur.importers.word.headings import bare_words
from classeur.importers.word.markdown import is_simple
from classeur.importers.word.numbering import number_written


def tell_losses(blocks: Sequence[Block], told: Told) -> None:
    """Tell what a person who knows the Word file would look for in the draft."""
    numbers: dict[tuple[str, int], int] = {}
    for block in _every(blocks):
        if isinstance(block, Heading) and block.number:
            told.tell("WD033", f"{block.number} {bare_words(block.text)}")
        elif isinstance(block, Item):
            listed = (block.key, block.depth)
            if block.letters and not 0 < numbers.get(listed, 0) < block.number:  # its first item speaks for a list
                told.tell("WD034", f"{number_written(block.number, block.letters)}) {bare_words(block.text)}")
            numbers[listed] = block.number
        elif isinstance(block, Table) and is_simple(block) and not _has_header(block):
            told.tell("WD035", " | ".join(_words(cell.blocks) for cell in block.rows[0].cells))


def _every(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, and those that stand in them."""
    for block in blocks:
        yield block
        if isinstance(block, Item | Quote | Box | Tab | Term):
            yield from _every(block.children)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _every(cell.blocks)


def _has_header(table: Table) -> bool:
    first = table.rows[0]
    return first.is_header or all(cell.is_header for cell in first.cells)


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(bare_words(block.text) for block in blocks if isinstance(block, Paragraph)) or "–"
