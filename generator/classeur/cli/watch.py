"""`classeur watch`: what is saved is checked, rebuilt and seen."""

from __future__ import annotations

import signal
import traceback
from pathlib import Path

import click

from classeur.cli.context import CLEAN, Session, shared_options
from classeur.cli.report import as_text, counted
from classeur.errors import ClasseurError
from classeur.tasks.build_site import SITE_FOLDERS
from classeur.views.public_site import SiteAudience
from classeur.watch.watching import Seen, Watching
from classeur.wording.translator import Translator
from classeur.writers.site.engine import MkDocsEngine

_MOST_TOLD = 12
"""Findings printed at each save; the others are counted."""


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "watch",
        help=words(
            "Check the texts and rebuild the intranet at each save, until Ctrl+C.\n\nExample: classeur watch --poll"
        ),
    )
    @click.option("--site-dir", metavar=words("FOLDER"), help=words("Where to write the site; by default `site`."))
    @click.option("--drafts", "with_drafts", is_flag=True, help=words("Also show working texts, to look at them only."))
    @click.option(
        "--poll", is_flag=True, help=words("Look every second: for network drives, which tell nothing of what changes.")
    )
    @shared_options(words)
    def run(session: Session, site_dir: str | None, with_drafts: bool, poll: bool) -> int:
        root = session.root
        target = Path(session.folder, site_dir) if site_dir else root / SITE_FOLDERS[SiteAudience.INTERNAL]
        terminal = Terminal(root, (target.resolve() / "index.html").as_uri(), words)
        watching = Watching(
            root,
            target.resolve(),
            lambda: session.today,
            lambda: MkDocsEngine(root, words),
            words,
            terminal,
            with_drafts,
            poll,
        )
        signal.signal(signal.SIGTERM, lambda *_: watching.stop())
        try:
            watching.run()
        except KeyboardInterrupt:
            watching.stop()
            click.echo(words("Stopped: the site stays as it is."))
        return CLEAN

    return run


class Terminal:
    """Tells a terminal what happens."""

    def __init__(self, root: Path, home: str, words: Translator) -> None:
        """Tell of a house; `home` is the address of the site's home page, empty when somebody else tells it."""
        self._root, self._home, self._words = root, home, words

    def waiting(self) -> None:
        """Somebody else builds this folder."""
        click.echo(self._words("Another build of this folder is under way: waiting for it to end."))

    def refreshed(self, seen: Seen) -> None:
        """The text saved, what is wrong with it, then the state of the whole."""
        words, result = self._words, seen.result
        if not seen.is_start:
            click.echo()
            click.secho(_saved(seen.saved, words), bold=True)
        first = seen.first or result.hold
        for finding in first[:_MOST_TOLD]:
            click.echo(as_text(finding, words))
        if len(first) > _MOST_TOLD:
            click.echo(words("And {n} more: see `classeur check`.", n=len(first) - _MOST_TOLD))
        click.echo(words("{counted} in the whole folder.", counted=counted(result.found, words)))
        if not result.is_in_place:
            self._not_in_place()
        elif seen.is_start or result.changed:
            took = words.number(round(seen.seconds, 1))
            click.echo(words("Up to date in {seconds} s. {address}", seconds=took, address=self._home))
        else:
            click.echo(words("Nothing changes on the intranet: it shows what is in force."))
        if seen.is_start:
            click.echo(words("{folder} is being watched. Ctrl+C to stop.", folder=self._root))

    def failed(self, error: Exception) -> None:
        """What prevents the build, and what to do; a fault of ours with its lines."""
        words = self._words
        if isinstance(error, ClasseurError):
            click.echo(f"classeur: {error}\n    {words('What to do:')} {error.remedy}", err=True)
        else:
            traceback.print_exception(error)
            click.echo(
                words("This is a fault of classeur, not of your texts: please report the lines above."), err=True
            )
        self._not_in_place()

    def sends_no_events(self) -> None:
        """Looked at every second instead."""
        click.echo(self._words("The system sends no events for this folder: it is looked at every second."))

    def gone(self) -> None:
        """The share has gone."""
        words = self._words
        click.secho(words("{folder} cannot be reached: waiting for it to come back.", folder=self._root), fg="red")

    def back(self) -> None:
        """It is there again."""
        click.echo(self._words("{folder} is there again.", folder=self._root))

    def _not_in_place(self) -> None:
        click.secho(self._words("The intranet still shows its last good state: correct this first."), fg="red")


def _saved(saved: frozenset[str], words: Translator) -> str:
    names = sorted(saved)
    if not names:
        return words("Another day has begun.")
    if len(names) > 3:
        return words("Changed: {names} and {n} more", names=", ".join(names[:3]), n=len(names) - 3)
    return words("Changed: {names}", names=", ".join(names))
