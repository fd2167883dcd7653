"""A copy edited in Word, back into its Markdown: what nobody touched keeps its exact source."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from classeur.model.comparison.alignment import Pair, aligned, word_likeness
from classeur.model.documents import canonical_text

_ITEM = re.compile(r"^(?:[-*+]|\d{1,9}[.)])\s")
_FENCE = re.compile(r"^(`{3,}|~{3,})")
_NOTE = re.compile(r"^\[\^([^\]]+)\]:[ \t]*")
_SET_BACK = re.compile(r"(?m)^(?: {4}|\t)")
_CALL = re.compile(r"\[\^([^\]]+)\]")
_CALL_IN_BOLD = re.compile(r"</(strong|em)> \[\^\] <\1>")
"""Word keeps the call of a note apart from the emphasis around it."""
_EMPHASIS = re.compile(r" ?<(/?)(strong|em)> ?")
_ROW = re.compile(r"^\s*\|")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>")
_SHOWN_TAGS = frozenset({
    "em", "strong", "code", "del", "mark", "sub", "sup", "kbd", "li", "ul", "ol", "th", "td", "blockquote", "dt", "dd",
    "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "ins",
})  # fmt: skip
_SILENT_TAGS = frozenset({"a", "span", "abbr", "label", "i", "b"})
_LINK = re.compile(r"(!?)\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]*)((?:\s+\"[^\"]*\")?)\)")
_ONLY_MARKDOWN = re.compile(r"<!--.*?-->|\{:?[ ]*[#.\w][^{}\n]*\}", re.S)
_WORD = re.compile(r"\w+")

Render = Callable[[str], str]


@dataclass(frozen=True)
class Piece:
    """A block of the source, the smallest that is kept or rewritten: its lines, the gap before it, what it shows."""

    text: str
    gap: str
    shown: str
    note: str = ""


@dataclass(frozen=True)
class Merged:
    """The text after the edition.

    Attributes:
        rewritten: the blocks that are no longer those of the source.
        not_carried: what stood in such blocks and Word cannot hold.
    """

    body: str
    rewritten: tuple[str, ...] = ()
    not_carried: tuple[str, ...] = ()


def merged(source: str, edited: str, render: Render) -> Merged:
    """The edited text, with each block that says what it said written as in the source.

    Args:
        source: the body that the copy was made from.
        edited: the body read from the edited copy.
        render: shows a piece of Markdown as HTML.
    """
    was, now = pieces(source, render), pieces(edited, render)
    shown_was = [place for place, piece in enumerate(was) if piece.shown and not piece.note]
    shown_now = [piece for piece in now if piece.shown and not piece.note]
    bags = {text: Counter(_WORD.findall(text.lower())) for text in {p.shown for p in (*was, *now)}}
    pairs = aligned(
        [was[place].shown for place in shown_was],
        [piece.shown for piece in shown_now],
        lambda i, j: word_likeness(bags[was[shown_was[i]].shown], bags[shown_now[j].shown]),
    )
    labels = _labels(pairs, [was[place] for place in shown_was], shown_now, _Notes.of(was, now))
    out = _Writer(was, _targets(source), labels, {piece.note: piece for piece in now if piece.note})
    for i, j in pairs:
        place = shown_was[i] if i is not None else None
        out.put(place, shown_now[j] if j is not None else None)
    out.rest()
    body = out.text() + _notes(was, now, labels)
    return Merged(canonical_text(body), tuple(out.rewritten), tuple(out.not_carried))


def pieces(body: str, render: Render) -> tuple[Piece, ...]:
    """The blocks of a text: paragraphs, items of the outer list with what stands in them, rows, boxes, fences."""
    found: list[Piece] = []
    gap = ""
    for lines in _cut(canonical_text(body).rstrip("\n").split("\n") if body.strip() else []):
        if not any(line.strip() for line in lines):
            gap = "\n" * len(lines)
            continue
        text = "\n".join(lines)
        note = _NOTE.match(text)
        words = _SET_BACK.sub("", text[note.end() :]) if note else text
        found.append(Piece(text, gap, _shown(words, render), note[1] if note else ""))
        gap = ""
    return tuple(found)


def _cut(lines: Sequence[str]) -> list[list[str]]:
    """The lines by block; empty lines between blocks are blocks of their own."""
    blocks: list[list[str]] = []
    fence, in_table = "", False
    for place, line in enumerate(lines):
        mark = _FENCE.match(line)
        inside = bool(fence) or in_table
        if mark and not fence:
            fence = mark[1]
        elif mark and fence and mark[1].startswith(fence):
            fence = ""
        in_table = (in_table or line.startswith("<table")) and "</table>" not in line
        last = blocks[-1] if blocks else None
        if last is None:
            blocks.append([line])
        elif inside:
            last.append(line)
        elif not line.strip():
            _blank(blocks, line, _next(lines, place))
        elif not any(each.strip() for each in last) or _begins(line, last):
            blocks.append([line])
        else:
            last.append(line)
    return blocks


def _next(lines: Sequence[str], place: int) -> str:
    return next((line for line in lines[place + 1 :] if line.strip()), "")


def _blank(blocks: list[list[str]], line: str, after: str) -> None:
    """An empty line ends a block unless what follows is set back, and so belongs to it."""
    last = blocks[-1]
    if any(each.strip() for each in last) and not after.startswith(("    ", "\t")):
        blocks.append([line])
    else:
        last.append(line)


def _begins(line: str, block: Sequence[str]) -> bool:
    first = next(each for each in block if each.strip())
    if _ITEM.match(line):
        return bool(_ITEM.match(first))
    if _ROW.match(line) and _ROW.match(first):
        return len(block) >= 2 or _DELIMITER.match(line) is None
    return bool(re.match(r"#{1,6}\s", line) or re.match(r"#{1,6}\s", first) or _NOTE.match(line))


_DELIMITER = re.compile(r"^\s*\|?[ :|-]+\|?\s*$")


def _shown(text: str, render: Render) -> str:
    """What a block shows: its words and their emphasis; neither layout, nor addresses inside the house."""
    if _ROW.match(text):
        first = text.split("\n")[0].strip().strip("|")
        text = "¦ " + " ¦ ".join(cell.strip() for cell in re.split(r"(?<!\\)\|", first))
    shown = _said_once(_TAG.sub(_kept, _CALL.sub(" [^] ", render(text))))
    return _CALL_IN_BOLD.sub("[^]", " ".join(html.unescape(shown).split()))


def _said_once(shown: str) -> str:
    """The same without emphasis inside the same emphasis: neither a page nor Word makes bold words bolder."""
    depth: Counter[str] = Counter()

    def outer(tag: re.Match[str]) -> str:
        closing, name = tag.groups()
        depth[name] += -1 if closing else 1
        return tag[0] if depth[name] == (0 if closing else 1) else " "

    return _EMPHASIS.sub(outer, shown)


def _kept(tag: re.Match[str]) -> str:
    closing, name, attributes = tag.groups()
    if name == "img":
        alt = re.search(r'alt="([^"]*)"', attributes)
        title = re.search(r'title="([^"]*)"', attributes)
        return f" [{alt[1] if alt else ''}] {title[1] if title else ''} "
    if name == "a" and (address := re.search(r'href="((?:https?|mailto|tel):[^"]*)"', attributes)):
        return f" ({address[1]}) "
    if name == "input":
        return "[x] " if "checked" in attributes else "[ ] "
    if name in _SHOWN_TAGS:
        return f" <{closing}{name}> "
    return "" if name in _SILENT_TAGS else " "


@dataclass(frozen=True)
class _Notes:
    """What the notes of the source and of the edited text say, by their names."""

    was: Mapping[str, str]
    now: Mapping[str, str]

    @classmethod
    def of(cls, was: Sequence[Piece], now: Sequence[Piece]) -> _Notes:
        return cls(
            {piece.note: piece.shown for piece in was if piece.note},
            {piece.note: piece.shown for piece in now if piece.note},
        )

    def matched(self, was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The calls of an edited block and those of its source: those that say the same, then the others."""
        left, others = list(was), []
        for label in now:
            same = next((old for old in left if self.was.get(old) == self.now.get(label)), None)
            if same is None:
                others.append(label)
            else:
                left.remove(same)
                yield label, same
        yield from zip(others, left, strict=False)


