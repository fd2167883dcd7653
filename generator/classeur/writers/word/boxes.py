"""Parts of a text that Word has no word for: boxes and tabs; and the footnotes, which have a part of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from classeur.writers.word.inline import trimmed
from classeur.writers.word.sheet import FOOTNOTES
from classeur.writers.word.style_names import BOX_OF, BOXES, StyleKind
from classeur.writers.word.wml import Letters, Look, ends_with_paragraph, paragraph

if TYPE_CHECKING:
    from classeur.writers.word.blocks import Blocks, Place

_BOLD = Letters(bold=True)


def box(blocks: Blocks, element: HtmlElement, place: Place) -> None:
    """A warning, a note, a folded part: paragraphs with a bar at their left; what is folded is shown."""
    kind = next(
        (each for each in (element.get("class") or "").split() if each not in ("admonition", "inline", "end")),
        "note",
    )
    folded = "plain" if element.tag != "details" else "open" if element.get("open") is not None else "closed"
    style = BOX_OF.get(kind, BOXES[0])
    start, end = blocks.range(f"adm_{kind[:14]}_{folded}")
    left = place.left + 227 if place.left else 227
    inner = place.inner(style=style, left=left, is_box=True, room=place.room - 284)
    title = next((c for c in element if c.tag == "summary" or "admonition-title" in (c.get("class") or "")), None)
    blocks.put(start)
    if title is not None:
        look = replace(blocks.look(inner), style=blocks.sheet.style(f"{style} titre"), keep_next=True)
        blocks.put(paragraph(trimmed(blocks.inline.runs(title)), look))
        title.tail = None
        title.drop_tree()
    blocks.flow(element, inner)
    blocks.put(end)
    blocks.spacer()


def tabs(blocks: Blocks, element: HtmlElement, place: Place) -> None:
    """Tabs one after the other, each under its name."""
    labels = [label for label in element.iter("label") if _in(label, "tabbed-labels", element)]
    contents = [
        block
        for block in element.iter("div")
        if "tabbed-block" in (block.get("class") or "") and _owner(block) is element
    ]
    around, until = blocks.range("tabs")
    blocks.put(around)
    for label, block in zip(labels, contents, strict=False):
        start, end = blocks.range("tab")
        look = replace(blocks.look(place.inner(style="Onglet" if not place.is_box else place.style)), keep_next=True)
        blocks.put(start + paragraph(trimmed(blocks.inline.runs(label, _BOLD)), look))
        blocks.flow(block, place.inner())
        blocks.put(end)
    blocks.put(until)


def write_notes(blocks: Blocks) -> None:
    """The footnotes that the text called, then those that nothing calls, at the end of the text."""
    style = blocks.sheet.style("footnote text")
    reference = (
        f'<w:r><w:rPr><w:rStyle w:val="{blocks.sheet.style("footnote reference", StyleKind.CHARACTER)}"/></w:rPr>'
    )
    opening = f'{reference}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    written: set[str] = set()
    while waiting := [key for key in blocks.inline.numbers if key not in written]:
        for key in waiting:
            written.add(key)
            part, blocks.sheet.part = blocks.sheet.part, FOOTNOTES
            content = _note_blocks(blocks, blocks.notes[key], Look(style), opening)
            blocks.sheet.part = part
            blocks.sheet.fill_note(blocks.inline.numbers[key], content)
    for key, note in blocks.notes.items():
        if key not in written:
            blocks.flow(note, blocks.top().inner(style="footnote text"))


def _note_blocks(blocks: Blocks, note: HtmlElement, look: Look, opening: str) -> str:
    kept, blocks.out = blocks.out, []
    blocks.flow(note, blocks.top().inner(style="footnote text"), look, opening)
    content, blocks.out = "".join(blocks.out), kept
    return ends_with_paragraph(content or paragraph(opening, look))


def _owner(element: HtmlElement) -> HtmlElement | None:
    return next((a for a in element.iterancestors("div") if "tabbed-set" in (a.get("class") or "")), None)


def _in(element: HtmlElement, mark: str, owner: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and mark in (parent.get("class") or "") and _owner(element) is owner
