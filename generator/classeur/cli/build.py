"""`classeur build`: the intranet, written into a folder."""

from __future__ import annotations

from pathlib import Path

import click

from classeur.cli.context import CLEAN, FOUND, Session, audience_option, output_format, print_json, shared_options
from classeur.cli.report import as_text, severity_counts
from classeur.model.findings import Severity
from classeur.views.public_site import SiteAudience
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command("build", help=words("Build the intranet.\n\nExample: classeur build --site-dir /media/usb/intranet"))
    @click.option(
        "--site-dir",
        metavar=words("FOLDER"),
        help=words("Where to write the site; by default `site`, or `site-public`."),
    )
    @click.option("--drafts", "with_drafts", is_flag=True, help=words("Also show working texts, to look at them only."))
    @click.option("--word", "with_word", is_flag=True, help=words("Also put a Word copy beside each document."))
    @click.option(
        "--engine",
        "engine_name",
        type=click.Choice(["mkdocs", "properdocs"]),
        default="mkdocs",
        help=words("What renders the pages: MkDocs, or ProperDocs where it is installed."),
    )
    @audience_option(words)
    @output_format(words, "json")
    @shared_options(words)
    def run(
        session: Session,
        site_dir: str | None,
        with_drafts: bool,
        with_word: bool,
        engine_name: str,
        audience: str,
        form: str,
    ) -> int:
        from classeur.tasks.build_site import SITE_FOLDERS, build_site  # heavy: no other command waits for it
        from classeur.writers.site.engine import ENGINES

        root, whom = session.root, SiteAudience(audience)
        if with_word and whom is SiteAudience.PUBLIC:
            raise click.UsageError(words("A public site shows no Word copy: take away --word, or --audience public."))
        target = Path(session.folder, site_dir) if site_dir else root / SITE_FOLDERS[whom]
        engine = ENGINES[engine_name](root, words)

        def waiting() -> None:
            click.echo(words("Another build of this folder is under way: waiting for it to end."), err=True)

        report = build_site(root, target, session.today, engine, words, with_drafts, whom, with_word, waiting)
        if with_word:
            from classeur.tasks.word_site import put_word_copies  # heavy: only for those who ask

            put_word_copies(root, target, session.today, engine.dialect, words)
        counts = severity_counts(report.findings)
        if form == "json":
            print_json({"home": str(report.home), "documents": report.documents, "errors": counts[Severity.ERROR]})
            return FOUND if report.has_errors else CLEAN
        for finding in report.findings:
            if finding.severity is Severity.ERROR:
                click.echo(as_text(finding, words), err=True)
        click.echo(words.count("{n} document on the site.", "{n} documents on the site.", report.documents))
        if not report.is_complete:
            click.echo(words("A released text could not be shown: run `classeur verify`."), err=True)
        if counts[Severity.WARNING]:
            click.echo(
                words.count(
                    "{n} warning: see `classeur check`.",
                    "{n} warnings: see `classeur check`.",
                    counts[Severity.WARNING],
                )
            )
        click.echo(words("Home page: {address}", address=report.home.as_uri()))
        return FOUND if report.has_errors else CLEAN

    return run
