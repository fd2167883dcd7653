"""Houses typed with marks: `¤` stands where a rule must find its fault, at the line and the column."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from classeur.model.findings import Finding
from classeur.reading.folder import read_folder
from classeur.rules.registry import all_rules, run
from tests.houses import ORGANISATION, TODAY, a_text, house_files, write_house

MARK = "¤"
ACCUEIL = "procedures/accueil.md"
SHEET = "processes/R1-accueillir.md"
HOUSE = "manual/organisation.yml"
Files = dict[str, str]


def written(root: Path, files: Mapping[str, str]) -> set[tuple[str, int, int]]:
    """Write the good house with these files, without their marks; where the marks stood."""
    marked = set()
    for path, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            parts = line.split(MARK)
            marked |= {(path, number, sum(map(len, parts[:before])) + 1) for before in range(1, len(parts))}
    write_house(root, house_files(**{path: text.replace(MARK, "") for path, text in files.items()}))
    return marked


def told_by(code: str, root: Path) -> tuple[Finding, ...]:
    """What one rule alone says of a house."""
    binder, _ = read_folder(root, TODAY)
    return run(binder, (), {code: all_rules()[code]})


def places(found: tuple[Finding, ...]) -> set[tuple[str, int, int]]:
    """Where the findings stand."""
    return {(str(each.where.path), each.where.line, each.where.column) for each in found}


def a_register(name: str, *rows: str) -> Files:
    """A register of rows typed on a line each."""
    return {f"manual/registers/{name}.yml": "".join(f"- {{{row}}}\n" for row in rows)}


def house(**sections: str) -> Files:
    """organisation.yml with lines added at the end of its sections; other sections are added whole."""
    known = {name: text + sections.pop(name, "") for name, text in ORGANISATION.items()}
    return {HOUSE: "".join((*known.values(), *sections.values()))}


def instead(section: str, old: str, new: str, **more: str) -> Files:
    """organisation.yml with other words in a section."""
    assert old in ORGANISATION[section]
    whole = {**ORGANISATION, section: ORGANISATION[section].replace(old, new)}
    return {HOUSE: "".join((*whole.values(), *more.values()))}


def text(body: str = "", path: str = ACCUEIL, **fields: str) -> Files:
    """The good procedure with other fields, or another body."""
    return {path: a_text(body, **fields) if body else a_text(**fields)}


def below(passage: str, path: str = ACCUEIL, **fields: str) -> Files:
    """The good procedure with a passage below its body."""
    return {path: a_text(**fields) + "\n" + passage}
