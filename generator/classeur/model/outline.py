"""What can be seen in a Markdown text without rendering it: headings, links, pictures, fences, words.

It reads lines, as the checks need a line and a column for each thing; code is skipped.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from classeur.model.references import CITED

_FENCE = re.compile(r"^( {0,3}|[ \t]+)(`{3,}|~{3,})[ \t]*([\w+-]*)")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*)")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?([^{}\n]*)\}[ \t]*$")
_ID = re.compile(r"#([\w.:-]+)")
_LINK = re.compile(
    r"(?P<bang>!?)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\]|!\[[^\[\]]*\]\([^()]*\))*)\]"
    r"\(\s*(?P<target><[^<>\n]*>|(?:[^\s()<>\\]|\\.|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+[\"'(].*)?[ \t]*$")
_CODE_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:\s+[^<>]*|/)?)>|<(!--)")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>]+")
_DASHED = re.compile(r"-(?<=[A-Z]-)[A-Z0-9]")  # quick to look for: most lines cite nothing
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_MARKS = re.compile(r"[*_`~]|\\(?=\W)")
_NOT_A_LINE_END = re.compile(r"[^\n]")
_ADDRESS_OF = {"a": re.compile(r"""(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)}
_ADDRESS_OF["img"] = re.compile(_ADDRESS_OF["a"].pattern.replace("href", "src"), re.IGNORECASE)
_ALTERNATIVE = re.compile(_ADDRESS_OF["a"].pattern.replace("href", "alt"), re.IGNORECASE)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1 to 6), its text, its anchor, its line in the body."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or a picture: what is shown, where it leads, its line and column in the body."""

    text: str
    target: str
    line: int
    column: int
    is_picture: bool = False


@dataclass(frozen=True)
class Citation:
    """A text that looks like a reference, cited in a sentence without a link, with its line and column in the body."""

    reference: str
    line: int
    column: int


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its text, the body line of its opening."""

    language: str
    text: str
    line: int


@dataclass(frozen=True)
class Tag:
    """A raw HTML tag typed in the text."""

    name: str
    attributes: str
    line: int
    column: int
    is_closing: bool = False


@dataclass(frozen=True)
class Outline:
    """All of that for one text.

    Attributes:
        prose: its lines with code and comments blanked, each thing at its column.
        citations: references cited in the sentences; what stands in a link or an address is left to the link.
    """

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    fences: tuple[Fence, ...] = ()
    tags: tuple[Tag, ...] = ()
    prose: tuple[str, ...] = field(default=(), repr=False)
    citations: tuple[Citation, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words the text has, code left aside."""
        return _words("\n".join(self.prose))

    def has_words(self, fewest: int) -> bool:
        """Whether the text has so many words; a long text need not be counted to its end."""
        whole = 0  # those that stand alone between spaces are quick to count, and enough for most texts
        for line in self.prose:
            whole += sum(map(str.isalpha, line.split()))
            if whole >= fewest:
                return True
        return self.words >= fewest

    @cached_property
    def most_words(self) -> int:
        """How many words the text may have at most: each takes a character, and one more before the next."""
        return (sum(map(len, self.prose)) + len(self.prose)) // 2

    @cached_property
    def table_lines(self) -> tuple[str, ...]:
        """The lines of its tables."""
        return tuple(line for line in self.prose if "|" in line and line.lstrip().startswith("|"))

    @property
    def table_rows(self) -> int:
        """How many lines its tables have."""
        return len(self.table_lines)

    @cached_property
    def table_words(self) -> int:
        """How many of its words stand in tables."""
        return _words("\n".join(self.table_lines))

    @cached_property
    def targets(self) -> tuple[Link, ...]:
        """The links and pictures, those that were typed as HTML included."""
        typed = (_typed_link(tag, self.prose[tag.line - 1]) for tag in self.tags)
        return (*self.links, *(link for link in typed if link))

    @property
    def pictures(self) -> tuple[Link, ...]:
        """The pictures alone."""
        return tuple(link for link in self.targets if link.is_picture)

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors that links may point to."""
        return frozenset(heading.anchor for heading in self.headings)


def outline(body: str) -> Outline:
    """What a text holds, seen line by line."""
    prose, fences = _without_fences(body)
    if "<!--" in body:
        prose = _without_comments(prose)
    headings: list[Heading] = []
    links: list[Link] = []
    tags: list[Tag] = []
    citations: list[Citation] = []
    taken: set[str] = set()
    for number, line in enumerate(prose, 1):
        if not line:
            continue
        if line[0] == "#" and (match := _HEADING.match(line)):
            headings.append(_heading(match, number, taken))
        matches = list(_LINK.finditer(line)) if "](" in line else []
        if matches or "]:" in line:
            links += _links(line, number, matches)
        if "<" in line:
            tags += _tags(line, number)
        if "-" in line and _DASHED.search(line):
            citations += _citations(line, number, matches)
    return Outline(tuple(headings), tuple(links), tuple(fences), tuple(tags), tuple(prose), tuple(citations))


@lru_cache(maxsize=4096)  # the texts of a house share most of their headings
def slug(text: str) -> str:
    """The anchor of a heading: lower case, no accent, dashes between words."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    bare = re.sub(r"[^\w\s-]", "", bare).strip().lower()
    return re.sub(r"[-\s]+", "-", bare)