def _labels(pairs: Sequence[Pair], was: Sequence[Piece], now: Sequence[Piece], notes: _Notes) -> dict[str, str]:
    """How the source calls the notes of the edited text."""
    known: dict[str, str] = {}
    both = [(was[i], now[j]) for i, j in pairs if i is not None and j is not None]
    for old, new in sorted(both, key=lambda pair: pair[0].shown != pair[1].shown):
        calls, called = _CALL.findall(new.text), _CALL.findall(old.text)
        if old.shown == new.shown:
            known.update(zip(calls, called, strict=False))
            continue
        unnamed = [label for label in calls if label not in known]
        known.update(notes.matched([label for label in called if label not in known.values()], unnamed))
    taken = set(notes.was) | set(known.values())
    for label in (label for piece in now for label in _CALL.findall(piece.text)):
        if label not in known:
            fresh, number = label, 1
            while fresh in taken:
                number += 1
                fresh = f"{label}-{number}"
            known[label] = fresh
            taken.add(fresh)
    return known


def _targets(source: str) -> dict[tuple[str, str], str]:
    """Where the links and pictures of the source lead, by their words."""
    return {(found[1], found[2]): found[3] for found in _LINK.finditer(source)}


def _notes(was: Sequence[Piece], now: Sequence[Piece], labels: Mapping[str, str]) -> str:
    """The notes of the edited text that the source does not have."""
    known = {piece.note for piece in was if piece.note}
    fresh = [piece for piece in now if piece.note and labels.get(piece.note, piece.note) not in known]
    return "".join(f"\n\n[^{labels.get(p.note, p.note)}]: {_NOTE.sub('', p.text)}" for p in fresh)


