"""The texts of the house as HTML: links answered, diagrams drawn, pictures gathered."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from operator import is_
from pathlib import PurePosixPath
from typing import Any

from classeur.drawings.mermaid import MermaidError, render
from classeur.model.documents import Document
from classeur.model.findings import Fault
from classeur.model.history import Release
from classeur.model.links import is_outside, local_target, split_target
from classeur.model.outline import slug
from classeur.views.addresses import file_address, relative, released_file, released_file_address
from classeur.views.public_site import NOTHING_HIDDEN, Veil
from classeur.workers import nothing, shared_out
from classeur.writers.memory.imprint import digest
from classeur.writers.memory.living import Living
from classeur.writers.memory.store import Memory
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
class Asked:
    """A text to render for the page at an address; `destinations` are others than those of the site, for a draft."""

    document: Document
    address: str
    release: Release | None = None
    destinations: Destinations | None = None

    def is_for(self, other: Asked) -> bool:
        """Whether it is the very same text, for the same page."""
        mine, its = (
            (self.document, self.release, self.destinations),
            (other.document, other.release, other.destinations),
        )
        return self.address == other.address and all(map(is_, mine, its))


@dataclass(frozen=True)
class Destinations:
    """Where links between texts lead: page addresses by the path of a text's file, and by reference."""

    by_path: Mapping[PurePosixPath, str]
    by_reference: Mapping[str, str]


