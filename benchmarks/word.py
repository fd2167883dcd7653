"""Word copies measured on made-up houses, and every kind of file through the Open XML SDK and LibreOffice.

    python -m benchmarks.word [costs] [faults] [pages]
    python -m benchmarks.word --seen "the words of the person who looked at the pictures"

writes benchmarks/word.md, all of it or the parts named; the other parts stay as they were measured.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.word_pages import sheets_of

ROOT = Path(__file__).parent.parent
REPORT = Path(__file__).with_suffix(".md")
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
_TITLES = {
    "costs": "What they cost",
    "faults": "Asked of the Open XML SDK",
    "pages": "Laid out by LibreOffice",
    "seen": "Looked at",
}
_HEAD = """# Word copies

`make word-check`, on a shared machine of two cores: CPU seconds, not the clock. No file was opened in Microsoft Word.
"""
_COSTS = """The whole command, reading the house included; memory is the largest of the process. Goals: 200 documents
under 12 s, 1,000 under 60 s, one file of 200 under 400 MiB.

| Documents | What | CPU s | MiB |
|---|---|---|---|
{rows}
"""
_FAULTS = """Each file, as Microsoft365 reads it.

| What | Files | Faults |
|---|---|---|
{rows}
"""
_PAGES = """Each file as PDF (of the binder in a folder, the index and the dividers); the pictures of its pages are left
in `.classeur/word-check/`, to be looked at. A page is right when its foot says « Page x / y » with the x that it has in
its document and the y of that document's last page.

| What | Files | Pages | On their side | Pages right | CPU s |
|---|---|---|---|---|---|
{rows}
"""
_BINDER = "its binder, a folder"
_MANY = 45
"""Made-up texts with every construct: a binder of more than 450 pages, a quarter of them on their side."""
_CHILD = (
    "import resource,sys;sys.argv=['classeur',*sys.argv[1:]];from classeur.cli.app import main;code=main();"
    "u=resource.getrusage(resource.RUSAGE_SELF);"
    "print('CPU',round(u.ru_utime+u.ru_stime,2),u.ru_maxrss//1024,file=sys.stderr);sys.exit(code)"
)


@dataclass(frozen=True)
class Cost:
    """What a command asked of the computer: CPU seconds and MiB."""

    seconds: float
    mebibytes: int


def classeur(*arguments: object) -> Cost:
    """Run a command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-c", _CHILD, *(str(argument) for argument in arguments)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    seconds, mebibytes = re.findall(r"^CPU ([\d.]+) (\d+)$", done.stderr, re.MULTILINE)[-1]
    return Cost(float(seconds), int(mebibytes))


def house_of(folder: Path, documents: int) -> Path:
    """A made-up house of so many documents."""
    house = folder / f"house-{documents}"
    size = ["--documents", str(documents), "--people", "50", "--seed", "1"]
    command = [sys.executable, "-m", "benchmarks.generate_house", str(house), *size]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return house


def costs(folder: Path) -> str:
    """What copies of 200 and 1,000 documents cost."""
    rows = []
    for documents in (200, 1000):
        house = house_of(folder, documents)
        for name, arguments in (
            ("every document, nothing kept", ("--all", "-o", folder / f"all-{documents}")),
            ("again, nothing changed", ("--all", "-o", folder / f"all-{documents}")),
            ("a binder as one file", ("--binder", "-o", folder / f"one-{documents}.docx")),
        ):
            cost = classeur("-C", house, "word", *arguments)
            rows.append(f"| {documents} | {name} | {cost.seconds:.1f} | {cost.mebibytes} |")
    return _COSTS.format(rows="\n".join(rows))


