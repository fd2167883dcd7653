"""A newcomer's path asks to read a document that nobody has."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("OR013", "path-to-unknown-document", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """References of a path that no document bears."""
    house = binder.organisation
    for number, path in enumerate(house.paths):
        for rank, stage in enumerate(path.stages):
            for index, cited in enumerate(stage.documents):
                if cited not in binder.by_reference:
                    place = house.place("paths", number, "stages", rank, "documents", index)
                    yield at(place, cited=cited, stage=stage.title, role=house.title_of_role(path.role))
