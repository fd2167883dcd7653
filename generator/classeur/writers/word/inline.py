"""What stands inside a paragraph: letters, links, notes, pictures, boxes to tick."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from classeur.writers.word.pictures import Frame, Rasters, drawn_picture, raster_now, stored_picture
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.style_names import StyleKind
from classeur.writers.word.wml import PLAIN, Letters, attribute, bookmark_name, run
from classeur.writers.word.wml import field as word_field

SPACES = re.compile(r"[ \t\r\n\f]+")
_LEADING = re.compile(r'^(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">) +')
_SOMETHING = re.compile(r"<w:t [^>]*>[^<]*[^\s<]|<w:drawing|<w:sdt|<w:footnoteReference|<w:instrText")
_BROKEN_OFF = re.compile(r"(?:<w:r><w:br/></w:r>)+$")
_CHECKED, _UNCHECKED = "☒", "☐"
_TICK_FONT = "MS Gothic"


@dataclass(frozen=True)
class Destination:
    """Where a link leads: a bookmark of the same file, or an address."""

    anchor: str = ""
    address: str = ""


@dataclass(frozen=True)
class PictureFile:
    """A picture of the house, as it is stored."""

    data: bytes
    is_svg: bool


@dataclass(frozen=True)
class TextSource:
    """What a text needs from outside while it is written.

    Attributes:
        link: where an address of the text leads; None when it leads nowhere from a sheet of paper.
        picture: the file behind the address of a picture.
        missing: what stands for a picture that cannot be shown, from its alternative text.
        prefix: what tells the bookmarks of this text from those of other texts of the same file.
    """

    link: Callable[[str], Destination | None]
    picture: Callable[[str], PictureFile | None]
    missing: Callable[[str], str]
    prefix: str = ""
    rasters: Rasters = raster_now


@dataclass
class Inline:
    """Writes the inside of paragraphs.

    Attributes:
        notes: the footnotes of the text by their anchor; `numbers` those that were called, in their order.
        abbreviations: what the abbreviations met so far stand for.
    """

    sheet: Sheet
    source: TextSource
    frame: Frame
    notes: Mapping[str, HtmlElement] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)

    def runs(self, element: HtmlElement, letters: Letters = PLAIN) -> str:
        """The runs of an element's content."""
        parts = [self.words(element.text, letters)]
        for child in element:
            if isinstance(child.tag, str):
                parts.append(self.piece(child, letters))
            tail = (child.tail or "").lstrip() if child.tag == "br" else child.tail
            parts.append(self.words(tail, letters))
        return "".join(parts)

    def words(self, text: str | None, letters: Letters = PLAIN) -> str:
        """Words with the spaces that a browser would show."""
        return run(SPACES.sub(" ", text), letters) if text else ""

    def piece(self, element: HtmlElement, letters: Letters = PLAIN) -> str:
        """The runs of one element."""
        tag, marks = element.tag, (element.get("class") or "").split()
        if element.get("lang"):
            letters = replace(letters, language=element.get("lang") or "")
        match tag:
            case "br":
                return "<w:r><w:br/></w:r>"
            case "img":
                return self._picture(element)
            case "input":
                return self.box_to_tick(element) if element.get("type") != "radio" else ""
            case "a":
                return self._link(element, letters, marks)
            case "abbr" if element.get("title"):
                self.abbreviations.setdefault(element.text_content().strip(), element.get("title") or "")
            case "sup" if len(element) == 1 and "footnote-ref" in (element[0].get("class") or ""):
                return self._note(element[0].get("href") or "")
            case "q":
                return run("« ", letters) + self.runs(element, letters) + run(" »", letters)
            case _:
                pass
        anchor = self.sheet.mark(self.source.prefix + element.get("id", "")) if element.get("id") else ""
        return anchor + self.runs(element, self._styled(str(tag), letters))

    def box_to_tick(self, element: HtmlElement) -> str:
        """A box to tick, as Word's own control."""
        state = int(element.get("checked") is not None)
        fonts = f'<w:rFonts w:ascii="{_TICK_FONT}" w:eastAsia="{_TICK_FONT}" w:hAnsi="{_TICK_FONT}" w:hint="eastAsia"/>'
        return (
            f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/>'
            f'<w14:checkedState w14:val="2612" w14:font="{_TICK_FONT}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{_TICK_FONT}"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            f"<w:r><w:rPr>{fonts}</w:rPr><w:t>{_CHECKED if state else _UNCHECKED}</w:t></w:r></w:sdtContent></w:sdt>"
        )

    def _styled(self, tag: str, letters: Letters) -> Letters:
        match tag:
            case "strong" | "b":
                return replace(letters, bold=True)
            case "em" | "i" | "cite" | "dfn" | "var":
                return replace(letters, italic=True)
            case "del" | "s":
                return replace(letters, struck=True)
            case "ins" | "u":
                return replace(letters, underlined=True)
            case "mark":
                return replace(letters, marked=True)
            case "sup":
                return replace(letters, raised="superscript")
            case "sub":
                return replace(letters, raised="subscript")
            case "code" | "samp":
                return replace(letters, style=self.sheet.style("Code en ligne", StyleKind.CHARACTER))
            case "kbd":
                return replace(letters, style=self.sheet.style("Touche", StyleKind.CHARACTER))
            case _:
                return letters

    def _picture(self, element: HtmlElement) -> str:
        alt = element.get("alt") or element.get("title") or ""
        asked = int(element.get("width") or 0) if (element.get("width") or "").isdecimal() else 0
        frame = replace(self.frame, asked=asked)
        found = self.source.picture(element.get("src") or "")
        shown = ""
        if found and found.is_svg:
            svg = found.data.decode("utf-8", "replace")
            shown = drawn_picture(self.sheet, svg, alt, frame, self.source.rasters)
        elif found:
            shown = stored_picture(self.sheet, found.data, alt, frame)
        return shown or run(self.source.missing(alt), replace(PLAIN, italic=True))

    def _link(self, element: HtmlElement, letters: Letters, marks: list[str]) -> str:
        if "footnote-backref" in marks or "headerlink" in marks:
            return ""
        name = element.get("id") or element.get("name")
        anchor = self.sheet.mark(self.source.prefix + name) if name else ""
        where = self.source.link(element.get("href") or "") if element.get("href") else None
        if where is None:
            return anchor + self.runs(element, letters)
        style = self.sheet.style("Hyperlink", StyleKind.CHARACTER)
        inside = self.runs(element, replace(letters, style=style))
        tip = f' w:tooltip="{attribute(element.get("title") or "")}"' if element.get("title") else ""
        if where.anchor:
            goal = f'w:anchor="{attribute(bookmark_name(where.anchor))}"'
        else:
            goal = f'r:id="{self.sheet.package.relate(self.sheet.part, "hyperlink", where.address, external=True)}"'
        return f'{anchor}<w:hyperlink {goal} w:history="1"{tip}>{inside}</w:hyperlink>'

    def _note(self, href: str) -> str:
        key = href.removeprefix("#")
        if key not in self.notes:
            return ""
        style = Letters(style=self.sheet.style("footnote reference", StyleKind.CHARACTER))
        if key in self.numbers:  # a second call shows the number of the first
            number = self.numbers[key]
            return word_field(f"NOTEREF {self._note_name(number)} \\h", str(number), style)
        number = self.numbers[key] = self.sheet.note()
        start, end = self.sheet.bookmark(self._note_name(number))
        return f'{start}<w:r>{style.xml}<w:footnoteReference w:id="{number}"/></w:r>{end}'

    def _note_name(self, number: int) -> str:
        return bookmark_name(f"_{self.source.prefix}cl_note_{number}")


def says_something(runs: str) -> bool:
    """Whether runs show anything."""
    return _SOMETHING.search(runs) is not None


def trimmed(runs: str) -> str:
    """Runs without the space or the line breaks at their ends, which a browser would not show."""
    return _BROKEN_OFF.sub("", _LEADING.sub(r"\1", runs))
