"""`classeur history`: the versions of a document, who signed them, its reviews."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.model.history import History, Release, Signature
from classeur.model.journal import SignStep
from classeur.tasks.history import history_of
from classeur.tasks.house import open_house
from classeur.wording.journal import assurance_word, entry_sentence
from classeur.wording.states import change_word
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "history",
        help=words("Show the versions of a document, who signed them, its reviews.")
        + "\n\n"
        + words("Example: classeur history PR-R2-001"),
    )
    @click.argument("reference", metavar="REF")
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, reference: str, form: str) -> int:
        house = open_house(session.root, session.today)
        history = history_of(house, reference, words)
        if form == "json":
            print_json(_data(history))
            return CLEAN
        if history.former:
            click.echo(words("Formerly {references}.", references=", ".join(history.former)))
        if history.releases:
            Console(highlight=False, markup=False, emoji=False).print(_table(history, words))
        else:
            click.echo(words("{reference} was never released.", reference=history.reference))
        for entry in history.entries:
            click.echo(f"{words.date(house.binder.ledger.local_day(entry.at))}  {entry_sentence(entry, words)}")
        return CLEAN

    return run


def _table(history: History, words: Translator) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in (
        words("Version"),
        words("In force from"),
        words("Class"),
        words("What changes for you"),
        words("Visas"),
        words("Digest"),
    ):
        table.add_column(title, overflow="fold")
    for release in history.releases:
        table.add_row(
            str(release.version),
            _in_force(release, words),
            change_word(release.change, words),
            release.detail("summary"),
            _visas(release, words),
            release.text_digest[:12],
        )
    return table


def _in_force(release: Release, words: Translator) -> str:
    first = words.date(release.effective_from)
    if release.until is None:
        return first
    return words("{day} (emergency edition, until {last})", day=first, last=words.date(release.until))


def _visas(release: Release, words: Translator) -> str:
    if release.is_adopted:
        approver = release.detail("approved_by_name")
        return words("taken over: approved on {day} by {person}", day=words.date(release.approved_on), person=approver)
    visas = [_visa(signature, words) for signature in release.signatures]
    reason = release.detail("cumul_reason")
    return "\n".join([*visas, *([words("One person in two steps: {reason}", reason=reason)] if reason else [])])


def _visa(signature: Signature, words: Translator) -> str:
    step = words("validation") if signature.step is SignStep.VALIDATION else words("approval")
    notes = [words.date(signature.on), assurance_word(signature.actor.assurance, words)]
    if signature.actor.on_behalf_of:
        notes.append(words("by delegation of {person}", person=signature.actor.on_behalf_of_name))
    return words("{step}: {person} ({notes})", step=step, person=signature.actor.name, notes=", ".join(notes))


def _data(history: History) -> dict[str, object]:
    withdrawal, suspension = history.withdrawal, history.suspension
    return {
        "reference": history.reference,
        "former": list(history.former),
        "owner": history.owner or None,
        "versions": [_version(release) for release in history.releases],
        "reviews": [
            {
                "on": review.on,
                "outcome": review.outcome.value,
                "reason": review.reason,
                "person": review.actor.id,
                "version": str(review.version) if review.version else None,
                "sources": list(review.sources),
            }
            for review in history.reviews
        ],
        "withdrawal": withdrawal
        and {"on": withdrawal.on, "reason": withdrawal.reason, "replaced_by": list(withdrawal.replaced_by)},
        "suspension": suspension and {"on": suspension.on, "reason": suspension.reason},
    }


def _version(release: Release) -> dict[str, object]:
    return {
        "reference": release.reference,
        "version": str(release.version),
        "change": release.change.value,
        "summary": release.detail("summary"),
        "released_on": release.released_on,
        "approved_on": release.approved_on,
        "effective_from": release.effective_from,
        "until": release.until,
        "review_date": release.review_date,
        "is_adopted": release.is_adopted,
        "text_digest": release.text_digest,
        "digest": release.digest,
        "entry": release.entry.hash,
        "signatures": [
            {
                "step": signature.step.value,
                "person": signature.actor.id,
                "name": signature.actor.name,
                "role": signature.actor.role_title,
                "on": signature.on,
                "on_behalf_of": signature.actor.on_behalf_of or None,
                "assurance": signature.actor.assurance.value,
            }
            for signature in release.signatures
        ],
    }
