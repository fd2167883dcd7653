"""From Markdown to Word and back, without the carried source: how much of each text comes back.

    python -m benchmarks.word_roundtrip COPIES HOUSE

COPIES is a folder written by `classeur word --all`, HOUSE the house that wrote it. The score of a text is 1 less the
edit distance between the blocks of its page before and after, divided by the longer of the two: a block put for another
costs what their words differ, and at least one half when they are of different kinds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import statistics
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

import lxml.html
from lxml.html import HtmlElement

from classeur.importers.word.reader import OWN, read_word
from classeur.model.versions import Version
from classeur.tasks.edited_copy import body_of_copy
from classeur.tasks.house import open_house, released_text
from classeur.tasks.markdown_shown import shown_in
from classeur.wording.translator import translator

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
    row = [float(n) for n in range(len(after) + 1)]
    for i, old in enumerate(before, 1):
        last, row = row, [float(i)]
        for j, new in enumerate(after, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + _cost(old, new)))
    return 1 - row[-1] / max(len(before), len(after), 1)


def _cost(old: Shown, new: Shown) -> float:
    words = 0.0 if old[1] == new[1] else 1 - SequenceMatcher(None, old[1], new[1], autojunk=False).ratio()
    return words if old[0] == new[0] else 0.5 + words / 2


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("copies", type=Path)
    parser.add_argument("house", type=Path)
    arguments = parser.parse_args()
    words = translator("fr")
    house = open_house(arguments.house, dt.date(2026, 11, 22))
    render = shown_in(arguments.house, words)
    scores: list[tuple[float, str]] = []
    said: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for file in sorted(arguments.copies.rglob("*.docx")):
        text = read_word(file.read_bytes(), PurePosixPath(file.name))
        reference, version = (text.properties.get(f"{OWN}{name}", "") for name in ("reference", "version"))
        releases = house.binder.ledger.history(reference).releases if reference else ()
        release = next((r for r in releases if r.version == Version.parse(version)), None)
        released = released_text(house, release) if release else None
        if released is None:
            continue
        before = blocks(render(released.body))
        after = blocks(render(body_of_copy(text, "", "copy")[0]))
        scores.append((score(before, after), file.name))
        told, back = Counter(kind for kind, _ in before), Counter(kind for kind, _ in after)
        said += told
        kept += told & back
    scores.sort()
    print(f"{len(scores)} copies: median {statistics.median(s for s, _ in scores):.3f}, minimum {scores[0][0]:.3f}")
    for kind in sorted(said):
        print(f"| {kind} | {kept[kind]}/{said[kind]} |")
    for value, name in scores[:5]:
        print(f"{value:.3f} {name}")


if __name__ == "__main__":
    main()
