"""`classeur status`: where each document stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.tasks.status import StatusRow, status
from classeur.wording.states import state_word
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "status", help=words("Say where each document stands, or one of them.\n\nExample: classeur status PR-R2-001")
    )
    @click.argument("reference", required=False, metavar="[REF]")
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, reference: str | None, form: str) -> int:
        rows = status(session.root, session.today, words, reference)
        if form == "json":
            print_json([_data(row) for row in rows])
        else:
            Console(highlight=False).print(_table(rows, words))
        return CLEAN

    return run


def _data(row: StatusRow) -> dict[str, Any]:
    return {**asdict(row), "path": str(row.path)}


def _table(rows: tuple[StatusRow, ...], words: Translator) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in (
        words("Reference"),
        words("Title"),
        words("State"),
        words("Version"),
        words("Owner"),
        words("Next review"),
    ):
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(
            row.reference,
            row.title,
            state_word(row.state, words),
            row.version_in_force or row.version_in_progress or "",
            row.owner,
            str(row.review_date or ""),
        )
    return table
