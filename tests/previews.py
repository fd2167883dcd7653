"""A preview that runs: a house, its server, and requests as a browser or a stranger makes them."""

from __future__ import annotations

import contextlib
import datetime as dt
import http.client
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from classeur.errors import ClasseurError
from classeur.model.journal import Assurance
from classeur.tasks.act import Who
from classeur.watch.preview_acts import Clerk
from classeur.watch.preview_pages import PreviewPages
from classeur.watch.preview_server import HOST, PreviewServer
from classeur.watch.preview_state import PreviewState
from classeur.watch.watching import Seen, Watching
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import TODAY

WORDS = translator("fr")


class Silent:
    """A terminal that nobody looks at."""

    def waiting(self) -> None: ...

    def refreshed(self, seen: Seen) -> None: ...

    def failed(self, error: Exception) -> None: ...

    def sends_no_events(self) -> None: ...

    def gone(self) -> None: ...

    def back(self) -> None: ...


@dataclass
class Answer:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    body: str

    def hidden(self, name: str) -> str:
        """The value of a hidden field of its form."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.body)
        assert found, self.body
        return found[1]


@dataclass
class Previewed:
    """A house under preview, and a browser's side of the talk."""

    root: Path
    site: Path
    server: PreviewServer
    state: PreviewState
    addresses: list[str] = field(default_factory=list)
    cookie: str = ""

    @property
    def host(self) -> str:
        return f"{HOST}:{self.server.server_port}"

    def enter(self) -> None:
        """Open the address of the terminal, and keep the cookie."""
        entered = self.get(self.server.new_address())
        self.cookie = entered.headers["Set-Cookie"].split(";")[0]

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, typed: Mapping[str, str], **headers: str) -> Answer:
        return self._ask("POST", path, urlencode(typed), {"Origin": f"http://{self.host}", **headers})

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> Answer:
        parts = urlsplit(path)
        line = http.client.HTTPConnection(HOST, self.server.server_port, timeout=30)
        sent = {"Host": self.host, "Cookie": self.cookie, **headers}
        line.request(method, parts.path + (f"?{parts.query}" if parts.query else ""), body, sent)
        got = line.getresponse()
        answer = Answer(got.status, dict(got.getheaders()), got.read().decode("utf-8", "replace"))
        line.close()
        return answer


@contextlib.contextmanager
def previewed(root: Path, person: str = "", is_watching: bool = False) -> Iterator[Previewed]:
    """A house under preview.

    Args:
        person: who acts; nobody when empty.
        is_watching: also build the site, and again at each save; else its folder is what the test puts there.
    """
    site = root / ".classeur" / "preview-site"
    site.mkdir(parents=True, exist_ok=True)

    def who(_: object) -> Who:
        if not person:
            raise ClasseurError(WORDS("Who are you?"), remedy=WORDS("Say it with --as PERSON."))
        return Who(person, Assurance.CLAIMED)

    state = PreviewState(Silent(), WORDS)
    clerk = Clerk(root, who, lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC), WORDS)
    addresses: list[str] = []
    server = PreviewServer(0, site, state, PreviewPages(site, state, clerk, WORDS), addresses.append)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    watching = Watching(root, site, lambda: TODAY, lambda: MkDocsEngine(root), WORDS, state, with_drafts=True)
    watcher = threading.Thread(target=watching.run)
    if is_watching:
        watcher.start()
        assert state.wait(0, 60)[0]
    try:
        yield Previewed(root, site, server, state, addresses)
    finally:
        watching.stop()
        if is_watching:
            watcher.join(60)
        server.shutdown()
        server.server_close()
        thread.join(10)
