"""`classeur diff`: what changed between two versions, in plain words, then side by side."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.model.comparison import Change, EditKind, figures
from classeur.model.organisation import Organisation
from classeur.tasks.diff import DRAFT, Difference, difference
from classeur.tasks.house import open_house
from classeur.wording.changed_fields import field_value, field_word
from classeur.wording.changes import change_sentence, figure_sentences
from classeur.wording.translator import Translator

WIDE = 120
"""From how many columns the two texts stand side by side."""


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "diff",
        help=words("Tell what changed between two versions; `draft` is the text being written.")
        + "\n\n"
        + words("Example: classeur diff PR-R2-001 1.0 2.0"),
    )
    @click.argument("reference", metavar="REF")
    @click.argument("old", required=False, metavar="[A]")
    @click.argument("new", required=False, metavar="[B]")
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, reference: str, old: str | None, new: str | None, form: str) -> int:
        house = open_house(session.root, session.today)
        found = difference(house, reference, old, new, words)
        if form == "json":
            print_json(_data(found))
            return CLEAN
        click.echo(click.style(f"{found.reference}  {_name(found.old, words)} → {_name(found.new, words)}", bold=True))
        if found.is_empty:
            click.echo(words("Nothing differs."))
        _tell(found, house.binder.organisation, words)
        console = Console(highlight=False)
        if console.width >= WIDE and found.body.changes:
            console.print(_side_by_side(found, words))
        return CLEAN

    return run


def _name(version: str, words: Translator) -> str:
    return words("text being written") if version == DRAFT else version


def _tell(found: Difference, organisation: Organisation, words: Translator) -> None:
    for changed in found.header:
        before, after = (
            field_value(changed.field, each, organisation, words) for each in (changed.before, changed.after)
        )
        click.echo(f"  {field_word(changed.field, words)} : {before} → {after}")
    for name, was_there, is_there in found.files:
        told = words("file changed") if was_there and is_there else words("file added")
        click.echo(f"  {told if is_there else words('file removed')} : {name}")
    heading = None
    for change in found.body.changes:
        if change.heading != heading:
            heading = change.heading
            click.echo(click.style(heading or words("Before the first heading"), bold=True))
        click.echo(f"  {change_sentence(change, words)}")
        for figure in figure_sentences(change):
            click.echo(f"      {figure}")


def _side_by_side(found: Difference, words: Translator) -> Table:
    table = Table(pad_edge=False, show_lines=True)
    table.add_column(_name(found.old, words), ratio=1, overflow="fold")
    table.add_column(_name(found.new, words), ratio=1, overflow="fold")
    for change in found.body.changes:
        table.add_row(_marked(change, EditKind.REMOVED, "[-", "-]"), _marked(change, EditKind.ADDED, "{+", "+}"))
    return table


def _marked(change: Change, kind: EditKind, before: str, after: str) -> Text:
    """One side, with what went or came between marks, so that it does not hang on colours alone."""
    text = Text()
    for edit in change.words:
        if edit.kind is EditKind.EQUAL:
            text.append(edit.text)
        elif edit.kind is kind:
            text.append(f"{before}{edit.text}{after}", style="red" if kind is EditKind.REMOVED else "green")
    return text


def _data(found: Difference) -> dict[str, object]:
    return {
        "reference": found.reference,
        "from": found.old,
        "to": found.new,
        "header": [
            {"field": field, "before": before, "after": after}
            for field, before, after in (each.as_typed for each in found.header)
        ],
        "files": [{"name": name, "before": before, "after": after} for name, before, after in found.files],
        "changes": [
            {
                "kind": change.kind.value,
                "heading": change.heading,
                "before": change.before,
                "after": change.after,
                "line_before": change.line_before or None,
                "line_after": change.line_after or None,
                "step_before": change.rank_before if change.is_step else None,
                "step_after": change.rank_after if change.is_step else None,
                "figures": [
                    {"label": figure.label, "before": figure.before, "after": figure.after}
                    for figure in figures(change)
                ],
            }
            for change in found.body.changes
        ],
    }
