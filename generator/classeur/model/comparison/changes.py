"""What changed between two texts, block by block, in the order of the new one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from classeur.model.comparison.alignment import Pair, aligned, quick_opcodes, word_likeness
from classeur.model.comparison.blocks import Block, BlockKind, blocks_of, shown


class ChangeKind(StrEnum):
    """What happened to a block."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class EditKind(StrEnum):
    """What happened to some words of a block."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class WordEdit:
    """Words that stayed, went or came."""

    kind: EditKind
    text: str


@dataclass(frozen=True)
class Change:
    """One block added, removed, changed or moved.

    Attributes:
        heading: the section it stands in; in the old text when it was removed.
        before: its old text without Markdown marks; empty when it was added.
        after: its new text; empty when it was removed.
        words: its words, those that stayed, went and came, in reading order.
        line_before: its line in the old body, counted from 1; 0 when it was added.
        line_after: its line in the new body; 0 when it was removed.
        block: what it is on the page: a list item is a step when its list is numbered.
        rank_before: an item's or a row's old rank in its list or table, from 1; 0 for anything else.
        rank_after: its new rank: « étape 3 devenue étape 5 ».
    """

    kind: ChangeKind
    heading: str
    before: str
    after: str
    words: tuple[WordEdit, ...]
    line_before: int
    line_after: int
    block: BlockKind = BlockKind.PARAGRAPH
    rank_before: int = 0
    rank_after: int = 0
    is_step: bool = False


@dataclass(frozen=True)
class Comparison:
    """The changes from one text to another; none when they show the same."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)


_ANY_WORD = re.compile(r"\w+")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)")
_WORDS = re.compile(r"\w+(?:[.,]\w+)*|\s+|[^\w\s]")


def compare(old: str, new: str) -> Comparison:
    """What changed between two Markdown bodies; layout and reflow alone change nothing."""
    if old == new:
        return Comparison()
    was, now = blocks_of(old), blocks_of(new)
    keys_old, keys_new = [_key(block) for block in was], [_key(block) for block in now]
    bag = cache(_bag)

    def likeness(i: int, j: int) -> float:
        return word_likeness(bag(was[i].text), bag(now[j].text)) if was[i].kind is now[j].kind else 0.0

    pairs = aligned(keys_old, keys_new, likeness)
    return Comparison(tuple(_changes(was, now, pairs)))


def word_edits(before: str, after: str) -> tuple[WordEdit, ...]:
    """The words of two sentences, those that stayed, went and came."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    edits: list[WordEdit] = []
    for tag, i, i_end, j, j_end in quick_opcodes(old, new):
        if tag == "equal":
            edits.append(WordEdit(EditKind.EQUAL, "".join(old[i:i_end])))
            continue
        if i_end > i:
            edits.append(WordEdit(EditKind.REMOVED, "".join(old[i:i_end])))
        if j_end > j:
            edits.append(WordEdit(EditKind.ADDED, "".join(new[j:j_end])))
    return tuple(edits)


def _key(block: Block) -> tuple[BlockKind, str, str]:
    return block.kind, block.label, _text(block)


def _text(block: Block) -> str:
    """What is compared: a picture, a link's address and code count as typed."""
    if block.kind in (BlockKind.FENCE, BlockKind.CODE):
        return block.text
    return " ".join(_EMPHASIS.sub("", block.text).split())


def _bag(text: str) -> Counter[str]:
    return Counter(_ANY_WORD.findall(text.lower()))


def _changes(was: tuple[Block, ...], now: tuple[Block, ...], pairs: tuple[Pair, ...]) -> Iterator[Change]:
    moves = _moves(was, now, pairs)
    from_elsewhere = {j: i for i, j in moves.items()}
    for i, j in pairs:
        if i is not None and j is not None:
            if _key(was[i]) != _key(now[j]):
                yield _change(ChangeKind.CHANGED, was[i], now[j])
        elif j is not None:
            origin = from_elsewhere.get(j)
            if origin is not None:
                yield _change(ChangeKind.MOVED, was[origin], now[j])
            else:
                yield _change(ChangeKind.ADDED, None, now[j])
        elif i is not None and i not in moves:
            yield _change(ChangeKind.REMOVED, was[i], None)


def _moves(was: tuple[Block, ...], now: tuple[Block, ...], pairs: tuple[Pair, ...]) -> dict[int, int]:
    """Blocks gone from one place that came back, word for word, at another: {old place: new place}."""
    come: dict[tuple[BlockKind, str, str], list[int]] = {}
    for i, j in pairs:
        if i is None and j is not None:
            come.setdefault(_key(now[j]), []).append(j)
    found: dict[int, int] = {}
    for i, j in pairs:
        if j is None and i is not None and (places := come.get(_key(was[i]))):
            found[i] = places.pop(0)
    return found


def _change(kind: ChangeKind, old: Block | None, new: Block | None) -> Change:
    before, after = _said(old), _said(new)
    if old and new and before == after and kind is ChangeKind.CHANGED:
        before, after = old.text, new.text  # an address or a mark changed, not the words: show them as typed
    block = new or old
    assert block is not None
    return Change(
        kind,
        block.heading,
        before,
        after,
        word_edits(before, after),
        old.line if old else 0,
        new.line if new else 0,
        block.kind,
        old.rank if old else 0,
        new.rank if new else 0,
        block.kind is BlockKind.ITEM and block.start != 0,
    )


def _said(block: Block | None) -> str:
    if block is None:
        return ""
    return block.text if block.kind in (BlockKind.FENCE, BlockKind.CODE, BlockKind.PICTURE) else shown(block.text)
