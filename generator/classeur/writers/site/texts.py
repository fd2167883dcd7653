"""The texts of the house as HTML: links answered, diagrams drawn, pictures gathered."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from classeur.drawings.mermaid import MermaidError, render
from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Fault
from classeur.model.links import is_outside, local_target, split_target
from classeur.views.addresses import document_page, file_address, relative
from classeur.writers.site.dialect import Dialect, Diagram, Section, TextLinks, diagram_mark, with_diagrams


@dataclass(frozen=True)
class PageText:
    """A text ready to be laid out: its sections, and the faults met while drawing its diagrams."""

    sections: tuple[Section, ...]
    faults: tuple[Fault, ...] = ()


@dataclass
class TextRenderer:
    """Renders the texts of one site; gathers the files that they show in `files`."""

    binder: Binder
    dialect: Dialect
    shown: Mapping[str, Document]
    files: set[PurePosixPath] = field(default_factory=set)

    def render(self, document: Document, address: str) -> PageText:
        """The text of a document as the page at `address` shows it."""
        rendered = self.dialect.render(document.body, TextLinks(self._target(document, address), self._cited(address, document)))
        drawings, faults = self._drawn(document, rendered.diagrams)
        sections = tuple(
            Section(each.level, each.heading, each.anchor, with_diagrams(each, drawings)) for each in rendered.sections
        )
        return PageText(sections, tuple(faults))

    def _target(self, document: Document, address: str) -> Callable[[str], str | None]:
        def answer(target: str) -> str | None:
            if is_outside(target) or target.startswith("#"):
                return target
            path = local_target(document.path, target)
            if path is None or path not in self.binder.files:
                return None
            other = self.binder.by_path.get(path)
            if other is not None:
                anchor = split_target(target)[1]
                page = relative(document_page(other.reference), address)
                return f"{page}#{anchor}" if anchor else page
            if path.suffix.lower() == ".md":
                return None
            self.files.add(path)
            return relative(file_address(path), address)

        return answer

    def _cited(self, address: str, document: Document) -> Callable[[str], str | None]:
        def answer(reference: str) -> str | None:
            if reference == document.reference or reference not in self.shown:
                return None
            return relative(document_page(reference), address)

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


def diagram_faults(binder: Binder) -> Iterable[Fault]:
    """The diagrams of the house that cannot be drawn."""
    for document in binder.documents:
        for fence in document.outline.fences:
            if fence.language == "mermaid":
                try:
                    render(fence.text, document.reference)
                except MermaidError as error:
                    yield diagram_fault(document, fence.text, error)


def diagram_fault(document: Document, source: str, error: MermaidError) -> Fault:
    """What is wrong in a diagram, at its line."""
    fences = [fence for fence in document.outline.fences if fence.text.strip() == source.strip()]
    opening = fences[0].line if fences else 1
    lines = source.strip("\n").split("\n")
    typed = lines[min(error.line, len(lines)) - 1].strip() if lines else ""
    values = {"typed": typed[:80], "reference": document.reference}
    return Fault(document.in_body(opening + error.line), "TX012", values, document.reference)
