"""The kind of a document is none of those that the organisation describes."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import nearest
from classeur.model.organisation import PROCESS_KIND
from classeur.rules.registry import Problem, at, rule


@rule("FM005", "unknown-kind", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Kinds that organisation.yml does not list; that of process sheets is always known."""
    known = {kind.id: kind.title for kind in binder.organisation.kinds}
    if not known:
        return
    for document in binder.documents:
        kind = document.header.kind
        if kind not in known and kind != PROCESS_KIND:
            yield at(document.place("kind"), kind=kind, close=nearest(kind, known), reference=document.reference)
