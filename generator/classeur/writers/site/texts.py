"""The texts of the house as HTML: links answered, diagrams drawn, pictures gathered."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from classeur.drawings.mermaid import MermaidError, render
from classeur.model.documents import Document
from classeur.model.findings import Fault
from classeur.model.history import Release
from classeur.model.links import is_outside, local_target, split_target
from classeur.model.outline import slug
from classeur.views.addresses import file_address, relative, released_file, released_file_address
from classeur.views.public_site import NOTHING_HIDDEN, Veil
from classeur.writers.site.abbreviations import with_abbreviations
from classeur.writers.site.diagrams import diagram_fault
from classeur.writers.site.dialect import Diagram, Dialect, Section, TextLinks, diagram_mark, with_diagrams


_INTERNAL = "#cl-internal"
"""Where a link to a document left out of this site leads, until its words give way to the veil's."""

_INTERNAL_LINK = re.compile(rf'<a\b[^<>]*href="{_INTERNAL}"[^<>]*>.*?</a>', re.S)


@dataclass(frozen=True)
class PageText:
    """A text ready to be laid out: its sections, and the faults met while drawing its diagrams."""

    sections: tuple[Section, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Destinations:
    """Where links between texts lead: page addresses by the path of a text's file, and by reference."""

    by_path: Mapping[PurePosixPath, str]
    by_reference: Mapping[str, str]


@dataclass
class TextRenderer:
    """Renders the texts of one site; gathers in `files` what they show: by address, the file of the house.

    Pictures too heavy for a page are gathered in `scaled` instead, by the address of the copy that the page shows.

    Attributes:
        acronyms: what those of the glossary stand for.
        veil: over what this site must not say.
        house_files: the files that working texts may show, as stored, by the path that links write. A released text shows those that were released with it.
    """

    dialect: Dialect
    destinations: Destinations
    house_files: Mapping[PurePosixPath, PurePosixPath] = field(default_factory=dict)
    files: dict[str, PurePosixPath] = field(default_factory=dict)
    acronyms: Mapping[str, str] = field(default_factory=dict)
    scaled: dict[str, PurePosixPath] = field(default_factory=dict)
    scaled_suffix: Callable[[PurePosixPath], str] = lambda _: ""
    veil: Veil = NOTHING_HIDDEN

    def render(
        self,
        document: Document,
        address: str,
        release: Release | None = None,
        destinations: Destinations | None = None,
    ) -> PageText:
        """The text of a document as the page at `address` shows it.

        Args:
            destinations: others than those of the whole site, for a draft that may lead to drafts.
        """
        known = destinations or self.destinations
        links = TextLinks(
            self._target(document, address, release, known),
            self._cited(document, address, known),
            self._target(document, address, release, known, is_shown=True),
        )
        rendered = self.dialect.render(document.body, links)
        drawings, faults = self._drawn(document, rendered.diagrams)
        sections = tuple(
            replace(self._veiled(each), html=self._finished(each, drawings)) for each in rendered.sections
        )
        return PageText(sections, tuple(faults))

    def _finished(self, section: Section, drawings: Mapping[str, str]) -> str:
        """The section's HTML with its acronyms explained, then its drawings, which have none to explain."""
        marked = self._veiled_html(section.html)
        marked = with_abbreviations(marked, self.acronyms) if self.acronyms else marked
        return self.veil.over(with_diagrams(marked, drawings))

    def _veiled(self, section: Section) -> Section:
        heading = self.veil.over(section.heading)
        return section if heading == section.heading else replace(section, heading=heading, anchor=slug(heading))

    def _veiled_html(self, text: str) -> str:
        word = html.escape(self.veil.word)
        return self.veil.over(_INTERNAL_LINK.sub(f'<span class="cl-internal">{word}</span>', text))

    def _target(
        self, document: Document, address: str, release: Release | None, known: Destinations, is_shown: bool = False
    ) -> Callable[[str], str | None]:
        released = {PurePosixPath(each.name): each.sha256 for each in document.attachments} if release else {}

        def answer(target: str) -> str | None:
            if is_outside(target) or target.startswith("#"):
                return target
            path = local_target(document.path, target)
            if path is None:
                return None
            if path in self.veil.paths:
                return _INTERNAL
            if path in known.by_path:
                anchor = split_target(target)[1]
                page = relative(known.by_path[path], address)
                return f"{page}#{anchor}" if anchor else page
            if path.suffix.lower() == ".md":
                return None
            return self._file(path, address, release, released.get(path), is_shown)

        return answer

    def _file(
        self, path: PurePosixPath, address: str, release: Release | None, sha256: str | None, is_shown: bool
    ) -> str | None:
        if release is not None:
            if sha256 is None:
                return None
            place = released_file_address(str(path), sha256)
            source = released_file(release.reference, release.version, str(path))
        elif path in self.house_files:
            place = file_address(path)
            source = self.house_files[path]
        else:
            return None
        if is_shown and (suffix := self.scaled_suffix(source)):
            place += suffix
            self.scaled[place] = source
        else:
            self.files[place] = source
        return relative(place, address)

    def _cited(self, document: Document, address: str, known: Destinations) -> Callable[[str], str | None]:
        def answer(reference: str) -> str | None:
            if reference == document.reference or reference not in known.by_reference:
                return None
            return relative(known.by_reference[reference], address)

        return answer

    def _drawn(self, document: Document, diagrams: Iterable[Diagram]) -> tuple[dict[str, str], list[Fault]]:
        drawings: dict[str, str] = {}
        faults: list[Fault] = []
        for diagram in diagrams:
            mark = diagram_mark(diagram.number, diagram.source)
            try:
                drawing = render(diagram.source, f"{document.reference}-{diagram.number}")
                drawings[mark] = f'<figure class="cl-diagram">{drawing}</figure>'
            except MermaidError as error:
                faults.append(diagram_fault(document, diagram.source, error))
                drawings[mark] = f'<pre class="cl-diagram-source"><code>{html.escape(diagram.source)}</code></pre>'
        return drawings, faults
