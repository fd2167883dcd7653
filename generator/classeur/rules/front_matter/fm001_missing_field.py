"""A line that the front matter needs is missing."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.circuit import circuit_of
from classeur.model.documents import REQUIRED_ALWAYS, Document
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("FM001", "missing-field", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Absent or empty values; the four that identify a document are told by the reading of the file."""
    for document in binder.documents:
        for name in (*REQUIRED_ALWAYS, *_asked_by_circuit(binder, document)):
            if name in document.refused or getattr(document.header, name) not in (None, "", ()):
                continue
            yield at(document.place(name), field=name, reference=document.reference)
        if document.is_process_sheet:
            for name in ("code", "family"):
                if name not in document.refused and not getattr(document.header, name):
                    yield at(document.place(name), field=name, reference=document.reference)


def _asked_by_circuit(binder: Binder, document: Document) -> Iterator[str]:
    """The signatories that the circuit waits for; a released text has had its own, whatever the circuit says today."""
    kind = binder.kind_of(document)
    if kind is None or binder.is_released(document):
        return
    circuit = circuit_of(document, kind)
    if circuit.validation:
        yield "validator"
    if circuit.approval:
        yield "approver"
