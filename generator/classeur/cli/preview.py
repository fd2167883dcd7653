"""`classeur preview`: the intranet with the texts being written, in the browser, again at each save."""

from __future__ import annotations

import signal
import threading
import webbrowser

import click

from classeur.cli.accounts import accounts
from classeur.cli.context import CLEAN, Session, shared_options
from classeur.cli.watch import Terminal
from classeur.errors import ClasseurError
from classeur.model.organisation import Organisation
from classeur.tasks.act import Who
from classeur.tasks.identity import identify
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.watch.preview_acts import Clerk
from classeur.watch.preview_pages import PreviewPages
from classeur.watch.preview_server import PreviewServer
from classeur.watch.preview_state import PreviewState
from classeur.watch.watching import Watching
from classeur.wording.translator import Translator
from classeur.writers.site.engine import MkDocsEngine

PORT = 8127
_SITE = "preview-site"


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "preview",
        help=words(
            "Show the intranet with the texts being written, on this computer only, again at each save.\n\n"
            "Example: classeur preview --as m.durand"
        ),
    )
    @click.option("--port", default=PORT, metavar=words("NUMBER"), help=words("Port of this computer; 0 for any."))
    @click.option("--no-browser", is_flag=True, help=words("Show the address without opening the browser."))
    @click.option(
        "--poll", is_flag=True, help=words("Look every second: for network drives, which tell nothing of what changes.")
    )
    @shared_options(words)
    def run(session: Session, port: int, no_browser: bool, poll: bool) -> int:
        root = session.root
        site = root / CACHE_FOLDER / _SITE

        def who(organisation: Organisation) -> Who:
            known = () if session.person else accounts(root)
            return identify(organisation, session.person, known, words)

        state = PreviewState(Terminal(root, "", words), words)
        pages = PreviewPages(site, state, Clerk(root, who, lambda: session.now, words), words)
        try:
            server = PreviewServer(port, site, state, pages, _tell)
        except (OSError, OverflowError) as error:
            raise ClasseurError(
                words("Port {port} of this computer cannot be used: {problem}.", port=port, problem=error),
                remedy=words("Close the other preview, or choose another port: --port 0 takes a free one."),
            ) from error
        threads = [
            threading.Thread(target=server.serve_forever, daemon=True),
            threading.Thread(target=_open, args=(state, server, no_browser), daemon=True),
        ]

        def begun() -> None:
            for thread in threads:
                thread.start()

        watching = Watching(
            root, site, lambda: session.today, lambda: MkDocsEngine(root, words), words, state, True, poll, begun
        )
        signal.signal(signal.SIGTERM, lambda *_: watching.stop())
        try:
            watching.run()
        except KeyboardInterrupt:
            watching.stop()
            click.echo(words("Stopped."))
        finally:
            if threads[0].is_alive():
                server.shutdown()
            server.server_close()
        return CLEAN

    def _tell(address: str) -> None:
        click.echo(words("Address of the preview, for one opening: {address}", address=address))

    def _open(state: PreviewState, server: PreviewServer, no_browser: bool) -> None:
        """Once there is something to see."""
        state.wait(0, threading.TIMEOUT_MAX)
        address = server.new_address()
        _tell(address)
        if not no_browser:
            webbrowser.open(address)

    return run
