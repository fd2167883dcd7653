"""`classeur confirm`: somebody has read; one person typed, filled sheets and e-mails taken back, old ones erased."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import click

from classeur.cli.accounts import accounts
from classeur.cli.context import CLEAN, FOUND, Day, Session, output_format, print_json, shared_options, version_of
from classeur.cli.report import as_data, as_text
from classeur.cli.tables import FORMATS, write_table
from classeur.errors import ClasseurError
from classeur.ledger.confirmations import FOLDER
from classeur.model.confirmations import Means
from classeur.model.findings import Location, Severity
from classeur.model.journal import Assurance
from classeur.tasks.confirm import Claim, Recorded, record
from classeur.tasks.erase_confirmations import carry_out_erase, plan_erase
from classeur.tasks.house import House, house_at
from classeur.tasks.identity import identify
from classeur.tasks.import_confirmations import import_confirmations
from classeur.wording.recorded import recorded_table
from classeur.wording.translator import Translator

IMPORT, ERASE = "import", "erase"


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "confirm",
        help=words(
            "Record that people have read: REF by --person; `import` FILE... takes filled sheets (.xlsx, .csv, .docx) "
            "and e-mails (.eml); `erase` takes confirmations away that are no longer needed.\n\n"
            "Example: classeur confirm PR-R2-001 --person m.durand"
        ),
    )
    @click.argument("named", nargs=-1, required=True, metavar=words("REF... | import FILE... | erase"))
    @click.option("--person", "reader", default="", metavar=words("PERSON"), help=words("Who has read."))
    @click.option(
        "--version",
        "version",
        default="",
        metavar=words("VERSION"),
        help=words("Which version; the one in force otherwise."),
    )
    @click.option(
        "--on", "on", type=Day(words), metavar=words("DAY"), help=words("The day of reading; today otherwise.")
    )
    @click.option("--paper", is_flag=True, help=words("The person signed a sheet of paper."))
    @click.option(
        "--before",
        type=Day(words),
        metavar=words("DAY"),
        help=words("With erase: what was read before this day and no longer counts."),
    )
    @click.option("--reason", default="", metavar=words("TEXT"), help=words("With erase: why; the register keeps it."))
    @click.option("--dry-run", is_flag=True, help=words("Show what would be done; write nothing."))
    @output_format(words, "json", *FORMATS)
    @shared_options(words)
    def run(session: Session, named: tuple[str, ...], dry_run: bool, form: str, **typed: Any) -> int:
        now = session.now
        house = house_at(session.root, now)
        desk = _Desk(session, house, now, words, form)
        if named[0] == IMPORT:
            return desk.take([Path(session.folder, name) for name in named[1:]])
        if named[0] == ERASE:
            return desk.erase(typed["before"], typed["reader"], typed["reason"], dry_run)
        return desk.confirm(named, typed["reader"], typed["version"], typed["on"], typed["paper"])

    return run


class _Desk:
    """One command about to be done: the house, the instant, and how to tell it."""

    def __init__(self, session: Session, house: House, now: dt.datetime, words: Translator, form: str) -> None:
        self.session, self.house, self.now, self.words, self.form = session, house, now, words, form

    def confirm(self, references: Sequence[str], reader: str, version: str, on: dt.date | None, is_paper: bool) -> int:
        """One person has read one text or several."""
        house, words = self.house, self.words
        organisation = house.binder.organisation
        who = identify(organisation, self.session.person or reader or None, self._accounts(), words)
        person = reader or who.person
        if person not in organisation.person:
            identify(organisation, person, (), words)
        claims = [
            Claim(
                reference=reference,
                version=version_of(version, words) if version else None,
                digest="",
                person=person,
                on=on or house.binder.today,
                means=Means.SHEET if is_paper else Means.TYPED,
                assurance=who.assurance if person == who.person else Assurance.CLAIMED,
                where=Location(PurePosixPath(FOLDER)),
            )
            for reference in references
        ]
        return self._tell(record(house.root, house.binder.today, self.now, who.person, claims, words))

    def take(self, files: Sequence[Path]) -> int:
        """Filled sheets and e-mails."""
        words = self.words
        if not files:
            raise click.UsageError(words("Name the files or the folder to import."))
        house = self.house
        by = self._recorder()
        return self._tell(import_confirmations(house.root, files, house.binder.today, self.now, by, words))

    def erase(self, before: dt.date | None, person: str, reason: str, is_trial: bool) -> int:
        """Confirmations that are no longer needed."""
        words, house = self.words, self.house
        if before is None and not person:
            raise click.UsageError(words("Say what to erase: --before DAY, or --person PERSON."))
        plan = plan_erase(house.root, house.binder.today, before, person)
        if not is_trial and (plan.erased or plan.left_behind):
            if not reason.strip():
                raise ClasseurError(
                    words("Erasing needs its reason."),
                    remedy=words("Add --reason, such as --reason 'Kept for five years'."),
                )
            carry_out_erase(house.root, plan, self.now, self._recorder(), house.binder.ledger.head, reason)
        if self.form == "json":
            print_json({"erased": plan.erased, "still_counting": plan.still_counting})
            return CLEAN
        click.echo(words.count("{n} confirmation erased.", "{n} confirmations erased.", plan.erased))
        if plan.still_counting:
            kept = plan.still_counting
            click.echo(words.count("{n} kept: it still counts.", "{n} kept: they still count.", kept))
        if is_trial:
            click.echo(words("Trial: nothing was written."))
        return CLEAN

    def _accounts(self) -> Sequence[str]:
        return () if self.session.person else tuple(accounts(self.house.root))

    def _recorder(self) -> str:
        """Who puts it in, when that is known: what is recorded says itself who has read."""
        try:
            known = self._accounts()
            return identify(self.house.binder.organisation, self.session.person, known, self.words).person
        except ClasseurError:
            if self.session.person:
                raise
            return ""

    def _tell(self, done: Recorded) -> int:
        words = self.words
        for each in done.findings:
            click.echo(as_text(each, words), err=True)
        refused = sum(each.severity is Severity.ERROR for each in done.findings)
        if self.form in FORMATS:
            day = self.house.binder.today
            table = recorded_table(self.house.binder.organisation, day, done.texts, done.findings, words)
            write_table(table, None, self.form, words)
        elif self.form == "json":
            told = [as_data(each, words.language) for each in done.findings]
            print_json({"recorded": done.taken, "known": done.known, "refused": refused, "findings": told})
        else:
            click.echo(words.count("{n} confirmation recorded.", "{n} confirmations recorded.", done.taken))
            if done.known:
                click.echo(words.count("{n} was recorded already.", "{n} were recorded already.", done.known))
            if refused:
                click.echo(words.count("{n} refused: see above.", "{n} refused: see above.", refused))
        return FOUND if refused else CLEAN
