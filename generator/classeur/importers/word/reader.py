"""One Word file read whole: its blocks, its pictures, its properties, and what has to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from classeur.importers.word.assembly import assembled
from classeur.importers.word.blocks import Block, Paragraph
from classeur.importers.word.findings import Told
from classeur.importers.word.inline import Reader
from classeur.importers.word.numbering import Numbering
from classeur.importers.word.package import Package, Refused, open_package
from classeur.importers.word.pictures import Pictures
from classeur.importers.word.styles import Styles
from classeur.importers.word.tables import read_table
from classeur.importers.word.walker import Walker
from classeur.importers.word.wml import Element, W, children, inside, local, plain_text, value
from classeur.model.findings import Fault, Location

_SOURCE = "{urn:classeur:source:1}source"
_DIAGRAMS = "{urn:classeur:diagrams:1}diagrams"
_AROUND = "{urn:classeur:around:1}around"
_OWN_AROUND = frozenset({"cl_front", "cl_back"})
OWN = "classeur."
"""How the names of our own properties begin."""


@dataclass(frozen=True)
class CarriedSource:
    """The text that one of our own copies was made from."""

    reference: str
    version: str
    digest: str
    sha256: str
    markdown: str


@dataclass(frozen=True)
class Around:
    """The lines before and behind the text of one of our own copies: control block, visas, history."""

    written: tuple[str, ...] = ()
    now: tuple[str, ...] = ()

    def changes(self, title: str) -> tuple[tuple[str, str], ...]:
        """What stood there and what stands there now, where they differ; the title, which is carried, aside."""
        if not self.written:
            return ()
        found = []
        was, now = self.written, self.now
        for kind, i, i_end, j, j_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            if kind == "equal" or (title and title in was[i:i_end]):
                continue
            label = f"{was[i - 1]} : " if i else ""
            found.append((label + " ".join(was[i:i_end]), " ".join(now[j:j_end])))
        return tuple(found)


@dataclass(frozen=True)
class Line:
    """A line of the file that may tell who it is: where it stands (header, footer, table, page) and its cells."""

    place: str
    cells: tuple[str, ...]


@dataclass
class WordText:
    """What a Word file says.

    Attributes:
        blocks: its text; none when it could not be read, and `faults` say why.
        notes: the blocks of its notes, in the order of their calls.
        properties: the properties that people and programs added, by name.
        lines: the lines of its headers, footers and first page.
        own_title: the title that one of our own copies shows.
        around: for one of our own copies, the lines around its text, as they were written and as they are now.
    """

    path: PurePosixPath
    blocks: list[Block] = field(default_factory=list)
    notes: list[list[Block]] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    told: Told = field(default_factory=Told)
    faults: tuple[Fault, ...] = ()
    source: CarriedSource | None = None
    own_title: str = ""
    around: Around = field(default_factory=lambda: Around())

    @property
    def is_read(self) -> bool:
        """Whether the file could be read."""
        return not self.faults

    @property
    def is_own(self) -> bool:
        """Whether it is one of our own copies."""
        return f"{OWN}reference" in self.properties


def read_word(data: bytes, path: PurePosixPath) -> WordText:
    """A Word file, read. Never raises for what it holds: what cannot be read is told in `faults`."""
    try:
        return _read(open_package(data), path)
    except Refused as refusal:
        values = {"name": path.name, **refusal.values}
        return WordText(path, faults=(Fault(Location(path), refusal.code, values),))
    except RecursionError:
        return WordText(path, faults=(Fault(Location(path), "WD004", {"name": path.name, "problem": "…"}),))


def _read(package: Package, path: PurePosixPath) -> WordText:
    main = package.main
    root = package.xml(main)
    body = inside(root, "body")
    if body is None:
        raise Refused("WD001", problem=main)
    text = WordText(path, properties=properties_of(package))
    text.source = _carried(package)
    styles = Styles.read(package.xml(package.related(main, "styles")), body)
    pictures = Pictures(package, text.told)
    reader = Reader(styles, pictures, text.told, package.relations(main), is_own=text.is_own)
    reader.words_of_diagram = lambda part: _diagram_words(package, part)
    numbering = Numbering.read(package.xml(package.related(main, "numbering")))
    walker = Walker(reader, numbering, read_table)
    text.blocks = assembled(walker.stream(body), text.is_own, _diagrams(package))
    text.notes = [_note(package, walker, *each) for each in reader.notes]
    text.pictures = pictures.files
    text.lines = _lines(package, body)
    if text.is_own:
        text.own_title = _title(body, styles)
        text.around = Around(_carried_lines(package), tuple(_lines_around(body)))
    for relation in package.outside:
        text.told.tell("WD013", relation.target)
    for part in package.damaged:
        text.told.tell("WD028", part)
    return text


def properties_of(package: Package) -> dict[str, str]:
    """The properties that people and programs add to a file; Word's own ones (its count of savings…) say nothing."""
    found: dict[str, str] = {}
    custom = package.xml(package.related("", "custom-properties"))
    for each in custom if custom is not None else ():
        shown = "".join(part.strip() for part in each.itertext())
        if shown and each.get("name"):
            found[each.get("name") or ""] = shown
    return found


