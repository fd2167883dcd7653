"""`classeur handover pack|merge`: a copy for somebody outside, and its way back."""

from __future__ import annotations

from pathlib import Path

import click

from classeur.cli.acts import act_options, acting
from classeur.cli.context import CLEAN, FOUND, Session, output_format, print_json, shared_options
from classeur.cli.report import as_text
from classeur.cli.usage import speak
from classeur.ledger.verify import LedgerVerdict
from classeur.tasks.act import actor
from classeur.tasks.handover import MergePlan, Side, carry_out_merge, pack, plan_merge
from classeur.tasks.house import open_house
from classeur.tasks.verify import verify_ledger
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.group(
        "handover",
        help=words("Give a copy to somebody outside, and take it back without losing anything.")
        + "\n\n"
        + words("Example: classeur handover pack /media/usb/quality"),
    )
    @shared_options(words)
    def handover(session: Session) -> None:
        """Options are gathered by `shared_options`."""

    handover.add_command(speak(_pack(words), words))
    handover.add_command(speak(_merge(words), words))
    return handover


def _pack(words: Translator) -> click.Command:
    @click.command(
        "pack",
        help=words("Copy texts, drafts, registers and journal into a new folder.")
        + "\n\n"
        + words("Example: classeur handover pack /media/usb/quality"),
    )
    @click.argument("folder", metavar=words("FOLDER"))
    @click.option("--dry-run", is_flag=True, help=words("Show what would be done; write nothing."))
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, folder: str, dry_run: bool, form: str) -> int:
        target = Path(session.folder, folder)
        paths = pack(open_house(session.root, session.today), target, words, dry_run)
        if form == "json":
            print_json({"folder": str(target), "files": [str(path) for path in paths]})
            return CLEAN
        click.echo(
            words.count("{n} file packed in {folder}.", "{n} files packed in {folder}.", len(paths), folder=target)
        )
        click.echo(words("Trial: nothing was written.") if dry_run else words("The reading confirmations stay here."))
        if verify_ledger(session.root, (), (), session.now, words).verdict is LedgerVerdict.ERROR:
            click.echo(words("The ledger of this house is damaged, and its copy too: `classeur verify` says where."))
        return CLEAN

    return run


def _merge(words: Translator) -> click.Command:
    @click.command(
        "merge",
        help=words("Bring a copy back: what changed there only is taken, what changed on both sides is told.")
        + "\n\n"
        + words("Example: classeur handover merge /media/usb/quality --as a.martin"),
    )
    @click.argument("folder", metavar=words("FOLDER"))
    @act_options(words)
    def run(session: Session, folder: str, dry_run: bool, form: str) -> int:
        act = acting(session, dry_run, form)
        plan = plan_merge(act.house, Path(session.folder, folder), act.now, words)
        if not dry_run:
            carry_out_merge(plan, act.house, actor(act.house.binder.organisation, act.who, None), act.now, words)
        for finding in plan.refused:
            click.echo(as_text(finding, words), err=True)
        if form == "json":
            print_json(_data(plan))
        else:
            _tell(plan, words)
            if dry_run:
                click.echo(words("Trial: nothing was written."))
        return FOUND if plan.refused else CLEAN

    return run


def _tell(plan: MergePlan, words: Translator) -> None:
    marks = {Side.ADDED: words("added"), Side.CHANGED: words("changed"), Side.REMOVED: words("removed")}
    for each in plan.taken:
        click.echo(words("{change}: {path}", change=marks[each.side], path=each.path))
    entries = 0 if plan.incoming.problems else len(plan.incoming.links)
    if entries:
        click.echo(words.count("{n} entry taken into the journal.", "{n} entries taken into the journal.", entries))
    if plan.is_empty:
        click.echo(words("The copy brings nothing new."))


def _data(plan: MergePlan) -> dict[str, object]:
    is_sound = not plan.incoming.problems
    return {
        "taken": [{"path": str(each.path), "change": each.side.value} for each in plan.taken],
        "conflicts": [str(each.where.path) for each in plan.conflicts],
        "entries": len(plan.incoming.links) if is_sound else 0,
        "releases": [
            {"reference": entry.reference, "version": str(entry.version)}
            for entry in plan.incoming.releases
            if is_sound
        ],
    }