@dataclass
class TextRenderer:
    """Renders the texts of one site; gathers in `files` what they show: by address, the file of the house (`keep`).

    Pictures too heavy for a page are gathered in `scaled` instead, by the address of the copy that the page shows.

    Attributes:
        acronyms: what those of the glossary stand for.
        veil: over what this site must not say.
        memory: the texts rendered earlier, by the address of their page; `living` those that this program rendered.
        house_files: the files that working texts may show, as stored, by the path that links write. A released text
            shows those that were released with it.
    """

    dialect: Dialect
    destinations: Destinations
    house_files: Mapping[PurePosixPath, PurePosixPath] = field(default_factory=dict)
    files: dict[str, PurePosixPath] = field(default_factory=dict)
    acronyms: Mapping[str, str] = field(default_factory=dict)
    scaled: dict[str, PurePosixPath] = field(default_factory=dict)
    scaled_suffix: Callable[[PurePosixPath], str] = lambda _: ""
    veil: Veil = NOTHING_HIDDEN
    memory: Memory = field(default_factory=Memory)
    living: Living = field(default_factory=Living)
    _met: int = 0

    def prepare(self, asked: Iterable[Asked], meanwhile: Callable[[], object] = nothing) -> None:
        """Render all these texts, those that were not yet, with every core: `render` then has little left to do.

        `keep` must follow, whenever other processes are at work.

        Args:
            meanwhile: called while other processes render.
        """
        missing = []
        for each in asked:
            made = self._known(each) or self._remembered(each)
            if made is None:
                missing.append(each)
            else:
                self._prepared[each.address] = each, made
        shared = sorted(missing, key=_may_draw)  # the last are begun first: few processes load what draws
        made = shared_out(shared, self._made, meanwhile=meanwhile)
        new = {id(each): (each, made) for each, made in zip(shared, made, strict=True)}
        self._new += [new[id(each)] for each in missing]
        self._prepared |= {each.address: (each, made) for each, made in self._new}

    def keep(self) -> None:
        """Keep what `prepare` made for later runs, and gather the files that it shows: once nobody waits for it."""
        for each, made in self._new:
            self.memory.put(each.address, self._made_from(each), made)
            self._gather(each, made)
        self._new.clear()

    def _gather(self, asked: Asked, made: Mapping[str, Any]) -> None:
        """Gather the files that a text shows, which another process may have met as it made it."""
        ways = self._ways(asked)
        self._met = 0
        for way, question, _ in made["asked"]:
            if way != "cited" and not _names_a_text(question):
                ways[way](question)
        if not self._met:
            self.living.keep(("text", asked.address), self._depends_on(asked), made)

    def _known(self, asked: Asked) -> Any:
        """What this program made of a text that shows no file, when nothing that it depends on has changed."""
        made = self.living.known(("text", asked.address), self._depends_on(asked))
        if made is not None:
            self.memory.use(asked.address)
        return made

    def still(self, address: str) -> bool:
        """Keep the text of a page, made from the same things by this program; False when it is to be asked for.

        A text that shows files is: they are gathered each time.
        """
        self.memory.use(address)
        return self.living.still(("text", address), ("page text", address))

    @property
    def shared_by_texts(self) -> tuple[object, ...]:
        """What all texts without files depend on."""
        return self.destinations, self.house_files, self.acronyms, self._under

    def _depends_on(self, asked: Asked) -> tuple[object, ...]:
        """All that the HTML of a text without files depends on."""
        return asked, *self.shared_by_texts

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
        asked = Asked(document, address, release, destinations)
        prepared = self._prepared.pop(address, None)
        made = prepared[1] if prepared and prepared[0].is_for(asked) else self._remembered(asked)
        if made is None:
            made = self._made(asked)
            self.memory.put(address, self._made_from(asked), made)
        return self.living.made(("page text", address), (document, made), partial(_page_text, document, made))

    def _remembered(self, asked: Asked) -> Any:
        """What was made of a text earlier, when its links still have the same answers; these are gathered again."""
        made = self.memory.get(asked.address, self._made_from(asked))
        return made if made is not None and self._asks_the_same(asked, made) else None

    def _asks_the_same(self, asked: Asked, made: Mapping[str, Any]) -> bool:
        """Whether the links of a text still have the answers that they had; the files that it shows are gathered."""
        ways = self._ways(asked)
        self._met = 0
        is_same = all(ways[way](question) == answer for way, question, answer in made["asked"])
        if is_same and not self._met:
            self.living.keep(("text", asked.address), self._depends_on(asked), made)
        return is_same

    @cached_property
    def _prepared(self) -> dict[str, tuple[Asked, Mapping[str, Any]]]:
        """Texts made by `prepare` and not asked for yet, by the address of their page."""
        return {}

    @cached_property
    def _new(self) -> list[tuple[Asked, Mapping[str, Any]]]:
        """Texts made by `prepare` and not kept yet."""
        return []

    def _made_from(self, asked: Asked) -> str:
        """The imprint of all that the HTML of a text depends on but the answers to its links."""
        document = asked.document
        body = document.body
        acronyms = self.acronyms.items() if "&" in body else ((a, m) for a, m in self.acronyms.items() if a in body)
        return digest(
            repr((str(document.path), document.reference, document.body_line, sorted(acronyms), self._under)) + body
        )

    @cached_property
    def _under(self) -> object:
        """What all texts of a site are rendered with."""
        veil, dialect = self.veil, self.dialect
        hidden = (sorted(veil.references), sorted(veil.titles), sorted(map(str, veil.paths)), veil.word)
        return repr((hidden, dialect.extensions, sorted((name, repr(told)) for name, told in dialect.configs.items())))

    def _made(self, asked: Asked) -> dict[str, Any]:
        """A text rendered now, with the questions that its links asked."""
        questions: dict[tuple[str, str], str | None] = {}
        ways = self._ways(asked)

        def answer(way: str, question: str) -> str | None:
            if (way, question) not in questions:
                questions[way, question] = ways[way](question)
            return questions[way, question]

        links = TextLinks(partial(answer, "target"), partial(answer, "cited"), partial(answer, "picture"))
        rendered = self.dialect.render(asked.document.body, links)
        drawings, faults = self._drawn(asked.document, rendered.diagrams)
        finished = (replace(self._veiled(each), html=self._finished(each, drawings)) for each in rendered.sections)
        return {
            "asked": [[*question, answer] for question, answer in questions.items()],
            "sections": [[each.level, each.heading, each.anchor, each.html] for each in finished],
            "faults": faults,
        }

    def _ways(self, asked: Asked) -> Mapping[str, Callable[[str], str | None]]:
        """How the links, the citations and the pictures of a text are answered."""
        document, address, release = asked.document, asked.address, asked.release
        known = asked.destinations or self.destinations
        return {
            "target": self._target(document, address, release, known),
            "cited": self._cited(document, address, known),
            "picture": self._target(document, address, release, known, is_shown=True),
        }

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
        self._met += 1
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

    def _drawn(self, document: Document, diagrams: Iterable[Diagram]) -> tuple[dict[str, str], list[tuple[str, int]]]:
        """The drawings by their marks, and those that cannot be drawn with the line where they stop."""
        drawings: dict[str, str] = {}
        faults: list[tuple[str, int]] = []
        for diagram in diagrams:
            mark = diagram_mark(diagram.number, diagram.source)
            try:
                drawing = render(diagram.source, f"{document.reference}-{diagram.number}")
                drawings[mark] = f'<figure class="cl-diagram">{drawing}</figure>'
            except MermaidError as error:
                faults.append((diagram.source, error.line))
                drawings[mark] = f'<pre class="cl-diagram-source"><code>{html.escape(diagram.source)}</code></pre>'
        return drawings, faults


def _names_a_text(target: str) -> bool:
    """Whether a link surely leads to a text of the house, which is no file to gather."""
    path = target.partition("#")[0]
    return path.endswith(".md") and not path.endswith("/.md") and path != ".md" and "%" not in path


def _may_draw(asked: Asked) -> bool:
    """Whether a text may hold a diagram."""
    return "mermaid" in asked.document.body


def _page_text(document: Document, made: Mapping[str, Any]) -> PageText:
    sections = tuple(Section(*each) for each in made["sections"])
    return PageText(sections, tuple(diagram_fault(document, *told) for told in made["faults"]))
