"""`classeur import`: Word files into drafts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from classeur.cli.context import CLEAN, FOUND, Session, output_format, print_json, shared_options
from classeur.cli.report import as_data, as_text
from classeur.errors import ClasseurError
from classeur.wording.rule_pages import told
from classeur.wording.translator import Translator

if TYPE_CHECKING:
    from classeur.importers.word.report import Entry
    from classeur.tasks.import_word import ImportPlan

_MANY = 5
"""From how many files on the work is long enough to show how far it is."""


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "import",
        help=words(
            "Read Word files, or a whole folder of them, into drafts, with a report of what was read, guessed and lost."
        )
        + "\n\n"
        + words("Example: classeur import procedures-word/ -o procedures/a-relire --dry-run"),
    )
    @click.argument("files", nargs=-1, required=True, metavar=words("FILE..."))
    @click.option(
        "-o", "--output", "output", metavar=words("FOLDER"), help=words("The folder that receives the drafts.")
    )
    @click.option("--dry-run", is_flag=True, help=words("Show what would be written, and write nothing."))
    @click.option(
        "--replace",
        is_flag=True,
        help=words("Let an edited copy replace its text even though that text changed since the export."),
    )
    @output_format(words, "json")
    @shared_options(words)
    def run(
        session: Session, files: tuple[str, ...], output: str | None, dry_run: bool, replace: bool, form: str
    ) -> int:
        out = session.folder / output if output else None
        return _import([session.folder / file for file in files], session, words, out, dry_run, replace, form)

    return run


def _import(
    files: Sequence[Path],
    session: Session,
    words: Translator,
    out: Path | None,
    dry_run: bool,
    replace: bool,
    form: str,
) -> int:
    """Plan, write and tell."""
    from classeur.tasks.import_word import Wish, binder_of, carry_out, plan_import, word_files  # not for its help

    root = _house(session)
    wish = Wish(out or (root or session.folder) / "imports", is_asked=out is not None, replaces=replace)
    chosen = word_files(files, words)

    def progress(each: Sequence[Path]) -> Iterator[Path]:
        yield from _shown(each, words)

    plan = plan_import(chosen, wish, binder_of(root, session.today), root, words, progress)
    written = None if dry_run else carry_out(plan, words)
    if form == "json":
        print_json(_data(plan, written, words.language))
    else:
        _tell(plan, written, words)
    return CLEAN if plan.is_whole else FOUND


def _house(session: Session) -> Path | None:
    """The house around the present folder; None when there is none: drafts may be made before it exists."""
    try:
        return session.root
    except ClasseurError:
        if not session.folder.is_dir():
            raise
        return None


def _shown(files: Sequence[Path], words: Translator) -> Iterator[Path]:
    if len(files) < _MANY or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, words("Reading Word files"), console=Console(stderr=True), transient=True)


def _tell(plan: ImportPlan, written: Path | None, words: Translator) -> None:
    entries = plan.account.entries
    is_long = len(entries) >= _MANY
    for entry in entries:
        is_short = is_long and entry.is_whole
        codes = f"  {', '.join(dict.fromkeys(finding.code for finding in entry.findings))}" if is_short else ""
        click.echo(f"{click.style(entry.source, bold=True)} → {_made(entry, words)}{codes}")
        for finding in () if is_short else entry.findings:
            click.echo("  " + as_text(finding, words).replace("\n", "\n  "))
    if is_long:
        _tell_counts(plan, words)
    if written is None:
        click.echo(words("Nothing was written: this was a dry run."))
        return
    drafts = sum(entry.draft is not None for entry in plan.account.entries)
    click.echo(words.count("{n} draft", "{n} drafts", drafts) + " – " + words("report: {path}", path=written))


def _tell_counts(plan: ImportPlan, words: Translator) -> None:
    """For many files: how many are told of each thing, and which say the same; the report holds each in full."""
    files = Counter(code for entry in plan.account.entries for code in {finding.code for finding in entry.findings})
    titles = {f.code: told(f, words.language).title for entry in plan.account.entries for f in entry.findings}
    click.echo()
    for code, count in sorted(files.items(), key=lambda each: (-each[1], each[0])):
        click.echo(f"  {code}  {titles[code]:<52} {words.count('{n} file', '{n} files', count)}")
    for first, second, share in plan.account.alike(words):
        click.echo(f"  {first} ~ {second}  ({share})")
    click.echo(words("`classeur rule CODE` says what to do."))


def _made(entry: Entry, words: Translator) -> str:
    if entry.is_same:
        return words("says what its source says: no draft")
    if entry.draft is None:
        return words("not read")
    shown = f"{entry.written or '–'}  {entry.draft.reference}  {entry.draft.title}"
    if entry.comparison is not None:
        return f"{shown}  ({words.count('{n} change', '{n} changes', len(entry.comparison.changes))})"
    return shown


def _data(plan: ImportPlan, written: Path | None, language: str) -> dict[str, object]:
    entries = [
        {
            "source": entry.source,
            "draft": entry.written or None,
            "reference": entry.draft.reference if entry.draft else None,
            "title": entry.draft.title if entry.draft else None,
            "kind": entry.draft.kind if entry.draft else None,
            "values": [
                {"field": v.field, "value": v.value, "typed": v.typed, "origin": v.origin.value}
                for v in (entry.draft.values if entry.draft else ())
            ],
            "findings": [as_data(finding, language) for finding in entry.findings],
        }
        for entry in plan.account.entries
    ]
    sources = plan.account.new_sources
    alike = [{"first": sources[p.first], "second": sources[p.second], "share": p.share} for p in plan.account.twins]
    return {"files": entries, "alike": alike, "report": str(written) if written else None}
