"""Nothing leads to a document: no link, no citation, no process."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.links import End, WrittenFiles, leads
from classeur.rules.registry import Problem, at, rule


@rule("LK007", "orphan-document", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Documents outside the manual and the processes, that no other text mentions."""
    mentioned = _mentioned(binder)
    for document in binder.documents:
        if document.header.processes or document.is_process_sheet or "processes" in document.refused:
            continue
        if document.path.parts[0] != "manual" and document.reference not in mentioned:
            yield at(document.place("processes"), reference=document.reference)


def _mentioned(binder: Binder) -> set[str]:
    found: set[str] = set()
    for path in binder.organisation.paths:
        found.update(reference for stage in path.stages for reference in stage.documents)
    opened: set[PurePosixPath] = set()
    files = binder.files_as_written
    for document in binder.documents:
        paths, cited = document.answer("LK007", _led_to, files)
        opened |= paths
        found |= cited
    return found.union(binder.by_path[path].reference for path in opened if path in binder.by_path)


def _led_to(document: Document, files: WrittenFiles) -> tuple[frozenset[PurePosixPath], frozenset[str]]:
    """The files that a text opens, and the references that it cites, but its own."""
    opened = (lead.path for lead in leads(document, files) if lead.end is End.FILE and lead.path)
    cited = (citation.reference for citation in document.outline.citations)
    return frozenset(opened) - {document.path}, frozenset(cited) - {document.reference}
