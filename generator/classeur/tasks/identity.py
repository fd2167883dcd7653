"""Who acts: the person typed, or the one whose account is at work."""

from __future__ import annotations

from collections.abc import Iterable

from classeur.errors import ClasseurError
from classeur.model.journal import Assurance
from classeur.model.organisation import Organisation
from classeur.tasks.act import Who
from classeur.wording.translator import Translator


def identify(organisation: Organisation, typed: str | None, accounts: Iterable[str], words: Translator) -> Who:
    """The person who acts, and how sure that is.

    Args:
        typed: what `--as` says; then the person is only claimed.
        accounts: the git and system accounts at work, the surest first.

    Raises:
        ClasseurError: the person is unknown, or no account belongs to anybody.
    """
    if typed:
        if typed not in organisation.person:
            raise ClasseurError(
                words("Nobody in organisation.yml has the id {person}.", person=typed),
                remedy=words("Known people: {people}.", people=", ".join(sorted(organisation.person)) or "–"),
            )
        return Who(typed, Assurance.CLAIMED)
    named = tuple(dict.fromkeys(account for account in accounts if account))
    for account in named:
        for mapped in organisation.accounts:
            if mapped.account == account and mapped.person in organisation.person:
                return Who(mapped.person, Assurance.ATTRIBUTED)
    raise ClasseurError(
        words(
            "Who are you? The account {account} belongs to nobody in organisation.yml.",
            account=named[0] if named else "–",
        ),
        remedy=words("Say it with --as PERSON, or add a line to `accounts` in manual/organisation.yml."),
    )
