"""Nothing leads to a document: no link, no citation, no process."""

from collections.abc import Iterator
from functools import partial
from itertools import compress
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
    for document in compress(binder.documents, binder.of_each("LK007", _is_to_be_mentioned)):
        if document.reference not in mentioned:
            yield at(document.place("processes"), reference=document.reference)


def _is_to_be_mentioned(document: Document) -> bool:
    if document.header.processes or document.is_process_sheet or "processes" in document.refused:
        return False
    return document.path.parts[0] != "manual"


def _mentioned(binder: Binder) -> set[str]:
    files = binder.files_as_written
    opened, cited = binder.of_each("files opened", partial(_opened, files), files), binder.of_each("cited", _cited)

    def find() -> set[str]:
        found = {name for path in binder.organisation.paths for stage in path.stages for name in stage.documents}
        paths = frozenset[PurePosixPath]().union(*opened).intersection(binder.by_path)
        return found.union(*cited, (binder.by_path[path].reference for path in paths))

    given = binder.organisation, binder.paths, binder.references, opened, cited
    return binder.kept.of("mentioned", "", given, find)


def _opened(files: WrittenFiles, document: Document) -> frozenset[PurePosixPath]:
    """The files that a text opens, but its own."""
    opened = (lead.path for lead in leads(document, files) if lead.end is End.FILE and lead.path)
    return frozenset(opened) - {document.path}


def _cited(document: Document) -> frozenset[str]:
    """The references that a text cites, but its own."""
    return frozenset(citation.reference for citation in document.outline.citations) - {document.reference}
