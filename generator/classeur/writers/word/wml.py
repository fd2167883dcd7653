"""Small pieces of WordprocessingML as text: escaping, runs, paragraphs, fields, bookmarks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, unescape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LONGEST_NAME = 40
"""Word refuses a bookmark whose name is longer."""

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.S)
_SHOWN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SPACE = re.compile(r"<w:(?:tab|br|cr)/>")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """Text that may stand in an element."""
    return escape(_FORBIDDEN.sub("", value))


def plain_lines(blocks: str) -> tuple[str, ...]:
    """The words of each paragraph that was written; empty ones left out."""
    shown = (unescape("".join(_SHOWN.findall(_SPACE.sub(" ", each)))) for each in _PARAGRAPH.findall(blocks))
    return tuple(line for line in (" ".join(words.split()) for words in shown) if line)


def attribute(value: str) -> str:
    """Text that may stand in a double-quoted attribute, on one line."""
    return escape(_FORBIDDEN.sub("", " ".join(value.split())), {'"': "&quot;"})


def bookmark_name(name: str) -> str:
    """The name under which Word accepts a bookmark: letters, digits and `_`, 40 characters at most."""
    safe = re.sub(r"\W", "_", name)
    if not re.match(r"[^\W\d]", safe):
        safe = f"_{safe}"
    if len(safe) <= LONGEST_NAME:
        return safe
    return f"{safe[:31]}_{hashlib.sha1(safe.encode()).hexdigest()[:8]}"


@dataclass(frozen=True)
class Letters:
    """How letters look. Word wants these in one order only, that of the fields."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    colour: str = ""
    marked: bool = False
    underlined: bool = False
    raised: str = ""
    language: str = ""

    @property
    def xml(self) -> str:
        """The run's properties; nothing for plain letters."""
        inside = "".join((
            f'<w:rStyle w:val="{self.style}"/>' if self.style else "",
            "<w:b/>" if self.bold else "",
            "<w:i/>" if self.italic else "",
            "<w:strike/>" if self.struck else "",
            f'<w:color w:val="{self.colour}"/>' if self.colour else "",
            '<w:highlight w:val="yellow"/>' if self.marked else "",
            '<w:u w:val="single"/>' if self.underlined else "",
            f'<w:vertAlign w:val="{self.raised}"/>' if self.raised else "",
            f'<w:lang w:val="{attribute(self.language)}"/>' if self.language else "",
        ))  # fmt: skip
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""


PLAIN = Letters()


@dataclass(frozen=True)
class Look:
    """How a paragraph looks. Lengths are in twentieths of a point.

    Attributes:
        style: the identifier of its style; none for the template's normal paragraph.
        numbering: the list and the level that it belongs to.
        left: where its lines start, when the style does not decide; `hanging` how far its first line stands out.
    """

    style: str = ""
    keep_next: bool = False
    page_break: bool = False
    numbering: tuple[int, int] | None = None
    left: int | None = None
    hanging: int = 0
    alignment: str = ""

    @property
    def xml(self) -> str:
        """The paragraph's properties, in the one order that Word accepts."""
        indent = ""
        if self.left is not None:
            hanging = f' w:hanging="{self.hanging}"' if self.hanging else ' w:firstLine="0"'
            indent = f'<w:ind w:left="{self.left}"{hanging}/>'
        numbering = ""
        if self.numbering:
            number, level = self.numbering
            numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        inside = "".join((
            f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
            "<w:keepNext/>" if self.keep_next else "",
            "<w:pageBreakBefore/>" if self.page_break else "",
            numbering,
            indent,
            f'<w:jc w:val="{self.alignment}"/>' if self.alignment else "",
        ))  # fmt: skip
        return f"<w:pPr>{inside}</w:pPr>" if inside else ""


def run(value: str, letters: Letters = PLAIN) -> str:
    """A run of text; nothing for an empty one."""
    return f'<w:r>{letters.xml}<w:t xml:space="preserve">{text(value)}</w:t></w:r>' if value else ""


def paragraph(runs: str, look: Look) -> str:
    """A paragraph of runs."""
    return f"<w:p>{look.xml}{runs}</w:p>"


def lines(values: Iterable[str], letters: Letters = PLAIN) -> str:
    """A run of several lines, as code is written."""
    broken = "<w:br/>".join(f'<w:t xml:space="preserve">{text(value)}</w:t>' for value in values)
    return f"<w:r>{letters.xml}{broken}</w:r>"


def field(code: str, shown: str, letters: Letters = PLAIN) -> str:
    """A field with what it showed when the file was written. It is never marked as to be updated."""
    look = letters.xml
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {text(code)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>{run(shown, letters)}'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def ends_with_paragraph(blocks: str) -> str:
    """Blocks that may stand in a cell or before a table's end: Word wants a paragraph last."""
    return blocks if blocks.endswith("</w:p>") or blocks.endswith("<w:p/>") else f"{blocks}<w:p/>"
