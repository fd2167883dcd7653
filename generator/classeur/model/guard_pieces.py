"""A text cut into the pieces the guard compares one by one: each must keep its place and its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from classeur.model.comparison.blocks import Block, BlockKind, blocks_of
from classeur.model.guard_tokens import Reading, reading

Shape = tuple[object, ...]
_FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.PICTURE})
_EXACT = frozenset({BlockKind.FENCE, BlockKind.CODE})


@dataclass(frozen=True)
class Piece:
    """A heading, a paragraph's text, a list item, a table cell, a fence, a box's head.

    Attributes:
        shape: what must not change beside the words: its kind, its nesting, its rank, the boxes around it.
        targets: the addresses of the text's reference links.
    """

    kind: BlockKind
    shape: Shape
    text: str
    line: int
    heading: str = ""
    targets: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_exact(self) -> bool:
        """Whether any change counts: code and drawings."""
        return self.kind in _EXACT

    @cached_property
    def reading(self) -> Reading:
        """Its tokens."""
        return reading(self.text, self.targets)


def pieces_of(body: str) -> tuple[Piece, ...]:
    """The pieces of a text, in order; paragraphs that follow each other are one piece, however they are cut."""
    blocks = blocks_of(body)
    targets = {_name(block.label): block.text for block in blocks if block.kind is BlockKind.DEFINITION}
    kept = [block for block in blocks if block.kind is not BlockKind.DEFINITION]
    return tuple(_joined(_pieces(kept, targets)))


def _name(label: str) -> str:
    return " ".join(label.lower().split())


def _pieces(blocks: list[Block], targets: Mapping[str, str]) -> Iterator[Piece]:
    parents: list[tuple[int, int]] = []
    headings = 0
    odd = _oddly_numbered(blocks)
    for block in blocks:
        if block.kind is BlockKind.ROW:
            yield from _cells(block, targets)
            continue
        nesting: Shape = ()
        if block.kind is BlockKind.HEADING:
            while parents and parents[-1][0] >= block.level:
                parents.pop()
            nesting = (parents[-1][1] if parents else -1,)
            parents.append((block.level, headings))
            headings += 1
        kind = BlockKind.PARAGRAPH if block.kind in _FLOWING else block.kind
        shape = (kind, block.boxes, *(nesting or _place(block)), block.number if block.line in odd else -1)
        yield Piece(kind, shape, block.text, block.line, block.heading, targets)


def _oddly_numbered(blocks: list[Block]) -> frozenset[int]:
    """The lines of the lists whose typed numbers are neither 1, 2, 3 nor 1, 1, 1: those numbers may say something."""
    lists: list[list[Block]] = []
    open_lists: dict[int, list[Block]] = {}
    for item in blocks:
        if item.kind is BlockKind.ITEM and item.start:
            if item.rank == 1 or item.level not in open_lists:
                open_lists[item.level] = []
                lists.append(open_lists[item.level])
            open_lists[item.level].append(item)
    odd: set[int] = set()
    for items in lists:
        numbers = [item.number for item in items]
        counts = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        if not counts and not (set(numbers) == {1} or (len(numbers) > 2 and len(set(numbers)) == 1)):
            odd.update(item.line for item in items)
    return frozenset(odd)


def _place(block: Block) -> Shape:
    match block.kind:
        case BlockKind.ITEM:
            return (block.level, block.start, block.rank)
        case BlockKind.FENCE | BlockKind.BOX | BlockKind.FOOTNOTE:
            return (block.label,)
        case _:
            return (block.level > 0,)


def _cells(row: Block, targets: Mapping[str, str]) -> Iterator[Piece]:
    for column, cell in enumerate(row.cells):
        shape = (row.kind, row.boxes, row.rank, column, len(row.cells))
        yield Piece(row.kind, shape, cell, row.line, row.heading, targets)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    open_text: Piece | None = None
    for piece in pieces:
        if open_text and piece.kind is BlockKind.PARAGRAPH and piece.shape == open_text.shape:
            text = f"{open_text.text} {piece.text}"
            open_text = Piece(piece.kind, piece.shape, text, open_text.line, piece.heading, piece.targets)
            continue
        if open_text:
            yield open_text
        open_text = piece if piece.kind is BlockKind.PARAGRAPH else None
        if open_text is None:
            yield piece
    if open_text:
        yield open_text
