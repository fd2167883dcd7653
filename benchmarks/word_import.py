"""How well Word files of the world are read: errors, words kept, pictures, lists, tables, time.

    python -m benchmarks.word_import FOLDER [-o word_import.md]

FOLDER holds .docx files, one folder a collection. Files are never part of the repository; figures are. What a file
says is taken from its XML directly: the words that Word shows, without what is deleted, hidden, or in a table of
contents. Recall counts words with their repetitions.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import re
import statistics
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lxml import etree

from classeur.importers.word.draft import Desk, draft_of
from classeur.importers.word.reader import WordText, read_word
from classeur.importers.word.wml import R, W, children, chosen, local
from classeur.model.binder import Binder
from classeur.reading.documents import read_document
from classeur.wording.translator import translator

_WORD = re.compile(r"[^\W_]+")
_LOST = re.compile(r"<!--.*?-->", re.S)
_ENOUGH_WORDS = 20
_DAY = dt.date(2026, 11, 22)


@dataclass
class Figures:
    """What was measured of one collection."""

    name: str
    files: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    crashed: list[str] = field(default_factory=list)
    unread: int = 0
    recall: list[float] = field(default_factory=list)
    words: list[int] = field(default_factory=lambda: [0, 0])
    pictures: list[int] = field(default_factory=lambda: [0, 0])
    items: list[int] = field(default_factory=lambda: [0, 0])
    tables: list[int] = field(default_factory=lambda: [0, 0])
    merged: list[int] = field(default_factory=lambda: [0, 0])
    seconds: list[float] = field(default_factory=list)


def measure(folder: Path) -> Figures:
    """The figures of the files of a folder."""
    made = Figures(folder.name)
    for file in sorted(folder.rglob("*.docx")):
        data = file.read_bytes()
        made.files += 1
        begun = time.process_time()
        try:
            text = read_word(data, PurePosixPath(file.name))
            draft = draft_of(text, Desk(Binder(_DAY), translator("fr"))) if text.is_read else None
        except Exception as error:
            made.crashed.append(f"{file.name}: {type(error).__name__}")
            continue
        made.seconds.append(time.process_time() - begun)
        if draft is None:
            made.refused.update(fault.code for fault in text.faults)
            continue
        document, _ = read_document(PurePosixPath("procedures/x.md"), draft.text)
        made.unread += document is None
        _count(made, data, text, f"{draft.title}\n{draft.body}\n{draft.taken_out}")
    return made


def _count(made: Figures, data: bytes, text: WordText, shown: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        root = _parsed(archive, names, "word/document.xml")
        if root is None:
            return
        notes = [_parsed(archive, names, f"word/{kind}.xml") for kind in ("footnotes", "endnotes")]
    said: Counter[str] = Counter()
    for each in (root, *(note for note in notes if note is not None and text.notes)):
        _words(each, said)
    kept = Counter(_WORD.findall(_plain(shown)))
    total = said.total()
    found = (said & kept).total()
    if total >= _ENOUGH_WORDS:
        made.recall.append(found / total)
        made.words[0] += found
        made.words[1] += total
    shown_pictures = {blip.get(f"{R}embed") for blip in root.iter() if local(blip) == "blip" and blip.get(f"{R}embed")}
    made.pictures[0] += min(len(text.pictures), len(shown_pictures))
    made.pictures[1] += len(shown_pictures)
    listed = any(True for _ in root.iterfind(f".//{W}pPr/{W}numPr"))
    made.items[1] += bool(listed)
    made.items[0] += bool(listed) and bool(re.search(r"(?m)^\s*(?:- |\d+\. |#)|<li>", shown))
    tables = [t for t in root.iter(W + "tbl") if len(list(t.iter(W + "tc"))) > 1]
    made.tables[1] += bool(tables)
    made.tables[0] += bool(tables) and bool(re.search(r"(?m)^\s*\||<table", shown))
    merged = any(True for _ in root.iter(W + "gridSpan", W + "vMerge"))
    made.merged[1] += merged
    made.merged[0] += merged and bool(re.search(r"colspan|rowspan", shown))


def _words(element: etree._Element, into: Counter[str]) -> None:
    """The words that Word shows."""
    parts: list[str] = []
    _gather(element, parts)
    into.update(_WORD.findall("".join(parts)))


def _gather(element: etree._Element, parts: list[str]) -> None:
    for name, child in children(element):
        if name == "t" and child.tag == W + "t":
            parts.append(child.text or "")
        elif name in ("del", "moveFrom", "instrText", "pPr", "sdtPr") or _is_not_shown(name, child):
            continue
        elif name == "AlternateContent":
            picked = chosen(child)
            if picked is not None:
                _gather(picked, parts)
        else:
            _gather(child, parts)
            if name in ("p", "tab", "br", "tc"):
                parts.append(" ")


def _is_not_shown(name: str, element: etree._Element) -> bool:
    if name == "r":
        return element.find(f"{W}rPr/{W}vanish") is not None
    galleries = element.iter(W + "docPartGallery") if name == "sdt" else ()
    return any(each.get(W + "val") == "Table of Contents" for each in galleries)


def _plain(shown: str) -> str:
    shown = _LOST.sub(" ", shown)
    shown = re.sub(r"</?(?:sup|sub|del|ins|mark|kbd)>", "", shown)
    shown = re.sub(r"<[^<>]*>", " ", shown)
    return re.sub(r"\*+|\\(?=\W)|`", "", shown)


def _parsed(archive: zipfile.ZipFile, names: dict[str, str], part: str) -> etree._Element | None:
    name = names.get(part)
    if name is None:
        return None
    data = archive.read(name).replace(
        b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"
    )
    return etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))


def table(rows: list[Figures]) -> str:
    """The figures as a table."""
    heads = (
        "collection", "files", "refused by name", "crashes", "drafts not read", "recall micro", "mean", "< 0.95",
        "pictures", "lists", "tables", "merged cells", "CPU median", "CPU worst",
    )  # fmt: skip
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for row in rows:
        recall = row.recall or [1.0]
        refused = ", ".join(f"{code} {count}" for code, count in sorted(row.refused.items())) or "0"
        cells = (
            row.name, row.files, refused, len(row.crashed), row.unread, f"{row.words[0] / max(1, row.words[1]):.3f}",
            f"{statistics.mean(recall):.3f}", sum(each < 0.95 for each in recall),
            *(f"{kept}/{all_}" for kept, all_ in (row.pictures, row.items, row.tables, row.merged)),
            f"{statistics.median(row.seconds or [0]) * 1000:.0f} ms", f"{max(row.seconds or [0]):.1f} s",
        )  # fmt: skip
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines)


def together(rows: list[Figures]) -> Figures:
    """All collections as one."""
    whole = Figures("**all**")
    for row in rows:
        whole.files += row.files
        whole.unread += row.unread
        whole.refused += row.refused
        whole.crashed += row.crashed
        whole.recall += row.recall
        whole.seconds += row.seconds
        for name in ("words", "pictures", "items", "tables", "merged"):
            setattr(whole, name, [a + b for a, b in zip(getattr(whole, name), getattr(row, name), strict=True)])
    return whole


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    rows = [measure(folder) for folder in sorted(arguments.folder.iterdir()) if folder.is_dir()]
    print(table([*rows, together(rows)]))
    for row in rows:
        for crash in row.crashed:
            print(crash)


if __name__ == "__main__":
    main()
