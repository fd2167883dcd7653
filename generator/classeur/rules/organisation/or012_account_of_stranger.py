"""A computer account belongs to somebody who is not in the organisation."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import nearest
from classeur.rules.registry import Problem, at, rule


@rule("OR012", "account-of-stranger", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """Accounts whose person nobody knows; silent when their list was not read."""
    house = binder.organisation
    names = {person.id: person.name for person in house.people}
    for number, account in enumerate(house.accounts if house.was_read("people") else ()):
        if account.person not in names:
            yield at(
                house.place("accounts", number, "person"),
                account=account.account,
                person=account.person,
                close=nearest(account.person, names),
            )
