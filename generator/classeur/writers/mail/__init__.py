"""Where messages go: a folder of .eml files, or a mail server."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

_PATIENCE = 30.0


@dataclass(frozen=True)
class MailFolder:
    """A folder in which each message is a file that a mail program opens; the same name is written over."""

    folder: Path

    def send(self, name: str, message: EmailMessage) -> None:
        """Write one message."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{name}.eml").write_bytes(message.as_bytes())


@dataclass(frozen=True)
class MailServer:
    """A server, as `smtp://user:password@host:587` (STARTTLS) or `smtps://…` (TLS from the first byte)."""

    address: str

    def send(self, name: str, message: EmailMessage) -> None:
        """Send one message. A password never travels in clear: a server that offers no TLS is refused (OSError)."""
        parts = urlsplit(self.address)
        secure = ssl.create_default_context()
        host = parts.hostname or ""
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=_PATIENCE, context=secure)
        else:
            server = smtplib.SMTP(host, parts.port or 25, timeout=_PATIENCE)
        with server:
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=secure)
            elif parts.scheme != "smtps" and parts.username:
                raise OSError(f"{host}: STARTTLS?")
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
