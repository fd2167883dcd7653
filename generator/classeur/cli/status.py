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
        rows = status(session.root, session.today, words, reference, looks_back=session.day is not None)
        if form == "json":
            print_json([data(row) for row in rows])
        else:
            Console(highlight=False).print(table(rows, words))
        return CLEAN

    return run


def data(row: StatusRow) -> dict[str, Any]:
    """A row for other programs (design §11)."""
    return {**asdict(row), "path": str(row.path)}


def _versions(row: StatusRow, words: Translator) -> str:
    """The version in force, and the one being written beside it."""
    if row.state_in_progress is None or row.version_in_progress is None:
        return row.version_in_force or ""
    if row.version_in_force is None:
        return row.version_in_progress
    return f"{row.version_in_force}  ({row.version_in_progress} : {state_word(row.state_in_progress, words)})"


def table(rows: tuple[StatusRow, ...], words: Translator) -> Table:
    """The rows as a person reads them."""
    shown = Table(box=None, pad_edge=False)
    for title in (
        words("Reference"),
        words("Title"),
        words("State"),
        words("Version"),
        words("Owner"),
        words("Next review"),
    ):
        shown.add_column(title, overflow="fold", min_width=24 if title == words("Title") else None)
    for row in rows:
        shown.add_row(
            row.reference,
            row.title,
            state_word(row.state, words),
            _versions(row, words),
            row.owner,
            str(row.review_date or ""),
        )
    return shown
