"""What the tests ask of a Word file: the Open XML SDK's opinion, its parts, its words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

from lxml import etree

from classeur.writers.word.wml import MAIN

ROOT = Path(__file__).parent.parent.parent
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
"""Installed by tests/word/install.sh; CLASSEUR_OOXML_VALIDATOR names another place."""
W = f"{{{MAIN}}}"
SPACES = {
    "w": MAIN,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
_WORD = re.compile(r"\w+")


def validator() -> Path:
    """The validator's program; a test that cannot find it fails."""
    path = Path(os.environ.get("CLASSEUR_OOXML_VALIDATOR", VALIDATOR))
    assert path.is_file(), "the validator is missing: sh tests/word/install.sh"
    return path


def faults(file: Path) -> list[str]:
    """What the Open XML SDK finds wrong in a Word file."""
    said = subprocess.run([validator(), file, "Microsoft365"], capture_output=True, text=True, check=False)
    told = json.loads(said.stdout)
    return [] if told["ok"] else [str(error) for error in told["errors"]]


def part(file: Path, name: str = "word/document.xml") -> etree._Element:
    """A part of the file."""
    with zipfile.ZipFile(file) as archive:
        return etree.fromstring(archive.read(name))


def names(file: Path) -> list[str]:
    """The names of the parts."""
    with zipfile.ZipFile(file) as archive:
        return archive.namelist()


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath gives, with the usual prefixes."""
    found = element.xpath(path, namespaces=SPACES)
    assert isinstance(found, list)
    return found


def value(element: etree._Element, path: str) -> list[str]:
    """The values of attributes."""
    return [str(each) for each in find(element, path)]


def text(element: etree._Element) -> str:
    """The words that a reader sees."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def words(told: str) -> set[str]:
    """The words of a text, in small letters."""
    return {word.casefold() for word in _WORD.findall(told)}


def words_of(file: Path) -> set[str]:
    """Every word of a file: paragraphs, notes, alternative texts."""
    found: set[str] = set()
    for name in ("word/document.xml", "word/footnotes.xml"):
        root = part(file, name)
        for paragraph in root.iter(f"{W}p"):
            found |= words(" ".join(each.text or "" for each in paragraph.iter(f"{W}t")))
            found |= words(text(paragraph))
        found |= {word for told in value(root, "//wp:docPr/@descr") for word in words(told)}
    return found