def unique_slug(text: str, taken: set[str]) -> str:
    """The anchor of a heading, numbered when another one of the page has it; it joins `taken`."""
    base = slug(text) or "section"
    anchor, number = base, 0
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor


def plain(text: str) -> str:
    """A heading's or a link's text without its Markdown marks."""
    if "](" in text:
        text = _LINK.sub(lambda match: match["text"], text)
    return _MARKS.sub("", text).strip()


def _words(text: str) -> int:
    return sum(map(_COUNTED.__getitem__, text.split()))


class _Counted(dict[str, int]):
    """How many words each piece of text met holds; pieces stand between spaces, and come again and again."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_PIECES:
            self.clear()
        self[piece] = many = len(_WORD.findall(piece))
        return many


_MOST_PIECES = 50_000
_COUNTED = _Counted()


def _without_fences(body: str) -> tuple[list[str], list[Fence]]:
    lines = body.split("\n")
    if "`" not in body and "~~~" not in body:
        return lines, []
    prose: list[str] = []
    fences: list[Fence] = []
    opening: re.Match[str] | None = None
    inside: list[str] = []
    for number, line in enumerate(lines, 1):
        match = _FENCE.match(line) if ("```" in line or "~~~" in line) else None
        if opening is None and match is None:
            prose.append(_CODE_SPAN.sub(lambda span: " " * len(span[0]), line) if "`" in line else line)
            continue
        prose.append("")
        if opening is None:
            opening, start, inside = match, number, []
        elif match and match[2].startswith(opening[2]) and not line[match.end(2) :].strip():
            fences.append(Fence(opening[3], "\n".join(inside), start))
            opening = None
        else:
            inside.append(line.removeprefix(opening[1]))
    if opening is not None:
        fences.append(Fence(opening[3], "\n".join(inside), start))
    return prose, fences


def _without_comments(prose: list[str]) -> list[str]:
    return _COMMENT.sub(lambda comment: _NOT_A_LINE_END.sub(" ", comment[0]), "\n".join(prose)).split("\n")


def _citations(line: str, number: int, links: list[re.Match[str]]) -> Iterator[Citation]:
    """The references that a line cites outside its links and addresses."""
    for link in links:
        line = f"{line[: link.start()]}{' ' * len(link[0])}{line[link.end() :]}"
    if "://" in line:
        line = _ADDRESS.sub(lambda address: " " * len(address[0]), line)
    if "]:" in line and _DEFINITION.match(line):
        return
    for match in CITED.finditer(line):
        yield Citation(match[0], number, match.start() + 1)


def _heading(match: re.Match[str], line: int, taken: set[str]) -> Heading:
    text, wanted = match[2].rstrip(" \t").rstrip("#").rstrip(" \t"), None
    if "{" in text and (attributes := _ATTRIBUTES.search(text)):
        text = text[: attributes.start()]
        wanted = _ID.search(attributes[1])
    shown = plain(text)
    if wanted:
        taken.add(wanted[1])
        return Heading(len(match[1]), shown, wanted[1], line)
    return Heading(len(match[1]), shown, unique_slug(shown, taken), line)


def _links(line: str, number: int, matches: list[re.Match[str]]) -> list[Link]:
    found = [_link(match, number) for match in matches]
    for match in matches:
        if "](" in match["text"]:  # a picture inside a link's text
            found += [_link(inner, number, shift=match.start("text")) for inner in _LINK.finditer(match["text"])]
    if "]:" in line and (definition := _DEFINITION.match(line)):
        found.append(Link(definition[1], definition[2], number, definition.start(2) + 1))
    return found


def _link(match: re.Match[str], line: int, shift: int = 0) -> Link:
    target = match["target"].strip("<>")
    return Link(match["text"].strip(), target, line, shift + match.start() + 1, is_picture=bool(match["bang"]))


def _typed_link(tag: Tag, line: str) -> Link | None:
    """The link or the picture of a raw tag; None for any other tag, and for one without an address."""
    if tag.is_closing or tag.name not in _ADDRESS_OF:
        return None
    target = _value(_ADDRESS_OF[tag.name], tag.attributes)
    if not target:
        return None
    is_picture = tag.name == "img"
    rest = line[tag.column - 1 :].partition(">")[2]
    text = _value(_ALTERNATIVE, tag.attributes) if is_picture else re.split(r"</a\b", rest, maxsplit=1, flags=re.I)[0]
    return Link(plain(text), target, tag.line, tag.column, is_picture)


def _value(attribute: re.Pattern[str], attributes: str) -> str:
    found = attribute.search(attributes)
    return html.unescape(next((part for part in found.groups() if part), "")).strip() if found else ""


def _tags(line: str, number: int) -> list[Tag]:
    found = []
    for match in _TAG.finditer(line):
        if match[4]:
            continue
        found.append(Tag(match[2].lower(), (match[3] or "").strip(), number, match.start() + 1, bool(match[1])))
    return found
