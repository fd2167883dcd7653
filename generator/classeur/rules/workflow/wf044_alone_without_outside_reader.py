"""In an organisation of one person, nobody else has read the text."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Size
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import is_asked


@rule("WF044", "alone-without-outside-reader", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Texts that one person writes and signs alone, without anybody else among `contributors`."""
    if binder.organisation.size is not Size.SINGLE:
        return
    for document in binder.unreleased:
        header = document.header
        signing = [getattr(header, field) for field in ("validator", "approver") if is_asked(binder, document, field)]
        people = {*header.writer, *(person for people in signing for person in people)}
        if len(people) != 1 or not all(signing) or not signing:
            continue
        [person] = people
        if set(header.contributors) <= {person, binder.organisation.name_of(person)}:
            place = document.place("approver")
            yield at(place, reference=document.reference, person=binder.organisation.name_of(person))
