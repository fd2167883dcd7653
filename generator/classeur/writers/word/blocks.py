"""The text of a document as WordprocessingML: headings, lists, boxes, tables, pictures, code, in the page's order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml.html import HtmlElement

from classeur.writers.word import boxes
from classeur.writers.word.inline import SPACES, Inline, TextSource, says_something, trimmed
from classeur.writers.word.numbering import DEEPEST, STEP
from classeur.writers.word.pictures import Frame, drawn_picture
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.style_names import StyleKind
from classeur.writers.word.tables import Cell, column_needs, grid_of, table_xml, wants_landscape, widths
from classeur.writers.word.wml import Letters, Look, bookmark_name, ends_with_paragraph, lines, paragraph, run

_BLOCKS = frozenset({
    "p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "details", "hr",
    "figure", "section",
})  # fmt: skip
LANDSCAPE_MARKS = frozenset({"paysage", "landscape"})
"""What a writer gives as class to turn the page for a part of the text."""
_DEEPEST_HEADING = 6
_DIAGRAM = 0.6
"""The share of a sheet's height that a diagram may take: a taller one would leave most of the sheet before it empty."""
_BOLD = Letters(bold=True)


class Drawing(NamedTuple):
    """A diagram of the text: its source, its SVG (empty when it cannot be drawn) and its words."""

    source: str
    svg: str
    alt: str


class Entry(NamedTuple):
    """A heading for the table of contents."""

    level: int
    words: str
    bookmark: str


@dataclass(frozen=True)
class Place:
    """Where blocks are written.

    Attributes:
        style: the name of the style of plain paragraphs.
        left: how far they stand to the right, in twentieths of a point; `room` is the width left to them.
        level: the depth of the list around them; -1 outside lists.
        is_top: whether the page may be turned here.
        is_box: whether a box draws its bar at their left.
    """

    room: int
    style: str = "Normal"
    left: int = 0
    level: int = -1
    is_top: bool = True
    is_box: bool = False
    alignment: str = ""

    def inner(self, **changes: object) -> Place:
        """A place inside this one."""
        return replace(self, is_top=False, **changes)  # type: ignore[arg-type]


