"""The examples of a rule's page, as houses that can be checked.

A fence is a file: ```document [path [encoding]]``` (fields, then optionally a line `---` and a body; a text that begins
with `---` is a whole file), ```passage [path] [repeat=N]``` (a text below the good body; fields and a line `---` may
come first), ```process```, ```indicators```, ```organisation``` (sections that replace those of the good house),
```glossary```, ```waivers```, ```file path [cp1252|utf-16|nul|folder|symlink|fifo|repeat=N]```; a space in a path is a
no-break one. ```sheet path [merge=B2:B3] [hidden=NAME] [formula=D2]``` is a workbook, its cells typed with semicolons.
Fences that follow each other are one house. A second process comes with its indicators and a document of its own.
`# constat: XX001` at the end of a line promises a finding there; `# constat du fichier: XX001` one on the first line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from classeur.model.binder import Binder
from classeur.model.findings import Fault, Finding
from classeur.reading.folder import read_folder
from classeur.rules.registry import Rule, run
from classeur.wording.rule_pages import page_of
from tests.houses import (
    BODY,
    FIELDS,
    INDICATORS,
    ORGANISATION,
    PROCESS_BODY,
    PROCESS_FIELDS,
    TODAY,
    front_matter,
    house_files,
)
from tests.workbooks import a_workbook

_PARTS = "(?:Pourquoi|Signalé|Accepté)"
SECTION = re.compile(rf"^## ({_PARTS}[^\n]*)\n(.*?)(?=^## {_PARTS}|\Z)", re.S | re.M)
FENCE = re.compile(r"^```(\w+)([^\n`]*)\n(.*?)^```$", re.S | re.M)
HEAD_AND_PASSAGE = re.compile(r"(?:((?:\w+:.*\n)+)---\n)?(.*)", re.S)
PROMISE = re.compile(r"[ \t]*(?:<!--[ \t]*)?# constat( du fichier)?: ((?:[A-Z]{2}\d{3}(?:, )?)+)(?:[ \t]*-->)?[ \t]*$")


@dataclass
class Example:
    """One house, and the findings that the page promises: (path, line, code)."""

    section: str
    files: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    promised: set[tuple[str, int, str]] = field(default_factory=set)
    around: dict[str, str] = field(default_factory=dict)

    def write(self, root: Path) -> Path:
        """Write the house under a folder."""
        for name, text in {**house_files(), **self.around, **self.files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, text, self.made.get(name, ""))
        return root


@dataclass(frozen=True)
class Ran:
    """An example, the house that it makes, and what was found there."""

    example: Example
    binder: Binder
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]


@cache  # several tests look at the same houses, and nobody changes them
def ran(rule: Rule) -> tuple[Ran, ...]:
    """Every example of a rule's page, run once."""
    houses = []
    for example in examples(page_of(rule).body):
        with TemporaryDirectory() as folder:
            binder, faults = read_folder(example.write(Path(folder)), TODAY)
        houses.append(Ran(example, binder, tuple(faults), run(binder, faults)))
    return tuple(houses)


def examples(body: str) -> list[Example]:
    """The examples of a page's body."""
    found: list[Example] = []
    for section, text in SECTION.findall(body):
        if section.startswith(("Signalé", "Accepté")):
            found += _examples_of(section, text)
    return found


def _examples_of(section: str, text: str) -> list[Example]:
    found: list[Example] = []
    end = None
    for fence in FENCE.finditer(text):
        if fence[1] not in _MAKERS:
            end = None
            continue
        if end is None or text[end : fence.start()].strip():
            found.append(Example(section))
        end = fence.end()
        words = [word for word in fence[2].split(" ") if word]  # a no-break space is part of a path
        _MAKERS[fence[1]](found[-1], words, fence[3])
    return found


def _add(example: Example, name: str, text: str, made: str = "") -> None:
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := PROMISE.search(line):
            example.promised |= {(name, 1 if match[1] else number, code) for code in match[2].split(", ")}
            line = line[: match.start()]
        lines.append(line)
    example.files[name] = "\n".join(lines)
    example.made[name] = made


def _document(example: Example, words: list[str], text: str) -> None:
    name, fields = _next_document(example, words)
    _add(example, name, _whole(text, fields, BODY), " ".join(words[1:]))


