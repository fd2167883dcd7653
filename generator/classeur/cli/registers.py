"""`classeur actions|events|… list|add|close|export`: one group of commands a register, made from its columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table as RichTable

from classeur.cli.context import CLEAN, FOUND, Day, Session, output_format, print_json, shared_options
from classeur.cli.report import as_text
from classeur.cli.usage import speak
from classeur.errors import ClasseurError
from classeur.model.registers.rows import RegisterType, Row, heading, register_types
from classeur.tasks.house import open_house
from classeur.tasks.registers.close_row import plan_close
from classeur.tasks.registers.export_register import FORMATS, export_register, is_open, row_data
from classeur.tasks.registers.write_row import Changed, RowChange, carry_out, plan_add
from classeur.wording.registers import register_table
from classeur.wording.translator import Translator


def __getattr__(name: str) -> Callable[[Translator], click.Command]:
    """The command of a register: `registers.actions`."""
    if name not in register_types():
        raise AttributeError(name)
    return partial(register_command, name)


def register_command(name: str, words: Translator) -> click.Command:
    """The commands of one register, in a language."""
    kind = register_types()[name]
    title = words("Register: {title}.", title=kind.title(words.language))

    @click.group(name, help=title + "\n\n" + words("Example: classeur {register} list", register=name))
    @shared_options(words)
    def group(session: Session) -> None:
        """Options are gathered by `shared_options`."""

    makers = [_list, _add, *([_close] if kind.closings else []), _export]
    for make in makers:
        group.add_command(speak(make(kind, words), words))
    return group


def _list(kind: RegisterType, words: Translator) -> click.Command:
    @click.command(
        "list",
        help=words("Show the rows.") + "\n\n" + words("Example: classeur {register} list --open", register=kind.name),
    )
    @click.option("--open", "only_open", is_flag=True, help=words("Only what still waits for something."))
    @click.option(
        "--where",
        "filters",
        multiple=True,
        metavar=words("COLUMN=VALUE"),
        help=words("Only the rows with this value; may be repeated."),
    )
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, only_open: bool, filters: tuple[str, ...], form: str) -> int:
        house = open_house(session.root, session.today)
        wanted = dict(_pairs(filters, kind, words))
        rows = [
            row
            for row in house.binder.registers.of(kind.row)
            if (not only_open or is_open(row, session.today)) and _matches(row, kind, wanted)
        ]
        if form == "json":
            print_json([row_data(row, kind) for row in rows])
            return CLEAN
        keys = tuple(dict.fromkeys((*kind.key, *kind.shown)))
        table = register_table(kind, rows, house.binder.organisation, session.today, words, keys)
        shown = RichTable(box=None, pad_edge=False)
        for column in table.columns:
            shown.add_column(column, overflow="fold")
        for cells in table.rows:
            shown.add_row(*(words.date(cell) if isinstance(cell, dt.date) else str(cell or "") for cell in cells))
        Console(highlight=False, markup=False, emoji=False).print(shown)
        click.echo(words.count("{n} line", "{n} lines", len(rows)))
        return CLEAN

    return run


def _add(kind: RegisterType, words: Translator) -> click.Command:
    def run(session: Session, dry_run: bool, form: str, file: str | None, **typed: str | None) -> int:
        house = open_house(session.root, session.today)
        values = {key: value for key in kind.columns if (value := typed.get(_parameter(key))) is not None}
        change = plan_add(house.root, house.binder, kind, values, file, words)
        return _told(change, session, kind, dry_run, form, words)

    command: Any = shared_options(words)(run)
    command = output_format(words, "json")(command)
    command = click.option("--dry-run", is_flag=True, help=words("Show what would be done; write nothing."))(command)
    command = click.option("--file", metavar=words("FILE"), help=words("Add the row to this file."))(command)
    for key, column in reversed(tuple(kind.columns.items())):
        french = words.language == "fr"
        said = column.french if french else kind.column_title(key, "en")
        said += f" ({words('needed')})" if key in _needed(kind) else ""
        command = click.option(f"--{key.replace('_', '-')}", _parameter(key), metavar=words("TEXT"), help=said)(command)
    needed = " ".join(f"--{key.replace('_', '-')} …" for key in kind.columns if key in _needed(kind))
    said = words("Add a row; its number is the next free one when it is left out.")
    example = words("Example: classeur {register} add {options}", register=kind.name, options=needed)
    made: click.Command = click.command("add", help=f"{said}\n\n{example}")(command)
    return made


def _close(kind: RegisterType, words: Translator) -> click.Command:
    def run(
        session: Session,
        number: str,
        day: dt.date | None,
        more: tuple[str, ...],
        dry_run: bool,
        form: str,
        **typed: Any,
    ) -> int:
        house = open_house(session.root, session.today)
        proofs = {c.proof: value for c in kind.closings if (value := typed.get(_parameter(c.proof)))}
        others = dict(_pairs(more, kind, words))
        on = day or session.today
        change = plan_close(house.root, house.binder, kind, number, proofs, on, others, words)
        return _told(change, session, kind, dry_run, form, words)

    command: Any = shared_options(words)(run)
    command = output_format(words, "json")(command)
    command = click.option("--dry-run", is_flag=True, help=words("Show what would be done; write nothing."))(command)
    command = click.option(
        "--set",
        "more",
        multiple=True,
        metavar=words("COLUMN=VALUE"),
        help=words("Fill in another column at once; may be repeated."),
    )(command)
    command = click.option(
        "--on", "day", type=Day(words), metavar=words("DAY"), help=words("The day of the closing; today otherwise.")
    )(command)
    for closing in reversed(kind.closings):
        title = kind.column_title(closing.proof, words.language)
        option = f"--{closing.proof.replace('_', '-')}"
        command = click.option(option, _parameter(closing.proof), metavar=words("TEXT"), help=title)(command)
    command = click.argument("number", metavar=words("NUMBER"))(command)
    said = words("Close a row, with what proves it.")
    options = f"--{kind.closings[0].proof} …"
    example = words("Example: classeur {register} close NUMBER {options}", register=kind.name, options=options)
    made: click.Command = click.command("close", help=f"{said}\n\n{example}")(command)
    return made


def _export(kind: RegisterType, words: Translator) -> click.Command:
    @click.command(
        "export",
        help=words("Write the register into a file of its own.")
        + "\n\n"
        + words("Example: classeur {register} export -o {register}.xlsx", register=kind.name),
    )
    @click.option(
        "-o",
        "target",
        required=True,
        metavar=words("FILE"),
        help=words("The file to write; its suffix says how: {suffixes}.", suffixes=", ".join(FORMATS)),
    )
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, target: str, form: str) -> int:
        house = open_house(session.root, session.today)
        path = Path(session.folder, target)
        rows = export_register(house.binder, kind, path, words)
        if isinstance(rows, tuple):
            for finding in rows:
                click.echo(as_text(finding, words), err=True)
            return FOUND
        if form == "json":
            print_json({"path": path.as_posix(), "register": kind.name, "rows": rows})
        else:
            count = words.count("{n} line", "{n} lines", rows)
            click.echo(words("{path}: {count}, as on {day}.", path=path, count=count, day=words.date(session.today)))
        return CLEAN

    return run


def _told(change: Changed, session: Session, kind: RegisterType, dry_run: bool, form: str, words: Translator) -> int:
    if not isinstance(change, RowChange):
        for finding in change:
            click.echo(as_text(finding, words), err=True)
        return FOUND
    if not dry_run:
        carry_out(change, session.root, words)
    if form == "json":
        print_json(row_data(change.row, kind))
        return CLEAN
    place = f"{change.path}:{change.row.where.line}"
    click.echo(words("{number} is written in {place}.", number=change.row.row_name, place=place))
    if dry_run:
        click.echo(words("Trial: nothing was written."))
    return CLEAN


def _pairs(typed: tuple[str, ...], kind: RegisterType, words: Translator) -> list[tuple[str, str]]:
    """`column=value` pairs; a column may be named by its French title.

    Raises:
        ClasseurError: there is no such column.
    """
    found = []
    for each in typed:
        name, equals, value = each.partition("=")
        key = _key_named(name, kind)
        if key is None or not equals:
            raise ClasseurError(
                words("{typed} is no column with its value.", typed=each),
                remedy=words("Columns: {columns}.", columns=", ".join(kind.columns)),
            )
        found.append((key, value))
    return found


def _key_named(name: str, kind: RegisterType) -> str | None:
    return kind.headings.get(heading(name))


def _matches(row: Row, kind: RegisterType, wanted: dict[str, str]) -> bool:
    data = row_data(row, kind)
    for key, value in wanted.items():
        held = data[key]
        items = [str(item) for item in held] if isinstance(held, list) else ["" if held is None else str(held)]
        french = getattr(getattr(row, kind.attribute(key)), "french", None)
        if value not in items and value != french:
            return False
    return True


def _needed(kind: RegisterType) -> frozenset[str]:
    """The columns that somebody must give when adding: the number may be left out."""
    return kind.required - {"number"} if kind.key == ("number",) else kind.required


def _parameter(key: str) -> str:
    """The name of a column among Python's own words: `from` would be one."""
    return f"column_{key}"
