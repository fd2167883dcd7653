"""`classeur log`: the journal in sentences, the newest last."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.model.journal import JournalEntry
from classeur.tasks.history import journal_of
from classeur.tasks.house import open_house
from classeur.wording.journal import entry_sentence
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "log", help=words("Tell what was done, by whom and when, the newest last.\n\nExample: classeur log PR-R2-001")
    )
    @click.argument("reference", required=False, metavar="[REF]")
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, reference: str | None, form: str) -> int:
        house = open_house(session.root, session.today)
        entries = journal_of(house, reference, words)
        if form == "json":
            print_json([entry_data(entry, words) for entry in entries])
            return CLEAN
        for entry in entries:
            click.echo(f"{stamp(entry.at, house.binder.organisation.timezone)}  {entry_sentence(entry, words)}")
        if not entries:
            click.echo(words("The journal is empty: nothing was done yet."))
        return CLEAN

    return run


def stamp(at: dt.datetime, timezone: str) -> str:
    """An instant as a clock on the wall there shows it, with its offset, which the night of the time change needs."""
    try:
        local = at.astimezone(ZoneInfo(timezone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        local = at
    return local.isoformat(sep=" ", timespec="minutes")


def entry_data(entry: JournalEntry, words: Translator) -> dict[str, object]:
    """An entry for other programs: what its file holds, its hash and its sentence."""
    return {
        "sequence": entry.sequence,
        "hash": entry.hash,
        "parents": list(entry.parents),
        "kind": entry.kind.value,
        "at": entry.at.isoformat().replace("+00:00", "Z"),
        "person": entry.actor.id,
        "name": entry.actor.name,
        "role": entry.actor.role_title,
        "on_behalf_of": entry.actor.on_behalf_of or None,
        "assurance": entry.actor.assurance.value,
        "reference": entry.reference or None,
        "version": str(entry.version) if entry.version else None,
        "digest": entry.digest or None,
        "details": {name: value for name, value in entry.details.items() if name != "body"},
        "says": entry_sentence(entry, words),
    }
