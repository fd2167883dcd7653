"""A document: what a writer types at the top, the text below, and what hangs on it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, Field, field_validator

from classeur.model.findings import Location
from classeur.model.organisation import PROCESS_KIND
from classeur.model.outline import Outline, outline
from classeur.model.processes import Family
from classeur.model.typed import (
    Choice,
    Day,
    FlowEnd,
    People,
    ReferenceText,
    Text,
    TextList,
    TypedModel,
    VersionText,
    Whole,
    YesNo,
)
from classeur.model.versions import ChangeClass, Version

_Answer = TypeVar("_Answer")
_Given = TypeVar("_Given")


class Reading(StrEnum):
    """Whether the audience is asked to confirm its reading."""

    REQUIRED = "required"
    INFORMATION = "information"


class Audience(TypedModel):
    """Who is concerned: people holding any of these roles and in any of these units; None means all of them."""

    roles: TextList | None = None
    units: TextList | None = None

    @property
    def is_everyone(self) -> bool:
        """Whether nobody is left out."""
        return self.roles is None and self.units is None


class Header(TypedModel):
    """What a writer types at the top of a document (design §11). An empty value means absent.

    Only the four values that identify a document are required here; what else is missing is a fault
    found by a rule, so that one forgotten line does not make a page disappear.
    """

    reference: ReferenceText
    title: Text
    kind: Text
    version: VersionText
    change: Choice[ChangeClass] | None = None
    summary: Text = ""
    owner: Text = ""
    processes: TextList = ()
    audience: Audience | None = None
    writer: People = ()
    validator: People = ()
    approver: People = ()
    effective_from: Day | None = None
    review_date: Day | None = None
    reading: Choice[Reading] = Reading.REQUIRED
    reread: TextList = ()
    cites: TextList = ()
    keywords: TextList = ()
    synonyms: TextList = ()
    contributors: TextList = ()
    consulted: Mapping[str, Day] = Field(default_factory=dict)
    confidential: YesNo = False
    cumul_reason: Text = ""
    urgent: YesNo = False
    until: Day | None = None
    supersedes: TextList = ()

    @field_validator("audience", mode="before")
    @classmethod
    def _everyone(cls, typed: Any) -> Any:
        return {} if typed == "all" else typed


class ProcessHeader(Header):
    """The front matter of a process sheet: a document's, and what places it on the map."""

    code: Text = ""
    family: Choice[Family] | None = None
    pilot: Text = ""
    deputy: Text = ""
    purpose: Text = ""
    order: Whole = 0
    customers: TextList = ()
    inputs: tuple[FlowEnd, ...] = ()
    outputs: tuple[FlowEnd, ...] = ()
    risks: TextList = ()
    resources: TextList = ()


REQUIRED_ALWAYS = ("reference", "title", "kind", "version", "change", "summary", "owner", "audience", "writer")
OUTSIDE_THE_DIGEST = frozenset({"keywords", "synonyms", "owner"})
"""What may change after approval without touching what was approved (design §5)."""


@dataclass(frozen=True, order=True)
class Attachment:
    """A picture or a file that the text shows or links to, by its path in the house and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Document:
    """A working text of the house, with the place of every value that was typed.

    Attributes:
        body: the text below the front matter, canonical (LF, NFC, see `canonical_text`).
        path: where it was read, relative to the house; never its identity.
        body_line: the line of the file at which the body starts, counted from 1.
        refused: the front-matter keys whose typed value was wrong, and told as such.
    """

    header: Header
    body: str
    path: PurePosixPath
    body_line: int = 1
    attachments: tuple[Attachment, ...] = ()
    refused: frozenset[str] = frozenset()
    places: Mapping[tuple[str | int, ...], Location] = field(default_factory=dict, compare=False, repr=False)

    @property
    def reference(self) -> str:
        """The document's identity."""
        return self.header.reference

    @property
    def version(self) -> Version:
        """The version being written."""
        return self.header.version

    @property
    def is_process_sheet(self) -> bool:
        """Whether it describes a process."""
        return self.header.kind == PROCESS_KIND

    def place(self, *field_path: str | int) -> Location:
        """Where the person typed this value; the nearest enclosing one, or the file's first line."""
        while field_path and field_path not in self.places:
            field_path = field_path[:-1]
        return self.places.get(field_path, Location(self.path))

    def in_body(self, line: int, column: int = 1) -> Location:
        """The place in the file of a line of the body (the body's first line is 1)."""
        return Location(self.path, self.body_line + line - 1, column)

    @cached_property
    def outline(self) -> Outline:
        """Headings, links, pictures, fences and words of the body, with their lines."""
        return outline(self.body)

    @cached_property
    def digest(self) -> str:
        """The approval digest, which signatures bind to: SHA-256 in hexadecimal (design §5)."""
        return approval_digest(self.header, self.body, self.attachments)

    def placed(self, path: PurePosixPath, attachments: tuple[Attachment, ...]) -> Document:
        """The same text at another place, or with its files; asked again, the very same, with what was found in it."""
        return self.answer("placed", _placed, (path, attachments))

    def answer(self, question: str, find: Callable[[Document, _Given], _Answer], given: _Given) -> _Answer:
        """What only this text and `given` decide: found once, as long as `given` stays equal."""
        known = self._answers.get(question)
        if known is None or known[0] != given:
            known = self._answers[question] = given, find(self, given)
        answer: _Answer = known[1]
        return answer

    @cached_property
    def _answers(self) -> dict[str, tuple[object, Any]]:
        return {}

    def digest_as(self, reference: str) -> str:
        """The digest that the same text had under another reference, before it was renumbered."""
        return approval_digest(self.header.model_copy(update={"reference": reference}), self.body, self.attachments)


def _placed(document: Document, given: tuple[PurePosixPath, tuple[Attachment, ...]]) -> Document:
    path, attachments = given
    return replace(document, path=path, attachments=attachments)


def canonical_text(text: str) -> str:
    """The text as it is compared and kept: no BOM, LF, NFC, one final newline, no trailing space.

    A line that ends in two spaces or more keeps exactly two: in Markdown they are a line break.
    """
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff")).replace("\r\n", "\n").replace("\r", "\n")
    if " \n" in text or "\t\n" in text or text.endswith((" ", "\t")):
        text = "\n".join(_trimmed(line) for line in text.split("\n"))
    return text.strip("\n") + "\n"


def approval_digest(header: Header, body: str, attachments: tuple[Attachment, ...]) -> str:
    """SHA-256 over length-prefixed parts: approval fields in their order, body, each attachment's name and hash."""
    parts = [_header_part(header), canonical_text(body)]
    for attachment in sorted(attachments):
        parts += [attachment.name, attachment.sha256]
    seal = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass")
        seal.update(f"{len(content)}:".encode())
        seal.update(content)
    return seal.hexdigest()


def _header_part(header: Header) -> str:
    fields = [
        [name, _plain(getattr(header, name))] for name in type(header).model_fields if name not in OUTSIDE_THE_DIGEST
    ]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case bool() | int() | None:
            return value
        case Version() | dt.date():
            return str(value)
        case tuple():
            return [_plain(item) for item in value]
        case BaseModel():
            return [[name, _plain(getattr(value, name))] for name in type(value).model_fields]
        case _:
            return sorted([_plain(key), _plain(item)] for key, item in value.items())


def _trimmed(line: str) -> str:
    bare = line.rstrip(" \t")
    return bare + "  " if bare and line.endswith("  ") else bare
