"""What all the commands that act share: who acts and when, the trial, the report, the exit code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import click

from classeur.cli.accounts import accounts
from classeur.cli.context import CLEAN, FOUND, Day, Session, output_format, print_json, shared_options
from classeur.cli.garbage import leave_aside_what_was_read
from classeur.cli.report import as_text
from classeur.model.journal import EntryKind
from classeur.tasks.act import Planned, Who
from classeur.tasks.house import House, house_at
from classeur.tasks.identity import identify
from classeur.tasks.perform import Done, Outcome, perform
from classeur.views.binder_pack import recalls
from classeur.wording.next_steps import next_step_sentence
from classeur.wording.translator import Translator

Option = Callable[[Callable[..., Any]], Callable[..., Any]]


@dataclass(frozen=True)
class Act:
    """An act about to be done: the house, who acts, the instant, and how to tell it."""

    house: House
    who: Who
    now: dt.datetime
    words: Translator
    is_trial: bool
    form: str

    def on(self, references: Iterable[str], plan: Callable[[str, House], Planned]) -> int:
        """Do it for each reference, tell what was done and refused; returns the exit code."""
        outcome = perform(self.house, references, lambda house, ref: plan(ref, house), self.words, self.is_trial)
        for problem in outcome.house.journal.problems:
            if problem not in self.house.journal.problems:  # a clock set back: told, never put in another order
                click.echo(as_text(problem.finding, self.words), err=True)
        return report(outcome, self.words, self.form, self.is_trial)


def acting(session: Session, dry_run: bool, form: str) -> Act:
    """Open the house to act on it now.

    Raises:
        ClasseurError: a day was given with --today, or nobody knows who acts.
    """
    now, root = session.now, session.root
    house = house_at(root, now)
    leave_aside_what_was_read()
    known = () if session.person else accounts(root)
    who = identify(house.binder.organisation, session.person, known, session.words)
    return Act(house, who, now, session.words, dry_run, form)


def act_options(words: Translator) -> Option:
    """`--dry-run`, `--format json` and the shared options."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in (
            shared_options(words),
            output_format(words, "json"),
            click.option("--dry-run", is_flag=True, help=words("Show what would be done; write nothing.")),
        ):
            function = option(function)
        return function

    return decorate


def references_argument(words: Translator) -> Option:
    """One reference or several."""
    return click.argument("references", nargs=-1, required=True, metavar=words("REF..."))


def reference_argument() -> Option:
    """One reference."""
    return click.argument("reference", metavar="REF")


def reason_option(words: Translator) -> Option:
    """The reason, without which the act is refused by a rule."""
    return click.option("--reason", default="", metavar=words("TEXT"), help=words("Why; the journal keeps it."))


def day_option(words: Translator, name: str, text: str, required: bool = False) -> Option:
    """A day such as 2026-12-01."""
    return click.option(name, type=Day(words), metavar=words("DAY"), required=required, help=text)


def report(outcome: Outcome, words: Translator, form: str, is_trial: bool) -> int:
    """Tell what was done on standard output, what was refused on standard error; returns the exit code."""
    for finding in outcome.refused:
        click.echo(as_text(finding, words), err=True)
    if form == "json":
        print_json([_data(done) for done in outcome.done])
    else:
        for done in outcome.done:
            _tell(done, outcome.house, words)
        if is_trial:
            click.echo(words("Trial: nothing was written."))
    if outcome.stopped is not None:
        raise outcome.stopped
    return FOUND if outcome.refused else CLEAN


_CHANGE_SHEETS = frozenset({EntryKind.RELEASE, EntryKind.ADOPT, EntryKind.SUSPEND, EntryKind.WITHDRAW})
"""The acts after which sheets of paper are no longer the right ones."""


def _tell(done: Done, house: House, words: Translator) -> None:
    for sentence in done.says:
        click.echo(sentence)
    copies = recalls(house.binder, done.reference) if done.act in _CHANGE_SHEETS else ()
    if copies:
        told = ", ".join(words("no. {number} ({place})", number=copy.number, place=copy.place) for copy in copies)
        click.echo(f"    {words('Paper copies to change: {copies}.', copies=told)}")
    if done.next is not None:
        told = next_step_sentence(done.next, house.binder.organisation, words)
        click.echo(f"    {words('Next:')} {told}")


def _data(done: Done) -> dict[str, object]:
    return {
        "reference": done.reference,
        "version": str(done.version) if done.version else None,
        "act": done.act.value,
        "entry": done.entry or None,
        "says": list(done.says),
    }
