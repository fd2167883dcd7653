"""The summary of changes is still that of the last released version."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.versions_in_progress import raised_texts


@rule("WF020", "summary-unchanged", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """New versions that tell the reader what the last one told."""
    for document, last in raised_texts(binder):
        summary = " ".join(document.header.summary.split())
        if summary and summary == " ".join(last.detail("summary").split()):
            place = document.place("summary")
            yield at(place, reference=document.reference, version=document.version, last=last.version)
