"""One sheet tells an exchange that the sheet at the other end does not mention."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.processes import Flow
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, rule


@rule("PR008", "flow-told-at-one-end", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Outputs that the receiver does not list as an input with the same words, and the other way round."""
    told_as_input = {_same_words(flow) for process in binder.processes for flow in process.inputs}
    told_as_output = {_same_words(flow) for process in binder.processes for flow in process.outputs}
    unsure = {header.code for document, header in binder.sheets if document.refused & {"inputs", "outputs"}}
    for document, header in binder.sheets:
        for number, end in enumerate(header.inputs):
            told = _same_words(Flow(end.from_, end.what, header.code)) in told_as_output
            if end.what and _is_another(binder, end.from_, header.code, unsure) and not told:
                place = document.place("inputs", number)
                yield at(place, process=header.code, what=end.what, other=end.from_, reference=document.reference)
        for number, end in enumerate(header.outputs):
            told = _same_words(Flow(header.code, end.what, end.to)) in told_as_input
            if end.what and _is_another(binder, end.to, header.code, unsure) and not told:
                place = document.place("outputs", number)
                yield at(place, process=header.code, what=end.what, other=end.to, reference=document.reference)


def _is_another(binder: Binder, end: str, code: str, unsure: set[str]) -> bool:
    return end in binder.process and end != code and end not in unsure


def _same_words(flow: Flow) -> tuple[str, str, str]:
    return flow.source, " ".join(folded(flow.what).split()), flow.target