def _carried(package: Package) -> CarriedSource | None:
    """The text that the file remembers that it was made from."""
    root = _part(package, _SOURCE)
    if root is None:
        return None
    reference, version, digest, sha256 = (root.get(name) or "" for name in ("reference", "version", "digest", "sha256"))
    return CarriedSource(reference, version, digest, sha256, "".join(root.itertext()))


def _diagrams(package: Package) -> dict[str, str]:
    """What the diagrams of one of our own copies were drawn from, by the name of the bookmark around each."""
    root = _part(package, _DIAGRAMS)
    told = root if root is not None else ()
    return {(each.get("bookmark") or "").lstrip("_").removeprefix("cl_"): each.text or "" for each in told}


def _carried_lines(package: Package) -> tuple[str, ...]:
    """The lines around the text of one of our own copies, as they were written."""
    root = _part(package, _AROUND)
    return tuple(each.text or "" for each in root) if root is not None else ()


def _lines_around(body: Element) -> Iterator[str]:
    """The same lines as they stand now."""
    within: set[str] = set()
    for name, child in children(body):
        marks = [child] if name.startswith("bookmark") else list(child.iter(W + "bookmarkStart", W + "bookmarkEnd"))
        within |= {value(mark, "id") for mark in marks if value(mark, "name").lstrip("_") in _OWN_AROUND}
        if within and name != "sdt":
            shown = (" ".join(plain_text(each).split()) for each in child.iter(W + "p"))
            yield from (words for words in shown if words)
        within -= {value(mark, "id") for mark in marks if mark.tag == W + "bookmarkEnd"}


def _part(package: Package, tag: str) -> Element | None:
    """What the file remembers under a name."""
    roots = (package.xml(part) for part in package.all_related(package.main, "customXml"))
    return next((root for root in roots if root is not None and root.tag == tag), None)


def _note(package: Package, walker: Walker, kind: str, identifier: str) -> list[Block]:
    part = package.related(package.main, kind)
    root = package.xml(part)
    note = next((n for n in root if value(n, "id") == identifier), None) if root is not None else None
    if note is None:
        return []
    reader = walker.reader
    kept, reader.relations = reader.relations, package.relations(part)
    blocks = assembled(walker.stream(note, in_cell=True), walker.is_own)
    reader.relations = kept
    return blocks or [Paragraph("")]


def _diagram_words(package: Package, part: str) -> str:
    """The words of a SmartArt drawing, one after the other."""
    root = package.xml(part)
    if root is None:
        return ""
    texts = (
        "".join(t.text or "" for t in body.iter() if local(t) == "t") for body in root.iter() if local(body) == "t"
    )
    return " – ".join(words for words in texts if words.strip())


def _lines(package: Package, body: Element) -> tuple[Line, ...]:
    """What the headers, the footers and the first page say, table rows cell by cell."""
    found: list[Line] = []
    for place in ("header", "footer"):
        for part in package.all_related(package.main, place):
            root = package.xml(part)
            if root is not None:
                found += _lines_of(root, place, most=60)
    return tuple(dict.fromkeys([*found, *_lines_of(body, "page", most=80)]))


def _lines_of(root: Element, place: str, most: int) -> list[Line]:
    found: list[Line] = []
    in_tables: set[Element] = set()
    for each in root.iter(W + "tr", W + "p"):
        if len(found) >= most:
            break
        if each.tag == W + "tr":
            cells = tuple(" ".join(plain_text(cell).split()) for cell in each.iter(W + "tc"))
            in_tables.update(each.iter(W + "p"))
            if any(cells):
                found.append(Line("table" if place == "page" else place, cells))
        elif each not in in_tables and (words := " ".join(plain_text(each).split())):
            found.append(Line(place, (words,)))
    return found


def _title(body: Element, styles: Styles) -> str:
    """The words under the style of titles: what a person may have changed in one of our own copies."""
    for each in body.iter(W + "p"):
        if styles.name(value(inside(each, "pPr", "pStyle"))).lower() == "title":
            return " ".join(plain_text(each).split())
    return ""