def _linked_again(text: str, before: str) -> str:
    """The links of the source whose words still stand in the new ones: a lone copy has nowhere to lead them."""
    for found in _LINK.finditer(before):
        words = found[2]
        if not found[1] and f"[{words}](" not in text and text.count(words) == 1:
            text = text.replace(words, found[0])
    return text


class _Writer:
    """Writes the merged text piece by piece."""

    def __init__(
        self,
        was: Sequence[Piece],
        targets: Mapping[tuple[str, str], str],
        labels: Mapping[str, str],
        notes: Mapping[str, Piece],
    ) -> None:
        self.was, self.targets, self.labels = was, targets, labels
        self.notes = {labels.get(label, label): piece for label, piece in notes.items()}
        self.called = {label for piece in was if not piece.note for label in _CALL.findall(piece.text)}
        self.parts: list[str] = []
        self.rewritten: list[str] = []
        self.not_carried: list[str] = []
        self.at = 0
        self.last = -1

    def put(self, place: int | None, now: Piece | None) -> None:
        """A block that stayed, changed, came (no place) or went (no piece)."""
        if place is not None:
            self._unseen(place)
            self.at = place + 1
        before = self.was[place] if place is not None else None
        if now is None:
            self.rewritten.append("")
            return
        if before is not None and before.shown == now.shown:
            follows = self.last == (place or 0) - 1
            self._add(before.text, before.gap if follows else now.gap)
            self.last = place or 0
            return
        text = self._answered(now.text)
        self._add(text, now.gap)
        self.rewritten.append(text)
        if before is not None:
            text = self.parts[-1] = self.parts[-1].removesuffix(text) + _linked_again(text, before.text)
            self.rewritten[-1] = text.lstrip("\n")
            self.not_carried += [found for found in _ONLY_MARKDOWN.findall(before.text) if found not in text]

    def rest(self) -> None:
        """What the page does not show, at the end of the source: notes, addresses, comments."""
        self._unseen(len(self.was))

    def text(self) -> str:
        """What was written so far."""
        return "".join(self.parts)

    def _unseen(self, until: int) -> None:
        for place in range(self.at, until):
            piece = self.was[place]
            if not piece.shown or piece.note:
                kept = self._note(piece) if piece.note else piece.text
                if kept:
                    self._add(kept, piece.gap)
                if self.last == place - 1:
                    self.last = place

    def _note(self, piece: Piece) -> str:
        """A note of the source: as it stands, with its new words, or nothing when its call was taken away."""
        now = self.notes.get(piece.note)
        if now is None and (piece.note not in self.called or piece.note in self.labels.values()):
            return piece.text  # nothing in Word could take it away
        text = f"[^{piece.note}]: {self._answered(_NOTE.sub('', now.text))}" if now else ""
        if now is not None and now.shown == piece.shown:
            return piece.text
        text = _linked_again(text, piece.text)
        self.rewritten.append(text)
        self.not_carried += [found for found in _ONLY_MARKDOWN.findall(piece.text) if found not in text]
        return text

    def _add(self, text: str, gap: str) -> None:
        self.parts.append(("\n" + gap if self.parts else "") + text)

    def _answered(self, text: str) -> str:
        """New words with the names that the source gives to notes, and its addresses for links that it knows."""
        text = _CALL.sub(lambda found: f"[^{self.labels.get(found[1], found[1])}]", text)

        def link(found: re.Match[str]) -> str:
            known = self.targets.get((found[1], found[2]))
            return f"{found[1]}[{found[2]}]({known}{found[4]})" if known else found[0]

        return _LINK.sub(link, text)
