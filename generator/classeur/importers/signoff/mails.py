"""An e-mail by which somebody says to have read: its subject says what, its sender who, its date when.

The body and the attachments are never read: they may hold anything.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path, PurePosixPath

from classeur.importers.signoff.lines import SignOffLine, SignOffRead
from classeur.model.confirmations import Means
from classeur.model.findings import Fault, Location
from classeur.reading.files import read_bytes

MAX_MAIL = 32 * 1024 * 1024
_MARK = re.compile(
    r"(?i)\b(?:lu et compris|read and understood)\s*:?\s+(\S+)\s+(\d+(?:\.\d+){0,2})\s+([0-9a-f]{12,64})\b"
)
_FORWARDED = re.compile(r"(?i)^\s*(?:re\s*:\s*)*(?:tr|fw|fwd)\s*:")
NOT_A_CONFIRMATION, ATTACHMENTS = "RD021", "RD020"


def read_mail(file: Path, local_day: Callable[[dt.datetime], dt.date]) -> SignOffRead:
    """The line that an e-mail's subject says. Never raises for what the file holds."""
    path = PurePosixPath(file.name)
    content, faults = read_bytes(file.parent, path, MAX_MAIL)
    if content is None:
        return SignOffRead(faults=tuple(faults))
    try:
        mail = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
        return _line(mail, Location(path), local_day)
    except (MessageError, ValueError, LookupError, TypeError, IndexError, AttributeError, RecursionError):
        return _refused(Location(path), "damaged-mail")  # the parser of the language raises on some broken headers


def _line(mail: EmailMessage, where: Location, local_day: Callable[[dt.datetime], dt.date]) -> SignOffRead:
    subject = " ".join(str(mail.get("Subject", "")).split())
    if _FORWARDED.match(subject):
        return _refused(where, "forwarded")
    said = _MARK.search(subject)
    if said is None:
        return _refused(where, "subject")
    if len(mail.get_all("From", [])) != 1:
        return _refused(where, "sender")
    _, address = parseaddr(str(mail["From"]))
    if "@" not in address:
        return _refused(where, "sender")
    try:
        sent = parsedate_to_datetime(str(mail.get("Date", "")))
    except ValueError:
        return _refused(where, "date")
    day = local_day(sent if sent.tzinfo else sent.replace(tzinfo=dt.UTC))
    line = SignOffLine(said[1], said[2], said[3], "", "", address, day, Means.EMAIL, where)
    count = sum(1 for part in mail.walk() if part.get_content_disposition() == "attachment" or part.get_filename())
    told = (Fault(where, ATTACHMENTS, {"count": str(count)}),) if count else ()
    return SignOffRead((line,), told)


def _refused(where: Location, trouble: str) -> SignOffRead:
    return SignOffRead(faults=(Fault(where, NOT_A_CONFIRMATION, {"trouble": trouble}),))
