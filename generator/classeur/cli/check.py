"""`classeur check`: what is wrong in the texts, at file:line:column, with a remedy."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from classeur.cli.context import CLEAN, FOUND, Session, output_format, print_json, shared_options
from classeur.cli.report import as_data, as_github, as_text, verdict
from classeur.errors import ClasseurError
from classeur.tasks.check import check
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "check", help=words("Check the texts and their circuit.\n\nExample: classeur check procedures/hygiene")
    )
    @click.argument("paths", nargs=-1, metavar=words("[PATH]..."))
    @output_format(words, "json", "github")
    @shared_options(words)
    def run(session: Session, paths: tuple[str, ...], form: str) -> int:
        root = session.root
        report = check(root, session.today).within(_relative(root, session.folder, path, words) for path in paths)
        if form == "json":
            print_json([as_data(finding, words.language) for finding in report.findings])
        elif form == "github":
            for finding in report.findings:
                click.echo(as_github(finding, words.language))
        else:
            for finding in report.findings:
                click.echo(as_text(finding, words))
            click.echo(verdict(report, words))
        return FOUND if report.has_errors else CLEAN

    return run


def _relative(root: Path, folder: Path, typed: str, words: Translator) -> PurePosixPath:
    for base in (folder.resolve(), root):
        path = Path(base, typed)
        if path.exists() or path.is_symlink():
            absolute = path.absolute() if path.is_symlink() else path.resolve()
            if absolute.is_relative_to(root):
                return PurePosixPath(absolute.relative_to(root).as_posix())
    raise ClasseurError(
        words("{path} is not in this quality system.", path=typed),
        remedy=words("Give a file or a folder of {folder}.", folder=root),
    )
