"""A Word file laid out by LibreOffice: its pages, and whether each says the number that it has."""

from __future__ import annotations

import itertools
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_FOOT = re.compile(r"Page\s+(\d+)\s*/\s*(\d+)")
_SIZE = re.compile(r"^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", re.MULTILINE)
_DOTS = "50"
"""Dots an inch of the pictures: enough to see a page that is not as it should be."""


@dataclass(frozen=True)
class Sheets:
    """Pages: how many, how many of them on their side, how many say the number that they have."""

    pages: int = 0
    turned: int = 0
    right: int = 0

    def __add__(self, other: Sheets) -> Sheets:
        return Sheets(self.pages + other.pages, self.turned + other.turned, self.right + other.right)


def sheets_of(files: Sequence[Path], shown: Path, profile: Path) -> Sheets:
    """The pages that LibreOffice makes of some files, in one process a folder; their pictures go below `shown`."""
    own = f"-env:UserInstallation={profile.resolve().as_uri()}"
    every = Sheets()
    for folder, inside in itertools.groupby(sorted(files), key=lambda file: file.parent):
        together, out = list(inside), shown / folder.name
        out.mkdir(parents=True, exist_ok=True)
        convert = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", out, *together]
        subprocess.run(convert, check=True, capture_output=True)
        every = sum((_sheets_of(out / f"{file.stem}.pdf") for file in together), every)
    return every


def _sheets_of(pdf: Path) -> Sheets:
    """The pages of one file.

    Raises:
        RuntimeError: a reference between pages is lost.
    """
    subprocess.run(["pdftoppm", "-r", _DOTS, "-png", pdf, pdf.with_suffix("")], check=True)
    told = subprocess.run(["pdfinfo", "-f", "1", "-l", "-1", pdf], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    if "Error: Reference" in text:
        raise RuntimeError(f"{pdf.name}: a reference is lost")
    sizes = [(float(wide), float(tall)) for wide, tall in _SIZE.findall(told)]
    feet = [_foot(page) for page in text.split("\f")[: len(sizes)]]
    return Sheets(len(sizes), sum(wide > tall for wide, tall in sizes), numbered_right(feet))


def _foot(page: str) -> tuple[int, int]:
    found = _FOOT.findall(page)
    return (int(found[-1][0]), int(found[-1][1])) if found else (0, 0)


def numbered_right(feet: list[tuple[int, int]]) -> int:
    """How many pages say « x / y » truly: x counts from 1, y is the x of the last page of the same document."""
    starts = [place for place, (number, _) in enumerate(feet) if number <= 1] + [len(feet)]
    right = 0
    for start, end in itertools.pairwise(starts):
        right += sum(foot == (place, end - start) for place, foot in enumerate(feet[start:end], 1))
    return right
