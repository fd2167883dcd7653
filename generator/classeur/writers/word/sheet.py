"""What all the texts of one Word file share: its package, its lists, its notes, and the numbers given so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from classeur.writers.word.numbering import Lists
from classeur.writers.word.package import CONTENT_TYPES, DOCUMENT, Package
from classeur.writers.word.style_names import StyleKind
from classeur.writers.word.template import Completed
from classeur.writers.word.wml import DECLARATION, NAMESPACES, attribute, bookmark_name

FOOTNOTES = "/word/footnotes.xml"
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


@dataclass
class Sheet:
    """A Word file being written.

    Attributes:
        part: the part that receives what is written now; the notes have relationships of their own.
    """

    template: Completed
    package: Package = field(init=False)
    lists: Lists = field(init=False)
    notes: list[str] = field(default_factory=list)
    part: str = DOCUMENT
    _bookmarks: int = 0
    _drawings: int = 0
    _names: set[str] = field(default_factory=set)
    _running: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.package = self.template.package()
        self.lists = Lists(*self.template.first_numbers)
        self.package.put(FOOTNOTES, CONTENT_TYPES["footnotes"], b"")

    def style(self, name: str, kind: StyleKind = StyleKind.PARAGRAPH) -> str:
        """The identifier of a style."""
        return self.template.style(name, kind)

    def bookmark(self, name: str) -> tuple[str, str]:
        """The start and the end of a bookmark; nothing when the name is already taken: the first one keeps it."""
        safe = bookmark_name(name)
        if safe.lower() in self._names:
            return "", ""
        self._names.add(safe.lower())
        self._bookmarks += 1
        return (
            f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{attribute(safe)}"/>',
            f'<w:bookmarkEnd w:id="{self._bookmarks}"/>',
        )

    def mark(self, name: str) -> str:
        """A bookmark at one place."""
        return "".join(self.bookmark(name))

    def drawing_number(self) -> int:
        """A number that no other drawing of the file has."""
        self._drawings += 1
        return self._drawings

    def new_part(self, kind: str) -> str:
        """The name of a fresh header or footer; its content comes with `Package.put`."""
        self._running[kind] = self._running.get(kind, 0) + 1
        name = f"/word/{kind}{self._running[kind]}.xml"
        self.package.put(name, CONTENT_TYPES[kind], b"")
        return name

    def note(self) -> int:
        """The number of a new footnote, whose content comes with `fill_note`."""
        self.notes.append("")
        return len(self.notes)

    def fill_note(self, number: int, blocks: str) -> None:
        """The content of a footnote."""
        self.notes[number - 1] = blocks

    def finish(self, blocks: str) -> None:
        """Write the text, its lists and its notes into the package."""
        package = self.package
        package.put(
            DOCUMENT,
            CONTENT_TYPES["document"],
            f"{DECLARATION}<w:document {NAMESPACES}><w:body>{blocks}</w:body></w:document>",
        )
        numbering = self.template.numbering(self.lists.abstract_xml(), self.lists.numbers_xml())
        package.put("/word/numbering.xml", CONTENT_TYPES["numbering"], numbering)
        package.relate(DOCUMENT, "numbering", "/word/numbering.xml")
        told = "".join(f'<w:footnote w:id="{number}">{note}</w:footnote>' for number, note in enumerate(self.notes, 1))
        notes = f"{DECLARATION}<w:footnotes {NAMESPACES}>{_RULES}{told}</w:footnotes>"
        package.put(FOOTNOTES, CONTENT_TYPES["footnotes"], notes)
        package.relate(DOCUMENT, "footnotes", FOOTNOTES)
