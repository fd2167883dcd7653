"""An input does not say what comes or from whom, an output what goes or to whom."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR012", "flow-end-missing", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Inputs and outputs with an empty half."""
    for document, header in binder.sheets:
        halves = [("inputs", n, {"what": end.what, "from": end.from_}) for n, end in enumerate(header.inputs)]
        halves += [("outputs", n, {"what": end.what, "to": end.to}) for n, end in enumerate(header.outputs)]
        for side, number, half in halves:
            missing = [name for name, typed in half.items() if not typed]
            if missing and side not in document.refused:
                place = document.place(side, number)
                yield at(place, side=side, field=", ".join(missing), reference=document.reference)
