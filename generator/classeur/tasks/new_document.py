"""A fresh text: the next free reference, commented front matter, guiding sentences."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.binder import Binder
from classeur.model.front_matter import TypedLine, front_matter, quoted
from classeur.model.organisation import PROCESS_KIND, Kind, Step
from classeur.model.outline import slug
from classeur.model.processes import FAMILY_LETTERS
from classeur.model.references import folded, is_reference, is_reserved_name
from classeur.model.summaries import CREATION
from classeur.model.template_text import body
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator

_FOLDERS = {"MQ": "manual", "PQ": "manual", "CH": "manual", "FP": "processes"}
_NUMBER = re.compile(r"\{number(?::0?(\d+))?\}")


@dataclass(frozen=True)
class NewDocument:
    """What will be written, and where."""

    path: PurePosixPath
    reference: str
    text: str


@dataclass(frozen=True)
class Wish:
    """What the person asked for."""

    kind: str
    title: str
    process: str = ""
    reference: str = ""
    folder: str = ""
    writer: str = ""


def plan_new(binder: Binder, wish: Wish, words: Translator) -> NewDocument:
    """The fresh text of a kind; pure.

    Raises:
        ClasseurError: the kind or the process is unknown, or the reference is taken or malformed.
    """
    kind = _kind(binder, wish.kind, words)
    process = wish.process.upper()
    if process and process not in binder.process and kind.id != PROCESS_KIND:
        raise ClasseurError(
            words("No process has the code {code}.", code=process),
            remedy=words("Known processes: {codes}.", codes=", ".join(sorted(binder.process)) or "–"),
        )
    reference = wish.reference or next_reference(binder, kind, process, words)
    _free(binder, reference, words)
    path = _path(binder, kind, wish, reference)
    return NewDocument(path, reference, _front_matter(binder, kind, wish, reference, process) + "\n" + body(kind.code))


def write_new(root: Path, document: NewDocument, words: Translator) -> Path:
    """Write the fresh text; an existing file is never replaced.

    Raises:
        ClasseurError: a file of that name exists, or the folder cannot be written.
    """
    target = root / document.path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "x", encoding="utf-8", newline="\n") as file:
            file.write(document.text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise ClasseurError(
            words("{path} exists already: nothing was written.", path=document.path),
            remedy=words("Give another title, or another folder with --folder."),
        ) from None
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be written: {problem}.", path=document.path, problem=disk_trouble(error, words)),
            remedy=words("Choose another folder, free some space, or ask for the right to write there."),
        ) from error
    return target


def next_reference(binder: Binder, kind: Kind, process: str, words: Translator) -> str:
    """The next free reference of a kind, by the organisation's pattern; a number once used is never used again.

    Raises:
        ClasseurError: the pattern asks for a process and none was named.
    """
    if kind.id == PROCESS_KIND:
        return f"{kind.code or 'FP'}-{process or _next_code(binder)}"
    pattern = binder.organisation.reference_pattern
    if "{process}" in pattern and not process:
        if len(binder.process) > 1:
            raise ClasseurError(
                words("The reference needs a process."),
                remedy=words("Name it with --process, one of: {codes}.", codes=", ".join(sorted(binder.process))),
            )
        process = next(iter(binder.process), "M1")
    used = {folded(reference) for reference in _used(binder)}
    for number in range(1, 100_000):
        candidate = _NUMBER.sub(lambda m, n=number: str(n).zfill(int(m[1] or 0)), pattern)  # type: ignore[misc]
        candidate = candidate.replace("{kind}", kind.code).replace("{process}", process)
        if folded(candidate) not in used:
            return candidate
        if not _NUMBER.search(pattern):
            break
    raise ClasseurError(
        words("The pattern {pattern} has no free number left.", pattern=pattern),
        remedy=words("Give the reference yourself with --reference, or correct reference_pattern in organisation.yml."),
    )


def _used(binder: Binder) -> Iterable[str]:
    for document in binder.documents:
        yield document.reference
        yield from document.header.supersedes


def _kind(binder: Binder, typed: str, words: Translator) -> Kind:
    kinds = binder.organisation.kinds
    for kind in kinds:
        if folded(typed) in (folded(kind.id), folded(kind.code), folded(kind.title)):
            return kind
    if typed == PROCESS_KIND:
        return Kind(id=PROCESS_KIND, code="FP", title="")
    raise ClasseurError(
        words("No kind of document is called {kind}.", kind=typed),
        remedy=words("Kinds of this house: {kinds}.", kinds=", ".join(kind.id for kind in kinds) or "–"),
    )


def _free(binder: Binder, reference: str, words: Translator) -> None:
    if not is_reference(reference):
        raise ClasseurError(
            words("{reference} cannot be a reference.", reference=reference),
            remedy=words("Use letters, digits and dashes, such as PR-R2-012."),
        )
    for taken in _used(binder):
        if folded(taken) == folded(reference):
            raise ClasseurError(
                words("The reference {reference} is taken.", reference=taken),
                remedy=words("Leave --reference out: the next free one is proposed."),
            )


def _path(binder: Binder, kind: Kind, wish: Wish, reference: str) -> PurePosixPath:
    top = _FOLDERS.get(kind.code, "procedures")
    inner = [slug(part) for part in PurePosixPath(wish.folder.replace("\\", "/")).parts if slug(part)]
    if inner and inner[0] in ("manual", "procedures", "processes"):
        top, inner = inner[0], inner[1:]
    name = slug(wish.title)[:60].strip("-") or slug(reference)
    if kind.id == PROCESS_KIND:
        name = f"{reference.rpartition('-')[2]}-{name}"
    elif is_reserved_name(name):
        name = f"{slug(reference)}-{name}"
    return PurePosixPath(top, *inner, f"{name}.md")


def _next_code(binder: Binder) -> str:
    numbers = [int(code[1:]) for code in binder.process if code.startswith("R") and code[1:].isdecimal()]
    return f"R{max(numbers, default=0) + 1}"


def _front_matter(binder: Binder, kind: Kind, wish: Wish, reference: str, process: str) -> str:
    writer = wish.writer or _first_who_may(binder, Step.WRITE, ())
    signers = _signers(binder, kind, writer)
    lines = [
        ("reference", reference, "l'identité du texte : ne change plus, ne sert plus jamais à un autre"),
        ("title", quoted(wish.title), ""),
        ("kind", kind.id, "un genre de manual/organisation.yml"),
        ("version", "1.0", "2.0 : majeure ; 2.1 : mineure ; 2.1.1 : rédactionnelle"),
        ("change", "major", "major (à relire par tous), minor (information), editorial (correction de forme)"),
        ("summary", CREATION, "ce qui change pour vous, en une phrase"),
        ("owner", writer, "qui tient ce texte à jour"),
        ("processes", f"[{process}]" if process else "[]", "les processus concernés"),
        ("audience", "all", "all, ou {roles: [...], units: [...]}"),
        ("writer", writer, "qui rédige"),
    ]
    lines += [(key, person, "qui relit" if key == "validator" else "qui approuve") for key, person in signers]
    lines += [("keywords", "[]", ""), ("synonyms", "[]", "les autres mots que l'équipe emploie, pour la recherche")]
    if kind.id == PROCESS_KIND:
        code = reference.rpartition("-")[2]
        family = next((f.value for f, letter in FAMILY_LETTERS.items() if code.startswith(letter)), "core")
        lines += [
            ("code", code, "M : management, R : réalisation, S : support"),
            ("family", family, "management, core (réalisation) ou support"),
            ("pilot", writer, "qui pilote le processus"),
            ("purpose", "", "à quoi sert ce processus, en une phrase"),
            ("inputs", "[]", "[{what: demande, from: Patients}]"),
            ("outputs", "[]", "[{what: rendez-vous, to: Patients}]"),
        ]
        lines = [(key, f"[{code}]" if key == "processes" else value, said) for key, value, said in lines]
    return front_matter([TypedLine(*line) for line in lines])


def _signers(binder: Binder, kind: Kind, writer: str) -> list[tuple[str, str]]:
    """Who would validate and approve: three different people where the house has them; few may approve, so first."""
    approver = _first_who_may(binder, Step.APPROVE, (writer,)) if kind.circuit.approval else ""
    validator = _first_who_may(binder, Step.VALIDATE, (writer, approver)) if kind.circuit.validation else ""
    return [(key, person) for key, person in (("validator", validator), ("approver", approver)) if person]


def _first_who_may(binder: Binder, step: Step, already: Iterable[str]) -> str:
    """Somebody present who may take the step, if possible not one who is named already."""
    able = [p.id for p in binder.organisation.people if binder.organisation.may(p.id, step, binder.today)]
    return next((person for person in able if person not in already), able[0] if able else "")
