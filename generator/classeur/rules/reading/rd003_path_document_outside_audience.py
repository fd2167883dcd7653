"""A newcomer's path asks a role to read a document that is not for it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("RD003", "path-document-outside-audience", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """References of a path whose audience leaves the path's role out."""
    house = binder.organisation
    for number, path in enumerate(house.paths):
        for rank, stage in enumerate(path.stages):
            for index, cited in enumerate(stage.documents):
                document = binder.document(cited)
                audience = document.header.audience if document else None
                if audience is not None and audience.roles is not None and path.role not in audience.roles:
                    place = house.place("paths", number, "stages", rank, "documents", index)
                    yield at(place, cited=cited, stage=stage.title, role=house.title_of_role(path.role))
