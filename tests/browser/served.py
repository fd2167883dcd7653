"""A site given over HTTP under the policy that the documentation tells people to set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

SERVING = Path(__file__).parents[2] / "generator" / "docs" / "serving.md"
_POLICY = re.compile(r"^Content-Security-Policy: (.+)$", re.M)


def policy() -> str:
    """The policy written in the documentation."""
    told = _POLICY.search(SERVING.read_text("utf-8"))
    assert told, f"{SERVING.name} tells no Content-Security-Policy"
    return told[1]


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site, while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
