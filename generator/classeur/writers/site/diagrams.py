"""The diagrams that cannot be drawn, told at their line."""

from __future__ import annotations

from collections.abc import Iterator

from classeur.drawings.plain_flowchart import is_plain_flowchart
from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Fault


def diagram_faults(binder: Binder) -> Iterator[Fault]:
    """The diagrams of the house that cannot be drawn. A house of plain ones need not wait for the drawing tools."""
    sources = ((d, fence.text) for d in binder.documents for fence in d.outline.fences if fence.language == "mermaid")
    doubtful = [(document, source) for document, source in sources if not is_plain_flowchart(source)]
    if not doubtful:
        return
    from classeur.drawings.mermaid import MermaidError, render

    for document, source in doubtful:
        try:
            render(source, document.reference)
        except MermaidError as error:
            yield diagram_fault(document, source, error.line)


def diagram_fault(document: Document, source: str, line: int) -> Fault:
    """What is wrong in a diagram, at the line of it where the drawing stops, from 1."""
    fences = [fence for fence in document.outline.fences if fence.text.strip() == source.strip()]
    opening = fences[0].line if fences else 1
    lines = source.strip("\n").split("\n")
    typed = lines[min(line, len(lines)) - 1].strip() if lines else ""
    values = {"typed": typed[:80], "reference": document.reference}
    return Fault(document.in_body(opening + line), "TX012", values, document.reference)
