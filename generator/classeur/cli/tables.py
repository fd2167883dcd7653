"""Tables for a spreadsheet: on standard output, or in the file that a person names."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from classeur.tasks.asked_files import format_of, put_file
from classeur.views.tables import Table
from classeur.wording.translator import Translator
from classeur.writers.tables import TABLE_FORMATS

FORMATS = tuple(suffix.removeprefix(".") for suffix in TABLE_FORMATS)
"""What `--format` may ask for, beside text and JSON."""


def write_table(table: Table, target: Path | None, form: str, words: Translator) -> None:
    """Write a table as `form` says; as the suffix of `target` says when it says nothing.

    Raises:
        ClasseurError: the suffix is none of ours, or the file cannot be written.
    """
    suffix = format_of(target.name, TABLE_FORMATS, words) if target and form == "text" else f".{form}"
    content = TABLE_FORMATS[suffix](table)
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    put_file(target, content, words)
    count = words.count("{n} line", "{n} lines", len(table.rows))
    click.echo(words("{path}: {count}, as on {day}.", path=target, count=count, day=words.date(table.as_of)))
