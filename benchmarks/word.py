"""Word copies measured on made-up houses, and every kind of file through the Open XML SDK and LibreOffice.

`python -m benchmarks.word` writes benchmarks/word.md. CPU seconds of the whole command, start included.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
REPORT = Path(__file__).with_suffix(".md")
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
_REPORT = """# Word copies

`make word-check` on a shared machine of two cores. CPU seconds of the whole command, reading the house included; memory
is the largest of the process. Goals: 200 documents under 12 s, 1,000 under 60 s, one file of 200 under 400 MiB.

| Documents | What | CPU s | MiB |
|---|---|---|---|
{costs}

{files} files (the starter's documents, its binder as a folder and as one file, an update, a draft, a copy to edit, a
list, a text with every construct): {wrong} faults by the Open XML SDK; {pages} pages by LibreOffice, without a lost
reference. The pictures were looked at. No file was opened in Microsoft Word.
"""
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


def measured(folder: Path, documents: int) -> list[str]:
    """The lines of the table for a house of so many documents."""
    house = folder / f"house-{documents}"
    size = ["--documents", str(documents), "--people", "50", "--seed", "1"]
    command = [sys.executable, "-m", "benchmarks.generate_house", str(house), *size]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    told = []
    for name, arguments in (
        ("every document, nothing kept", ("--all", "-o", folder / f"all-{documents}")),
        ("again, nothing changed", ("--all", "-o", folder / f"all-{documents}")),
        ("a binder as one file", ("--binder", "-o", folder / f"one-{documents}.docx")),
    ):
        cost = classeur("-C", house, "word", *arguments)
        told.append(f"| {documents} | {name} | {cost.seconds:.1f} | {cost.mebibytes} |")
    return told


def files_of_every_kind(folder: Path) -> list[Path]:
    """The starter's documents, its binder in both forms, an update, and the text of the tests with every construct."""
    from tests.word.houses import every_construct

    house = every_construct(folder / "constructs")
    for where, arguments in (
        (ROOT, ("--all", "-o", folder / "copies")),
        (ROOT, ("--binder", "-o", folder / "binder")),
        (ROOT, ("--binder", "-o", folder / "binder.docx")),
        (ROOT, ("--since", "2026-06-01", "-o", folder / "update")),
        (house, ("PR-R1-001", "--edit", "-o", folder / "edit")),
        (house, ("--since", "2026-05-01", "-o", folder / "constructs-update")),
        (house, ("PR-R1-001", "--draft", "-o", folder / "draft")),
    ):
        classeur("-C", where, "word", *arguments)
    classeur("-C", ROOT, "export", "master-list", "-o", folder / "liste.docx")
    return sorted(path for path in folder.rglob("*.docx") if "all-" not in str(path) and "one-" not in path.name)


def faults(file: Path) -> int:
    """How many faults the Open XML SDK finds."""
    said = subprocess.run([VALIDATOR, file, "Microsoft365"], capture_output=True, text=True, check=False)
    return len(json.loads(said.stdout)["errors"])


def pages(files: Sequence[Path], folder: Path) -> int:
    """How many pages LibreOffice makes of the files; the pictures stay in the folder, to be looked at."""
    total = 0
    for place in sorted({file.parent for file in files}):
        out = folder / "pdf" / place.name
        own = [str(file) for file in files if file.parent == place]
        profile = f"-env:UserInstallation=file://{folder / 'profile'}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *own]
        subprocess.run(convert, check=True, capture_output=True)
        for pdf in sorted(out.glob("*.pdf")):
            subprocess.run(["pdftoppm", "-r", "50", "-png", pdf, pdf.with_suffix("")], check=True)
            said = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
            total += int(re.findall(r"Pages:\s+(\d+)", said)[0])
            text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
            assert "Error: Reference" not in text, pdf
    return total


def main() -> None:
    """Measure, check, write the report."""
    looked_at = Path(os.environ.get("CLASSEUR_WORD_CHECK", ROOT / ".classeur" / "word-check"))
    with tempfile.TemporaryDirectory() as made:
        costs = [line for documents in (200, 1000) for line in measured(Path(made), documents)]
        files = files_of_every_kind(Path(made))
        wrong = sum(faults(file) for file in files)
        looked_at.mkdir(parents=True, exist_ok=True)
        shown = pages(files, looked_at)
    REPORT.write_text(_REPORT.format(costs="\n".join(costs), files=len(files), wrong=wrong, pages=shown), "utf-8")
    print(REPORT.read_text("utf-8"))


if __name__ == "__main__":
    main()
