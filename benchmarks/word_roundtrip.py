"""From Markdown to Word and back, without the carried source: how much of each text comes back.

    python -m benchmarks.word_roundtrip

writes benchmarks/word_roundtrip.md: the demonstration, and thirty made-up texts. The score of a text
is 1 less the edit distance between the blocks of its page before and after, divided by the longer of the two: a block
put for another costs what their words differ, and at least one half when they are of different kinds.
"""

from __future__ import annotations

import datetime as dt
import re
import statistics
import tempfile
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

import lxml.html
from lxml.html import HtmlElement

from benchmarks.roundtrip_house import bodies, write_released
from benchmarks.word import ROOT, classeur
from classeur.importers.word.reader import OWN, read_word
from classeur.importers.word.three_way import merged
from classeur.model.documents import Document, canonical_text
from classeur.tasks.edited_copy import body_of_copy
from classeur.tasks.house import House, Texts, open_house, released_text
from classeur.tasks.markdown_shown import shown_in
from classeur.wording.translator import translator

REPORT = Path(__file__).with_suffix(".md")
_REPORT = """# From Markdown to Word and back

`python -m benchmarks.word_roundtrip`: plain copies (`classeur word --all`), without the source that an edited copy
carries. Diagrams are told by the sources that every copy keeps beside its drawings; tabs and code are told by hidden
bookmarks (ADR 0030). Goal: median 0.95, minimum 0.90. A block is back when its kind and all its words are.

## The demonstration

{demonstration}
## Thirty texts with every construct

Made by `benchmarks/roundtrip_house.py`, each in an order and a nesting of its own.

{made_up}"""
_PART = """{copies} copies: median {median:.3f}, minimum {least:.3f}. With their source: {exact} the same to the letter.

| block | back |
|---|---|
{kinds}
"""
Shown = tuple[str, str]
_INSIDE = "./text()|./p//text()|./label//text()|./*[not(self::ul or self::ol or self::p or self::pre or self::div or "
_INSIDE += "self::blockquote or self::table or self::label)]//text()"


def blocks(html: str) -> list[Shown]:
    """The blocks of a page: their kind and their words."""
    found: list[Shown] = []
    _gather(lxml.html.fromstring(f"<div>{html}</div>"), found, 0)
    return found


def _gather(parent: HtmlElement, found: list[Shown], depth: int) -> None:
    for child in parent:
        if isinstance(child.tag, str):
            _block(parent, child, found, depth)


def _block(parent: HtmlElement, child: HtmlElement, found: list[Shown], depth: int) -> None:
    tag, marks = str(child.tag), child.get("class") or ""
    if re.fullmatch("h[1-6]|dt|dd", tag):
        found.append((tag, _text(child)))
    elif tag in ("ul", "ol"):
        for item in child.iterchildren("li"):
            found.append((f"{tag}{depth}", " ".join("".join(map(str, item.xpath(_INSIDE))).split())))
            _gather(item, found, depth + 1)
    elif tag == "table":
        merged = len(child.xpath(".//*[@colspan or @rowspan]"))
        found.append(("table", f"{len(list(child.iter('tr')))} {merged}"))
        found += [("row", " | ".join(_text(cell) for cell in row)) for row in child.iter("tr")]
    elif tag == "pre":
        found.append(("code", _text(child)))
    elif tag == "p":
        picture = child.find(".//img")
        if picture is not None and not _text(child):
            found.append(("picture", picture.get("alt") or ""))
        elif _text(child) and parent.tag != "li":
            found.append(("quote" if parent.tag == "blockquote" else "diagram" if "cl-diagram" in _text(child) else "p",
                          re.sub(r"cl-diagram-\d+-", "", _text(child))))  # fmt: skip
    elif tag == "details" or "admonition" in marks:
        found.append((f"box {marks.replace('admonition', '').strip()}", ""))
        _gather(child, found, depth)
    elif "footnote" in marks:
        found += [("note", _text(note).rstrip("↩ ")) for note in child.iter("li")]
    elif _text(child).startswith("cl-diagram"):
        found.append(("diagram", re.sub(r"cl-diagram-\d+-", "", _text(child))))
    else:
        _gather(child, found, depth)


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def score(before: list[Shown], after: list[Shown]) -> float:
    """1 when both are the same."""
    longest = max(len(before), len(after), 1)
    same = [old == new for old, new in zip(before, after, strict=False)]
    start = same.index(False) if False in same else len(same)
    before, after = before[start:], after[start:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    row = [float(n) for n in range(len(after) + 1)]
    for i, old in enumerate(before, 1):
        last, row = row, [float(i)]
        for j, new in enumerate(after, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + _cost(old, new)))
    return 1 - row[-1] / longest


def _cost(old: Shown, new: Shown) -> float:
    words = 0.0 if old[1] == new[1] else 1 - SequenceMatcher(None, old[1], new[1], autojunk=False).ratio()
    return words if old[0] == new[0] else 0.5 + words / 2


def measured(copies: Path, root: Path, wanted: str = "") -> str:
    """The part of the report on the copies of a house; `wanted` begins the references that count."""
    words = translator("fr")
    house = open_house(root, dt.date(2026, 12, 31), Texts.ALL)
    render = shown_in(root, words)
    scores: list[tuple[float, str]] = []
    said: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    exact = 0
    for file in sorted(copies.rglob("*.docx")):
        text = read_word(file.read_bytes(), PurePosixPath(file.name))
        released = _released(house, text.properties)
        if released is None or not file.name.startswith(wanted):
            continue
        read = body_of_copy(text, "", "copy")[0]
        before, after = blocks(render(released.body)), blocks(render(read))
        scores.append((score(before, after), file.stem))
        said += Counter(kind for kind, _ in before)
        kept += Counter(kind for kind, _ in (Counter(before) & Counter(after)).elements())
        exact += merged(released.body, read, render).body == canonical_text(released.body)
    values = sorted(value for value, _ in scores)
    told = [f"| {kind} | {kept[kind]}/{said[kind]} |" for kind in sorted(said)]
    return _PART.format(
        copies=len(scores), median=statistics.median(values), least=values[0], exact=exact, kinds="\n".join(told)
    )


def _released(house: House, properties: Mapping[str, str]) -> Document | None:
    """The text that a copy was made from."""
    reference, version = (properties.get(f"{OWN}{name}", "") for name in ("reference", "version"))
    releases = house.binder.ledger.history(reference).releases if reference else ()
    release = next((r for r in releases if str(r.version) == version), None)
    return released_text(house, release) if release else None


def main() -> None:
    """Measure, write the report."""
    with tempfile.TemporaryDirectory() as made:
        root = write_released(Path(made) / "house", bodies())
        parts: list[str] = []
        for house, wanted in ((ROOT, ""), (root, "PR-")):
            copies = Path(made) / f"copies-{len(parts)}"
            classeur("-C", house, "word", "--all", "-o", copies)
            parts.append(measured(copies, house, wanted))
    REPORT.write_text(_REPORT.format(demonstration=parts[0], made_up=parts[1]), "utf-8")
    print(REPORT.read_text("utf-8"))


if __name__ == "__main__":
    main()
