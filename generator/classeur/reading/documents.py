"""One text file to one document."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import PurePosixPath

from classeur.model.documents import Document, Header, ProcessHeader
from classeur.model.findings import Fault, Location
from classeur.model.organisation import PROCESS_KIND
from classeur.reading.typed import TypedCodes, as_model
from classeur.reading.yaml_text import Typed, YamlCodes, read_yaml

YAML_CODES = YamlCodes(unreadable="FM007", duplicate_key="FM006", too_large="FM012")
CODES = TypedCodes(
    missing="FM001",
    unknown_key="FM002",
    version="FM003",
    date="FM004",
    shape="FM009",
    choice="FM010",
    reference="FM011",
    number="FM009",
)
STATE_KEYS = frozenset({"status", "state", "statut", "etat", "état"})


def read_document(path: PurePosixPath, text: str) -> tuple[Document | None, list[Fault]]:
    """The document of a text file, None when it cannot be identified; and what is wrong with its front matter.

    A text that this process read before gives the same document, with what was found in it since.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    known = _READ.get(path)
    if known is None or known[0] != digest:
        if len(_READ) >= _MOST_READ:
            _READ.clear()
        known = _READ[path] = digest, *_read(path, text)
    return known[1], list(known[2])


_READ: dict[PurePosixPath, tuple[bytes, Document | None, list[Fault]]] = {}
"""What was read last at each place: a program that lives reads the same texts at each save."""
_MOST_READ = 20_000


def _read(path: PurePosixPath, text: str) -> tuple[Document | None, list[Fault]]:
    text = unicodedata.normalize("NFC", text)
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    if end is None:
        return None, [Fault(Location(path), "FM008", {"name": path.name})]
    typed, faults = read_yaml(path, "\n".join(lines[1:end]), YAML_CODES, first_line=2)
    if typed is None:
        return None, faults
    if not isinstance(typed.value, dict | None):
        return None, [*faults, Fault(Location(path, 2), YAML_CODES.unreadable)]
    typed.places[()] = Location(path)
    model = ProcessHeader if _kind(typed) == PROCESS_KIND else Header
    header, wrong = as_model(model, typed, CODES)
    reference = header.reference if header else _typed_reference(typed)
    faults = [_told(fault, reference) for fault in (*faults, *wrong)]
    if header is None:
        return None, faults
    refused = frozenset(fault.values.get("field", "").split(".")[0] for fault in wrong)
    body = "\n".join(lines[end + 1 :])
    return Document(header, body, path, end + 2, refused=refused, places=typed.places), faults


def _end_of_front_matter(lines: list[str]) -> int | None:
    if lines[0].rstrip() != "---":
        return None
    return next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)


def _kind(typed: Typed) -> str | None:
    return typed.value.get("kind") if isinstance(typed.value, dict) else None


def _typed_reference(typed: Typed) -> str | None:
    reference = typed.value.get("reference") if isinstance(typed.value, dict) else None
    return reference if isinstance(reference, str) else None


def _told(fault: Fault, reference: str | None) -> Fault:
    """A key that says a state has its own rule: states are computed, not typed."""
    is_state = fault.code == "FM002" and fault.values.get("field", "").lower() in STATE_KEYS
    return Fault(fault.where, "FM014" if is_state else fault.code, fault.values, reference)
