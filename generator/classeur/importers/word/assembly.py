"""From blocks one after the other to blocks inside blocks: items in items, words in boxes, tabs in their set."""

from __future__ import annotations

import re
from dataclasses import replace

from classeur.importers.word.blocks import (
    Block,
    Box,
    Caption,
    Code,
    End,
    Heading,
    Item,
    Paragraph,
    Quote,
    Start,
    Tab,
    Term,
)
from classeur.importers.word.walker import Stream

AROUND = ("front", "back")
"""What our own copies put around the text: control block and visas before, history and terms behind."""
_BOX = re.compile(r"adm_(.+)_(plain|open|closed)_\d+")
_CODE = re.compile(r"code_(.+)_\d+")
_DIAGRAM = re.compile(r"mermaid_\d+")
_PICTURE_ALONE = re.compile(r"!\[(?:[^\]\\]|\\.)*\]\([^)]*\)")


def assembled(stream: Stream, is_own: bool, diagrams: dict[str, str] | None = None) -> list[Block]:
    """The blocks of a stream, each in the one that holds it.

    Args:
        diagrams: what the diagrams of one of our own copies were drawn from, by the name of their bookmark.
    """
    blocks, _ = _until(stream, 0, "", diagrams or {})
    return _nested(_captioned(_joined(blocks)) if is_own else _joined(blocks), is_own)


def _until(stream: Stream, at: int, name: str, diagrams: dict[str, str]) -> tuple[list[Block], int]:
    """The blocks up to the end of a mark, and where it stands; a mark that never ends ends with the text."""
    found: list[Block] = []
    while at < len(stream):
        each = stream[at]
        at += 1
        if isinstance(each, End):
            if each.name == name:
                return found, at
        elif isinstance(each, Start):
            if not any(isinstance(after, End) and after.name == each.name for after in stream[at:]):
                continue
            inner, at = _until(stream, at, each.name, diagrams)
            found += _held(each.name, inner, diagrams)
        else:
            found.append(each)
    return found, at


def _held(name: str, inner: list[Block], diagrams: dict[str, str]) -> list[Block]:
    """What a mark makes of the blocks that it stands around."""
    if name in AROUND:
        return []
    if box := _BOX.fullmatch(name):
        title = ""
        blocks: list[Block] = []
        for each in inner:
            if isinstance(each, Box) and not each.is_marked:
                title = title or each.title
                blocks += each.children
            else:
                blocks.append(each)
        return [Box(box[1], box[2], title, _nested(_joined(blocks), True), _left(inner), is_marked=True)]
    if code := _CODE.fullmatch(name):
        return [replace(each, language=code[1]) if isinstance(each, Code) else each for each in inner]
    if _DIAGRAM.fullmatch(name) and name in diagrams:
        return [Code(diagrams[name].rstrip("\n"), "mermaid", _left(inner))]
    if re.fullmatch(r"tab_\d+", name) and inner and isinstance(inner[0], Term):
        return [Tab(inner[0].text, _nested(_joined(inner[1:]), True), inner[0].left)]
    return inner


def _left(blocks: list[Block]) -> int:
    return blocks[0].left if blocks else -1


def _joined(blocks: list[Block]) -> list[Block]:
    """Paragraphs in a row that have the style of one box stand in one box; so do those of a quotation."""
    found: list[Block] = []
    for each in blocks:
        last = found[-1] if found else None
        if isinstance(each, Box) and not each.is_marked:
            if isinstance(last, Box) and not last.is_marked and last.kind == each.kind and not each.title:
                last.children += each.children
                continue
        elif isinstance(last, Term) and last.is_definition and isinstance(each, Term) and each.is_definition:
            last.children.append(Paragraph(each.text))  # the next paragraph of the same definition
            continue
        elif isinstance(each, Quote) and isinstance(last, Quote) and last.left == each.left:
            last.children += each.children
            continue
        found.append(each)
    for each in found:
        if (isinstance(each, Box) and not each.is_marked) or isinstance(each, Quote):
            each.children = _nested(each.children, True)
    return found


def _captioned(blocks: list[Block]) -> list[Block]:
    """The caption below a picture becomes its title."""
    found: list[Block] = []
    for each in blocks:
        last = found[-1] if found else None
        if isinstance(each, Caption) and isinstance(last, Paragraph) and _PICTURE_ALONE.fullmatch(last.text):
            shown = each.text.replace('"', "”")
            found[-1] = Paragraph(f'{last.text[:-1]} "{shown}")', last.left)
        else:
            found.append(each)
    return found


def _nested(blocks: list[Block], is_own: bool) -> list[Block]:
    """Items stand in the items that are less deep, and what is set back under an item stands in it."""
    found: list[Block] = []
    open_items: list[Item] = []
    for place, each in enumerate(blocks):
        if isinstance(each, Item):
            while open_items and open_items[-1].depth >= each.depth:
                open_items.pop()
            (open_items[-1].children if open_items else found).append(each)
            open_items.append(each)
            continue
        holder = _holder(each, open_items, blocks[place + 1 :], is_own)
        if holder is None:
            open_items.clear()
            found.append(each)
        else:
            while open_items[-1] is not holder:
                open_items.pop()
            holder.children.append(each)
    return found


def _holder(each: Block, open_items: list[Item], after: list[Block], is_own: bool) -> Item | None:
    """The open item that a block belongs to."""
    if isinstance(each, Heading) or not open_items:
        return None
    if each.left > 0:
        for item in reversed(open_items):
            if 0 < item.left <= each.left:
                return item
    if is_own or not isinstance(each, Paragraph) or _PICTURE_ALONE.sub("", each.text).strip():
        return None
    following = next((b for b in after if not (isinstance(b, Paragraph) and _PICTURE_ALONE.fullmatch(b.text))), None)
    goes_on = isinstance(following, Item) and any(
        item.key == following.key and item.depth == following.depth for item in open_items
    )
    return open_items[-1] if goes_on else None
