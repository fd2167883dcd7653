"""A reference that departs from the way the organisation forms them."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.references import PROCESS_CODE
from classeur.rules.registry import Problem, at, rule

_PART = re.compile(r"\\?\{(\w+)(?::0?(\d{1,2}))?\\?\}")
"""A part of the pattern such as {kind} or {number:03}, as typed or escaped."""


@rule("FM017", "reference-off-pattern", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """References of another form than organisation.yml says; process sheets have their own (FM018)."""
    pattern = binder.organisation.reference_pattern
    codes = {kind.id: kind.code for kind in binder.organisation.kinds if kind.code}
    forms = {kind: _form(pattern, code) for kind, code in codes.items()}
    for document in binder.documents:
        form = forms.get(document.header.kind)
        if form and not document.is_process_sheet and not form.fullmatch(document.reference):
            example = _example(pattern, codes[document.header.kind], document)
            yield at(document.place("reference"), reference=document.reference, example=example)


def _form(pattern: str, code: str) -> re.Pattern[str]:
    """What the references of a kind look like. A part that we do not know may be anything."""
    known = {"kind": re.escape(code), "process": PROCESS_CODE.pattern}
    return re.compile(_PART.sub(lambda part: known.get(part[1]) or _other(part), re.escape(pattern)))


def _other(part: re.Match[str]) -> str:
    return rf"\d{{{part[2] or 1},}}" if part[1] == "number" else ".+"


def _example(pattern: str, code: str, document: Document) -> str:
    """A reference of that form for this document."""
    known = {"kind": code, "process": (*document.header.processes, "R1")[0]}
    return _PART.sub(lambda match: known.get(match[1], "1".zfill(int(match[2] or 1))), pattern)
