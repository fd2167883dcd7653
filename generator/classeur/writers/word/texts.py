"""The texts of the house as HTML for paper: the same words as on the site, links and pictures answered for Word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import lxml.html
from lxml.html import HtmlElement

from classeur.drawings.mermaid import MermaidError, render, title_of
from classeur.model.documents import Document
from classeur.model.history import Release
from classeur.model.links import is_outside, local_target, split_target
from classeur.views.addresses import released_file
from classeur.writers.site.dialect import Dialect, TextLinks, diagram_mark
from classeur.writers.word.blocks import Drawing
from classeur.writers.word.inline import Destination, PictureFile

_TO_DOCUMENT = "cl-document/"
_TO_FILE = "cl-file/"


@dataclass(frozen=True)
class ReadyText:
    """A text ready to be written: its HTML as one tree, its diagrams by their marks, its footnotes by their anchors."""

    root: HtmlElement
    drawings: Mapping[str, Drawing]
    notes: Mapping[str, HtmlElement]


@dataclass(frozen=True)
class Bookshelf:
    """Where the links of the texts lead among the files that are written.

    Attributes:
        by_path: the present reference of the text that stands, or stood, at a path.
        place: from a reference and an anchor to a link, as seen from the file being written; None when it is not there.
        annex: from a file of the house to the address of its copy; None when it is not handed out.
    """

    by_path: Mapping[PurePosixPath, str]
    place: Callable[[str, str], Destination | None]
    annex: Callable[[PurePosixPath], str | None]


@dataclass
class PaperTexts:
    """Renders texts for Word."""

    root: Path
    dialect: Dialect
    by_path: Mapping[PurePosixPath, str]
    known: frozenset[str]
    _drawn: dict[str, Drawing] = field(default_factory=dict)

    def ready(self, document: Document) -> ReadyText:
        """The text of a document."""
        rendered = self.dialect.render(
            document.body, TextLinks(lambda t: self._target(document, t), self._cited(document))
        )
        parts = []
        for section in rendered.sections:
            if section.level:
                heading = lxml.html.Element(f"h{section.level}")
                heading.text = section.heading
                if section.anchor:
                    heading.set("id", section.anchor)
                parts.append(lxml.html.tostring(heading, encoding="unicode"))
            parts.append(section.html)
        root = lxml.html.fragment_fromstring("\n".join(parts), create_parent="div")
        for back in root.find_class("footnote-backref"):
            _leave(back)
        drawings = {diagram_mark(d.number, d.source): self._drawing(d.source) for d in rendered.diagrams}
        notes = {
            note.get("id") or "": note
            for block in root.find_class("footnote")
            for note in block.iter("li")
            if note.get("id")
        }
        return ReadyText(root, drawings, notes)

    def files(self, document: Document, release: Release | None) -> Callable[[str], PictureFile | None]:
        """Gives the pictures of a text by the address that `ready` wrote."""

        def picture(address: str) -> PictureFile | None:
            if not address.startswith(_TO_FILE):
                return None
            path = PurePosixPath(address.removeprefix(_TO_FILE))
            stored = self.stored(document, release, path)
            if stored is None:
                return None
            try:
                return PictureFile((self.root / stored).read_bytes(), path.suffix.lower() == ".svg")
            except OSError:
                return None

        return picture

    @staticmethod
    def stored(document: Document, release: Release | None, path: PurePosixPath) -> PurePosixPath | None:
        """Where a file that a text shows is kept, with its release or in its place; None when it is not its own."""
        if all(PurePosixPath(each.name) != path for each in document.attachments):
            return None
        return released_file(release.reference, release.version, str(path)) if release else path

    @staticmethod
    def link(shelf: Bookshelf) -> Callable[[str], Destination | None]:
        """Answers the links that `ready` wrote."""

        def answer(address: str) -> Destination | None:
            if address.startswith("#"):
                return Destination(anchor=address[1:]) if len(address) > 1 else None
            if address.startswith(_TO_DOCUMENT):
                reference, _, anchor = address.removeprefix(_TO_DOCUMENT).partition("#")
                return shelf.place(reference, anchor)
            if address.startswith(_TO_FILE):
                copied = shelf.annex(PurePosixPath(address.removeprefix(_TO_FILE)))
                return Destination(address=copied) if copied else None
            return Destination(address=address) if is_outside(address) else None

        return answer

    def _target(self, document: Document, target: str) -> str | None:
        if is_outside(target) or target.startswith("#"):
            return target
        path = local_target(document.path, target)
        if path is None:
            return None
        if path in self.by_path:
            anchor = split_target(target)[1]
            return f"{_TO_DOCUMENT}{self.by_path[path]}" + (f"#{anchor}" if anchor else "")
        return None if path.suffix.lower() == ".md" else f"{_TO_FILE}{path}"

    def _cited(self, document: Document) -> Callable[[str], str | None]:
        def answer(reference: str) -> str | None:
            known = reference != document.reference and reference in self.known
            return f"{_TO_DOCUMENT}{reference}" if known else None

        return answer

    def _drawing(self, source: str) -> Drawing:
        if source not in self._drawn:
            try:
                svg = render(source, "1")
            except MermaidError:
                svg = ""
            self._drawn[source] = Drawing(source, svg, _words_of(source, svg))
        return self._drawn[source]


def _leave(back: HtmlElement) -> None:
    """Take out the way back from a note to its call, which Word has of its own, with the space before it."""
    before, parent = back.getprevious(), back.getparent()
    if before is not None:
        before.tail = (before.tail or "").rstrip()
    elif parent is not None:
        parent.text = (parent.text or "").rstrip()
    back.drop_tree()


def _words_of(source: str, svg: str) -> str:
    """What a diagram says, for those who do not see it: its title, then its words in the order drawn."""
    title = title_of(source)
    words: list[str] = []
    if svg:
        for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
            spoken = " ".join("".join(element.itertext()).split())
            if spoken and spoken != title:
                words.append(spoken)
    said = " ; ".join(words)
    return re.sub(r"\s+", " ", f"{title} : {said}" if title and said else title or said or "Diagramme")
