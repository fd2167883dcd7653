"""`classeur remind`: one e-mail a person, with what is still to be read."""

from __future__ import annotations

import os
from pathlib import Path

import click

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.cli.tables import FORMATS, write_table
from classeur.errors import ClasseurError
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.tasks.remind import MailSender, plan_reminders, send_reminders
from classeur.wording.reminders import reminders_table
from classeur.wording.translator import Translator
from classeur.writers.mail import MailFolder, MailServer

SERVER, FROM = "CLASSEUR_SMTP", "CLASSEUR_MAIL_FROM"
OUTBOX = f"{CACHE_FOLDER}/reminders"


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "remind",
        help=words(
            "Write one e-mail a person with what is still to be read; nobody receives the same one twice.\n\n"
            "Example: classeur remind --within 7 -o rappels"
        ),
    )
    @click.option("-o", "target", metavar=words("FOLDER"), help=words("Where the .eml files go."))
    @click.option(
        "--send", is_flag=True, help=words("Send them through the server that {server} names.", server=SERVER)
    )
    @click.option("--within", type=int, metavar=words("DAYS"), help=words("Only what is late, or due in so many days."))
    @click.option("--again", is_flag=True, help=words("Even to those who received the same one already."))
    @click.option("--dry-run", is_flag=True, help=words("Show what would be done; write nothing."))
    @output_format(words, "json", *FORMATS)
    @shared_options(words)
    def run(
        session: Session, target: str | None, send: bool, within: int | None, again: bool, dry_run: bool, form: str
    ) -> int:
        root = session.root
        sender = os.environ.get(FROM, "")
        box, place = _box(root, Path(session.folder, target) if target else None, send, sender, words)
        plan = plan_reminders(root, session.today, sender or "classeur@localhost", words, within)
        try:
            sent = plan.messages if dry_run else send_reminders(root, plan.messages, box, again)
        except OSError as error:
            raise ClasseurError(
                words("A message could not be sent: {problem}.", problem=error.strerror or error),
                remedy=words("Those before it were. Mend it, then repeat the command: nobody receives one twice."),
            ) from error
        if form == "json":
            print_json({"sent": [each.person for each in sent], "without_address": list(plan.unreached)})
            return CLEAN
        if form in FORMATS:
            named = {each.person: each.tasks for each in sent}
            write_table(reminders_table(plan.organisation, plan.day, named, plan.unreached, words), None, form, words)
            return CLEAN
        said = words.count("{n} message: {place}.", "{n} messages: {place}.", len(sent), place=place)
        click.echo(said)
        for person in plan.unreached:
            click.echo(words("{person} has no address in organisation.yml.", person=person))
        if dry_run:
            click.echo(words("Trial: nothing was written."))
        return CLEAN

    return run


def _box(root: Path, target: Path | None, send: bool, sender: str, words: Translator) -> tuple[MailSender, str]:
    if not send:
        folder = target or root / OUTBOX
        return MailFolder(folder), str(folder)
    server = os.environ.get(SERVER, "")
    if not server.startswith(("smtp://", "smtps://")) or not sender:
        raise ClasseurError(
            words("No mail server is known."),
            remedy=words(
                "Set {server} (smtps://user:password@host) and {sender} (the address that writes) in the environment.",
                server=SERVER,
                sender=FROM,
            ),
        )
    return MailServer(server), words("sent")
