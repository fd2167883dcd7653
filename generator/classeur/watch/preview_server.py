"""The preview's web server: this computer only, whoever holds the address that the terminal printed.

A page of another site that the same browser shows can neither read the drafts nor click: the address bears a token that
serves once and leaves a cookie that other sites never send; the name asked for must be this computer's; an act must
come from one of our own pages.
"""

from __future__ import annotations

import hmac
import json
import mimetypes
import secrets
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from classeur.watch.preview_pages import OWN, PreviewPages
from classeur.watch.preview_state import PreviewState

HOST = "127.0.0.1"
_COOKIE = "classeur-preview"
_MOST_BYTES = 64 * 1024
_BEAT = 15.0
"""Seconds between two signs of life to a page that waits for news."""

_PAUSE = 5.0
"""Seconds between two addresses shown in the terminal."""

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves a built site, with our own pages below `_apercu/`."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self, port: int, site: Path, state: PreviewState, pages: PreviewPages, tell_address: Callable[[str], None]
    ) -> None:
        """Take a port of this computer; 0 for any.

        Args:
            tell_address: given a new address when somebody came without one, for the person at the terminal.

        Raises:
            OSError: somebody has the port.
        """
        super().__init__((HOST, port), _Answer)
        self._tell_address, self._told_at = tell_address, -_PAUSE
        self.site, self.state, self.pages = site, state, pages
        self.cookie = secrets.token_urlsafe(24)
        self._tokens: set[str] = set()

    @property
    def names(self) -> frozenset[str]:
        """How a browser may name this computer."""
        return frozenset(f"{name}:{self.server_port}" for name in (HOST, "localhost"))

    def new_address(self) -> str:
        """An address that opens the preview, once."""
        token = secrets.token_urlsafe(24)
        self._tokens.add(token)
        return f"http://{HOST}:{self.server_port}/{OWN}/entrer?jeton={token}"

    def tell_new_address(self) -> None:
        """Show an address in the terminal, now and then at most: anybody on this computer may knock."""
        if time.monotonic() - self._told_at >= _PAUSE:
            self._told_at = time.monotonic()
            self._tokens.clear()
            self._tell_address(self.new_address())

    def redeem(self, token: str) -> bool:
        """Whether a token was given out and has not served; it has from now on."""
        known = next((each for each in self._tokens if hmac.compare_digest(each.encode(), token.encode())), None)
        self._tokens.discard(known or "")
        return known is not None


class _Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.0"
    server_version, sys_version = "classeur", ""

    def do_GET(self) -> None:
        """A page of the site, or one of ours."""
        asked = urlsplit(self.path)
        own = asked.path.removeprefix(f"/{OWN}/") if asked.path.startswith(f"/{OWN}/") else None
        query = {name: values[-1] for name, values in parse_qs(asked.query).items()}
        if self.headers.get("Host") not in self.server.names:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif own == "entrer":
            self._enter(query.get("jeton", ""))
        elif not self._is_known():
            self._refuse(HTTPStatus.FORBIDDEN)
        elif own is None:
            self._file(unquote(asked.path).lstrip("/") or "index.html")
        elif own == "nouvelles":
            self._news(int(query["depuis"]) if query.get("depuis", "").isdecimal() else 0)
        elif own == "etat":
            self._send(json.dumps(self.server.pages.state_of(query.get("page", ""))), "application/json")
        else:
            self._own(lambda: self.server.pages.get(own, query))

    def do_POST(self) -> None:
        """An act: only from one of our own pages."""
        own = urlsplit(self.path).path.removeprefix(f"/{OWN}/")
        length = self.headers.get("Content-Length", "")
        origin = urlsplit(self.headers.get("Origin") or "")
        if self.headers.get("Host") not in self.server.names:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif not self._is_known() or origin.scheme != "http" or origin.netloc != self.headers.get("Host"):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif not length.isdecimal() or int(length) > _MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            typed = parse_qs(self.rfile.read(int(length)).decode("utf-8", "replace"), keep_blank_values=True)
            self._own(lambda: self.server.pages.post(own, {name: values[-1] for name, values in typed.items()}))

    def log_message(self, format: str, *args: object) -> None:
        """The terminal tells of saves, not of requests."""

    def _is_known(self) -> bool:
        held = dict(pair.strip().partition("=")[::2] for pair in self.headers.get("Cookie", "").split(";"))
        return hmac.compare_digest(held.get(_COOKIE, "").encode(), self.server.cookie.encode())

    def _enter(self, token: str) -> None:
        if not self._is_known() and not self.server.redeem(token):
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Set-Cookie", f"{_COOKIE}={self.server.cookie}; HttpOnly; SameSite=Strict; Path=/")
        self.send_header("Location", "/")
        self._end(b"")

    def _refuse(self, status: HTTPStatus) -> None:
        if status is HTTPStatus.FORBIDDEN:
            self.server.tell_new_address()
        self._send(self.server.pages.refused(), "text/html", status)

    def _own(self, page: Callable[[], str | bytes | None]) -> None:
        made = page()
        if made is None:
            self._send(self.server.pages.missing(), "text/html", HTTPStatus.NOT_FOUND)
        elif isinstance(made, bytes):
            self._send(made, mimetypes.guess_type(self.path)[0] or "application/octet-stream")
        else:
            self._send(made, "text/html")

    def _file(self, name: str) -> None:
        """A file of the site; a folder answers with its index."""
        site = self.server.site.resolve()
        file = (site / name).resolve()
        if not file.is_relative_to(site):
            self._send(self.server.pages.missing(), "text/html", HTTPStatus.NOT_FOUND)
            return
        if file.is_dir() and not self.path.partition("?")[0].endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", quote(f"/{name}/"))
            self._end(b"")
            return
        file = file / "index.html" if file.is_dir() else file
        try:
            content = file.read_bytes()
        except OSError:
            self._send(self.server.pages.missing(), "text/html", HTTPStatus.NOT_FOUND)
            return
        if file.suffix == ".html":
            address = file.relative_to(site).as_posix()
            self._send(self.server.pages.with_overlay(content, address), "text/html")
        else:
            self._send(content, mimetypes.guess_type(file.name)[0] or "application/octet-stream")

    def _news(self, build: int) -> None:
        """Tell of each rebuild as it comes, until the page goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            while True:
                latest, changed = self.server.state.wait(build, _BEAT)
                told = (
                    f"data: {json.dumps({'build': latest, 'changed': sorted(changed)})}\n\n"
                    if latest > build
                    else ":\n\n"
                )
                build = latest
                self.wfile.write(told.encode())
                self.wfile.flush()
        except OSError:  # the page was left
            return

    def _send(self, content: str | bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        data = content.encode("utf-8") if isinstance(content, str) else content
        self.send_response(status)
        is_text = kind.startswith("text/") or kind.endswith(("json", "javascript"))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(data)))
        self._end(data)

    def _end(self, data: bytes) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
