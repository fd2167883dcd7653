"""A newcomer's path asks to read a document that is not in force."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.states import State
from classeur.rules.registry import Problem, at, rule


@rule("RD002", "path-to-document-not-in-force", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """References of a path that have a text and no version in force; silent while nothing was released."""
    house = binder.organisation
    if binder.ledger.is_empty:
        return
    for number, path in enumerate(house.paths):
        for rank, stage in enumerate(path.stages):
            for index, cited in enumerate(stage.documents):
                if binder.knows(cited) and binder.standing(cited).state is not State.APPLICABLE:
                    place = house.place("paths", number, "stages", rank, "documents", index)
                    yield at(place, cited=cited, stage=stage.title, role=house.title_of_role(path.role))