@dataclass
class Blocks:
    """Writes the text of one document into `out`.

    Attributes:
        drawings: the diagrams by the mark that stands for them in the HTML.
        shift: how many levels headings go down (negative: up): the second level of a page is the first of a file.
        entries: the headings met, for the table of contents.
        sections: the section of an upright page and of a turned one, as the file's writer wants them.
        sources: the sources of the diagrams by the bookmark around each.
    """

    sheet: Sheet
    source: TextSource
    sections: tuple[str, str]
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    notes: Mapping[str, HtmlElement] = field(default_factory=dict)
    shift: int = -1
    out: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    _trailing_headings: int = 0
    _marks: int = 0
    _heading: str = ""

    def __post_init__(self) -> None:
        paper = self.sheet.template.paper
        self.inline = Inline(self.sheet, self.source, Frame(paper.room(), int(paper.tall() * 0.8)), self.notes)

    def top(self, landscape: bool = False) -> Place:
        """The place of the document's own paragraphs."""
        return Place(self.sheet.template.paper.room(landscape))

    def flow(self, element: HtmlElement, place: Place, first: Look | None = None, lead: str = "") -> None:
        """The content of an element, whose loose words become paragraphs.

        Args:
            first: the look of the first paragraph, when it bears the number of a list.
            lead: the runs that open it.
        """
        pending: list[str] = [self.inline.words(element.text)]
        opening = first

        def flush() -> None:
            nonlocal lead, opening
            runs = "".join(pending)
            pending.clear()
            if says_something(runs) or says_something(lead):
                self.put(paragraph(lead + trimmed(runs), opening or self.look(place)))
                lead, opening = "", None

        for child in element:
            if isinstance(child.tag, str):
                if child.tag in _BLOCKS:
                    flush()
                    self.block(child, place, opening, lead)
                    if child.tag in ("p", "div") and child.text_content().strip():
                        opening, lead = None, ""
                else:
                    pending.append(self.inline.piece(child))
            pending.append(self.inline.words(child.tail))
        flush()

    def block(self, element: HtmlElement, place: Place, first: Look | None = None, lead: str = "") -> None:
        """One block."""
        marks = frozenset((element.get("class") or "").split())
        if place.is_top and marks & LANDSCAPE_MARKS:
            return self.turned(lambda wide: self.flow(element, wide))
        match element.tag:
            case "p":
                self._paragraph(element, place, first, lead)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.heading(element, int(element.tag[1]), place)
            case "ul" | "ol":
                self._list(element, place)
            case "table":
                self._table(element, place)
            case "pre":
                self._code(element, place)
            case "blockquote":
                self.flow(element, place.inner(style="Quote") if not place.is_box else place)
            case "hr":
                self.put(paragraph("", self.look(place)))
            case "dl":
                self._definitions(element, place)
            case "figure":
                self._figure(element, place)
            case _ if element.tag == "details" or "admonition" in marks:
                boxes.box(self, element, place)
            case _ if "footnote" in marks:
                pass  # each note stands where Word wants it
            case _ if "tabbed-set" in marks:
                boxes.tabs(self, element, place)
            case _ if (element.text or "").strip() in self.drawings:
                self._drawing((element.text or "").strip(), place)
            case _:
                self.flow(element, place, first, lead)

    def put(self, xml: str, is_heading: bool = False) -> None:
        """Add a finished block."""
        self.out.append(xml)
        self._trailing_headings = self._trailing_headings + 1 if is_heading else 0

    def look(self, place: Place) -> Look:
        """The look of a plain paragraph there."""
        return Look(
            self.sheet.style(place.style),
            left=place.left if place.left or place.level >= 0 else None,
            alignment=place.alignment,
        )

    def turned(self, write: Callable[[Place], None]) -> None:
        """Write on turned pages; the headings that stand just before come with it."""
        upright, wide = self.sections
        moved = self.out[len(self.out) - self._trailing_headings :] if self._trailing_headings else []
        kept = self.out[: len(self.out) - len(moved)]
        if kept and kept[-1] == wide:
            kept.pop()  # two turned parts in a row: the same pages
        elif kept:
            kept.append(upright)
        self.out[:] = [*kept, *moved]
        write(self.top(landscape=True))
        self.put(wide)

    def heading(self, element: HtmlElement, level: int, place: Place) -> None:
        """A heading, with its bookmark."""
        depth = max(1, min(_DEEPEST_HEADING, level + self.shift))
        words = SPACES.sub(" ", element.text_content()).strip()
        runs = trimmed(self.inline.runs(element))
        if not words:
            return
        name = self.source.prefix + (element.get("id") or f"titre_{len(self.entries) + 1}")
        start, end = self.sheet.bookmark(name)
        self._heading = words
        if place.is_top:
            self.entries.append(Entry(depth, words, bookmark_name(name)))
            self.put(paragraph(start + runs + end, Look(self.sheet.style(f"heading {depth}"))), is_heading=True)
        else:  # in a cell or a box it would upset the table of contents
            bold = replace(self.look(place), keep_next=True)
            self.put(paragraph(start + self.inline.runs(element, _BOLD) + end, bold))

    def inside(self, element: HtmlElement, place: Place) -> str:
        """The blocks of a cell or a note, apart from the text."""
        kept, trailing, self.out = self.out, self._trailing_headings, []
        self.flow(element, place)
        blocks, self.out, self._trailing_headings = "".join(self.out), kept, trailing
        return ends_with_paragraph(blocks)

    def range(self, name: str) -> tuple[str, str]:
        """The ends of a hidden bookmark around blocks: what Word cannot say in its own words (see ADR 0030)."""
        self._marks += 1
        return self.sheet.bookmark(f"_{self.source.prefix}cl_{name}_{self._marks}")

    def _paragraph(self, element: HtmlElement, place: Place, first: Look | None, lead: str) -> None:
        picture = _only_picture(element)
        if picture is not None and place.style == "Normal" and first is None:
            self.put(
                paragraph(
                    self.inline.runs(element), Look(self.sheet.style("Figure"), keep_next=bool(picture.get("title")))
                )
            )
            if picture.get("title"):
                self._caption(run(picture.get("title") or ""), place, "center")
            return
        anchor = self.sheet.mark(self.source.prefix + (element.get("id") or "")) if element.get("id") else ""
        runs = trimmed(self.inline.runs(element))
        if says_something(runs) or says_something(lead):
            look = first or self.look(replace(place, alignment=_alignment(element) or place.alignment))
            self.put(paragraph(lead + anchor + runs, look))

    def _list(self, element: HtmlElement, place: Place) -> None:
        level = min(place.level + 1, DEEPEST)
        left = place.left + STEP
        if element.tag == "ol":
            start = element.get("start") or "1"
            number = self.sheet.lists.numbered(level, int(start) if start.isdecimal() else 1, element.get("type") or "")
        else:
            number = self.sheet.lists.bullets
        style = place.style if place.is_box or place.style.startswith("Tableau") else "List Paragraph"
        inner = place.inner(style=style, left=left, level=level, room=max(600, place.room - STEP))
        for item in element.iterchildren("li"):
            box = _task(item)
            marked = replace(self.look(inner), left=left, hanging=STEP)
            if box is None:
                self.flow(item, inner, replace(marked, numbering=(number, level)))
            else:
                lead = self.inline.box_to_tick(box) + "<w:r><w:tab/></w:r>"
                self.flow(item, inner, marked, lead)

    def _table(self, element: HtmlElement, place: Place) -> None:
        grid = grid_of(element)
        if not grid.columns:
            return
        if place.is_top and wants_landscape(grid, place.room) and place.room < self.top(landscape=True).room:
            return self.turned(lambda wide: self._table(element, wide))
        caption = element.find("caption")
        title = SPACES.sub(" ", caption.text_content()).strip() if caption is not None else self._heading
        if caption is not None:
            self._caption(self.inline.runs(caption), place, keep_next=True)
        columns = widths(column_needs(grid), place.room)
        tall = self.sheet.template.paper.tall()
        style = self.sheet.style("Tableau classeur", StyleKind.TABLE)
        self.put(table_xml(grid, columns, style, title, place.left, tall, self._cell))
        self.spacer()

    def _cell(self, cell: Cell, width: int, is_name: bool) -> str:
        if cell.element is None:
            return "<w:p/>"
        style = "Tableau en-tête" if is_name else "Tableau texte"
        place = Place(width - 170, style, is_top=False, alignment=_alignment(cell.element))
        frame, self.inline.frame = self.inline.frame, Frame(width - 170, int(self.sheet.template.paper.tall() * 0.6))
        blocks = self.inside(cell.element, place)
        self.inline.frame = frame
        return blocks if blocks != "<w:p/>" else paragraph("", self.look(place))

    def spacer(self) -> None:
        """A thin line: two tables in a row would become one."""
        self.put(paragraph("", Look(self.sheet.style("Intercalaire"))))

    def _caption(self, runs: str, place: Place, alignment: str = "", keep_next: bool = False) -> None:
        self.put(paragraph(trimmed(runs), Look(self.sheet.style("caption"), keep_next=keep_next, alignment=alignment)))

    def _code(self, element: HtmlElement, place: Place) -> None:
        code = element.find("code")
        inside = element if code is None else code
        language = next(
            (m.removeprefix("language-") for m in (inside.get("class") or "").split() if m.startswith("language-")), ""
        )
        start, end = self.range(f"code_{language}") if language else ("", "")
        content = inside.text_content().rstrip("\n").replace("\t", "    ").split("\n")
        left = place.left + 170 if place.left else None
        self.put(start + paragraph(lines(content), Look(self.sheet.style("Code source"), left=left)) + end)

    def _definitions(self, element: HtmlElement, place: Place) -> None:
        for each in element.iterchildren("dt", "dd", "div"):
            if each.tag == "div":
                self._definitions(each, place)
            elif each.tag == "dt":
                style = "Terme défini" if not place.is_box else place.style
                self.put(
                    paragraph(
                        trimmed(self.inline.runs(each, _BOLD)),
                        replace(self.look(place.inner(style=style)), keep_next=True),
                    )
                )
            else:
                style = "Définition" if not place.is_box else place.style
                left = place.left + 397 if place.left or place.is_box else 0
                self.flow(each, place.inner(style=style, left=left, room=place.room - 397))

    def _figure(self, element: HtmlElement, place: Place) -> None:
        caption = element.find("figcaption")
        if caption is not None:
            element.remove(caption)
        self.flow(element, place.inner(style="Figure"))
        if caption is not None:
            self._caption(self.inline.runs(caption), place, "center")

    def _drawing(self, mark: str, place: Place) -> None:
        drawing = self.drawings[mark]
        frame = Frame(place.room, int(self.sheet.template.paper.tall() * _DIAGRAM))
        shown = drawn_picture(self.sheet, drawing.svg, drawing.alt, frame, self.source.rasters) if drawing.svg else ""
        start, end = self.range("mermaid")
        if start:
            name = start.partition('w:name="')[2].partition('"')[0]
            self.sources[name] = drawing.source
        if shown:
            self.put(start + paragraph(shown, Look(self.sheet.style("Figure"))) + end)
        else:
            self.put(
                start
                + paragraph(lines(drawing.source.rstrip("\n").split("\n")), Look(self.sheet.style("Code source")))
                + end
            )


def _alignment(element: HtmlElement) -> str:
    return {"center": "center", "right": "end"}.get((element.get("align") or "").lower(), "")


def _only_picture(element: HtmlElement) -> HtmlElement | None:
    """The picture that a paragraph holds, when it holds nothing else."""
    pictures = list(element.iter("img"))
    return pictures[0] if len(pictures) == 1 and not element.text_content().strip() else None


def _task(item: HtmlElement) -> HtmlElement | None:
    """The box of a task, taken out of its line."""
    if "task-list-item" not in (item.get("class") or ""):
        return None
    box = next(item.iter("input"), None)
    if box is not None:
        box.drop_tree()
    return box