@functools.cache
def files_of_every_kind(folder: Path) -> Mapping[str, tuple[Path, ...]]:
    """The starter's documents, its binder in both forms, an update, the text of the tests with every construct, a
    large binder and a manual of 500 pages."""
    from benchmarks.roundtrip_house import bodies, write_released
    from benchmarks.word_manual import write_manual
    from tests.word.houses import every_construct

    house = every_construct(folder / "houses" / "constructs")
    manual = write_manual(folder / "houses" / "manual")
    large = write_released(folder / "houses" / "large", bodies(_MANY))
    made = {
        "the starter's documents": (ROOT, ("--all", "-o", folder / "copies")),
        _BINDER: (ROOT, ("--binder", "-o", folder / "binder")),
        "its binder, one file": (ROOT, ("--binder", "-o", folder / "one" / "starter.docx")),
        "an update of it": (ROOT, ("--since", "2026-06-01", "-o", folder / "update")),
        "every construct, a copy to edit": (house, ("PR-R1-001", "--edit", "-o", folder / "edit")),
        "every construct, an update": (house, ("--since", "2026-05-01", "-o", folder / "news")),
        "every construct, a draft": (house, ("PR-R1-001", "--draft", "-o", folder / "draft")),
        "a manual of 500 pages": (manual, ("MQ-R1-001", "-o", folder / "manual")),
        f"a binder of {_MANY} made-up texts, one file": (large, ("--binder", "-o", folder / "large" / "binder.docx")),
    }
    for where, arguments in made.values():
        classeur("-C", where, "word", *arguments)
    (folder / "lists").mkdir()
    classeur("-C", ROOT, "export", "master-list", "-o", folder / "lists" / "liste.docx")
    places = {name: Path(str(arguments[-1])) for name, (_, arguments) in made.items()}
    places["a list"] = folder / "lists"
    return {
        name: (place,) if place.is_file() else tuple(sorted(place.rglob("*.docx"))) for name, place in places.items()
    }


def faults(folder: Path) -> str:
    """What the Open XML SDK finds wrong."""
    rows, every = [], []
    for name, files in files_of_every_kind(folder).items():
        found = sum(_faults_of(file) for file in files)
        every.append((len(files), found))
        rows.append(f"| {name} | {len(files)} | {found} |")
    return _FAULTS.format(
        rows="\n".join([*rows, f"| **all** | {sum(n for n, _ in every)} | {sum(f for _, f in every)} |"])
    )


def _faults_of(file: Path) -> int:
    program = os.environ.get("CLASSEUR_OOXML_VALIDATOR", VALIDATOR)
    said = subprocess.run([program, file, "Microsoft365"], capture_output=True, text=True, check=False)
    return len(json.loads(said.stdout)["errors"])


def pages(folder: Path) -> str:
    """How LibreOffice lays the files out; the pictures stay, to be looked at."""
    looked_at = Path(os.environ.get("CLASSEUR_WORD_CHECK", ROOT / ".classeur" / "word-check"))
    rows = []
    for name, files in files_of_every_kind(folder).items():
        before = _seconds_of_children()
        asked = [file for file in files if name != _BINDER or file.name.startswith("00-")]  # its documents were seen
        every = sheets_of(asked, looked_at / re.sub(r"\W+", "-", name), folder / "profile")
        spent = _seconds_of_children() - before
        rows.append(f"| {name} | {len(asked)} | {every.pages} | {every.turned} | {every.right} | {spent:.0f} |")
        print(rows[-1], flush=True)
    return _PAGES.format(rows="\n".join(rows))


def _seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def report(parts: Mapping[str, str]) -> str:
    """The report, with these parts in place of the old ones."""
    kept = REPORT.read_text("utf-8") if REPORT.is_file() else ""
    old = {title: text.strip() for title, text in re.findall(r"(?ms)^## (.*?)\n(.*?)(?=^## |\Z)", kept)}
    told = [
        f"## {title}\n\n{(parts.get(name) or old[title]).strip()}\n"
        for name, title in _TITLES.items()
        if name in parts or title in old
    ]
    return "\n".join([_HEAD, *told])


def main() -> None:
    """Measure, check, write the report."""
    measures: dict[str, Callable[[Path], str]] = {"costs": costs, "faults": faults, "pages": pages}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help=f"{', '.join(measures)}; all without one")
    parser.add_argument("--seen", default="", help="what a person who looked at the pictures has to say")
    asked = parser.parse_args()
    if asked.seen:
        REPORT.write_text(report({"seen": asked.seen}), "utf-8")
    with tempfile.TemporaryDirectory() as made:
        for name in () if asked.seen else asked.parts or measures:
            told = measures[name](Path(made))
            REPORT.write_text(report({name: told}), "utf-8")
            print(told, flush=True)


if __name__ == "__main__":
    main()
