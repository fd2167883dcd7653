"""A role is asked to read again a text that is not for it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("RD001", "reread-role-outside-audience", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Roles of `reread` that the audience leaves out; silent when either was not read."""
    for document in binder.documents:
        header = document.header
        if header.audience is None or header.audience.roles is None or "audience" in document.refused:
            continue
        for index, role in enumerate(header.reread):
            if role not in header.audience.roles:
                title = binder.organisation.title_of_role(role)
                yield at(document.place("reread", index), reference=document.reference, role=title)