def _passage(example: Example, words: list[str], text: str) -> None:
    times = next((int(word.removeprefix("repeat=")) for word in words if word.startswith("repeat=")), 1)
    name, fields = _next_document(example, [word for word in words if not word.startswith("repeat=")])
    head, text = HEAD_AND_PASSAGE.match(text).groups("")  # type: ignore[union-attr]
    _add(example, name, front_matter(head, fields) + BODY + "\n" + text * times)


def _next_document(example: Example, words: list[str]) -> tuple[str, Mapping[str, str]]:
    number = sum(name.startswith("procedures/") and name.endswith(".md") for name in example.files) + 1
    default = "procedures/accueil.md" if number == 1 else f"procedures/exemple-{number}.md"
    fields = FIELDS if number == 1 else {**FIELDS, "reference": f"PR-R1-{number:03}"}
    return _path(words, default), fields


def _process(example: Example, words: list[str], text: str) -> None:
    number = sum(name.startswith("processes/") and name.endswith(".md") for name in example.files) + 1
    default = "processes/R1-accueillir.md" if number == 1 else f"processes/R{number}-exemple.md"
    fields = PROCESS_FIELDS
    if number > 1:
        shown = re.search(r"^code: (\w+)", text, re.M)
        code = shown[1] if shown else f"R{number}"
        fields = {**PROCESS_FIELDS, "reference": f"FP-{code}", "code": code, "processes": f"[{code}]"}
        _surround(example, code)
    _add(example, _path(words, default), _whole(text, fields, PROCESS_BODY), " ".join(words[1:]))


def _surround(example: Example, code: str) -> None:
    """What another process needs to be without a fault: indicators, and a document."""
    if code == PROCESS_FIELDS["code"]:
        return
    fields = {**FIELDS, "reference": f"PR-{code}-001", "title": f"Un texte de {code}", "processes": f"[{code}]"}
    example.around[f"processes/{code}-indicators.yml"] = INDICATORS.replace("R1-", f"{code}-")
    example.around[f"procedures/autour-de-{code.lower()}.md"] = front_matter("", fields) + BODY


def _path(words: list[str], default: str) -> str:
    """The path shown after the fence's name, where a space is typed as a no-break one."""
    return words[0].replace("\u00a0", " ") if words else default


def _whole(text: str, fields: Mapping[str, str], body: str) -> str:
    if text.startswith("---"):
        return text
    head, separator, below = text.partition("---\n")
    return front_matter(head, fields) + (below if separator else body)


def _organisation(example: Example, words: list[str], text: str) -> None:
    bare = "\n".join(PROMISE.sub("", line) for line in text.split("\n"))
    try:
        shown = set(yaml.safe_load(bare) or ())
    except (yaml.YAMLError, TypeError):
        _add(example, "manual/organisation.yml", text)
        return
    rest = "".join(section for name, section in ORGANISATION.items() if name not in shown)
    whole = "whole" in words
    _add(example, "manual/organisation.yml", text if whole else text + rest)


def _file(example: Example, words: list[str], text: str) -> None:
    _add(example, _path(words, ""), text, " ".join(words[1:]))


def _sheet(example: Example, words: list[str], text: str) -> None:
    _add(example, _path(words, ""), text, "sheet " + " ".join(words[1:]))


_MAKERS = {
    "document": _document,
    "passage": _passage,
    "process": _process,
    "organisation": _organisation,
    "indicators": lambda example, words, text: _add(
        example, words[0] if words else "processes/R1-indicators.yml", text
    ),
    "glossary": lambda example, words, text: _add(example, "manual/glossary.yml", text),
    "waivers": lambda example, words, text: _add(example, "manual/waivers.yml", text),
    "file": _file,
    "sheet": _sheet,
}


def _write(path: Path, text: str, made: str) -> None:
    if made == "folder":
        path.mkdir(exist_ok=True)
    elif made == "fifo":
        os.mkfifo(path)
    elif made == "symlink":
        path.symlink_to(text.strip())
    elif made.startswith("sheet"):
        path.write_bytes(a_workbook(text, dict(word.split("=", 1) for word in made.split()[1:])))
    elif made == "nul":
        path.write_bytes(text.encode() + b"\0\1\2")
    elif made.startswith("repeat="):
        path.write_text(text * int(made.removeprefix("repeat=")), "utf-8", newline="\n")
    else:
        path.write_bytes(text.encode(made or "utf-8"))
