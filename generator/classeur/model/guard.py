"""The guard on « rédactionnelle »: what stops a change from being called a matter of spelling or layout.

Doubt refuses. Nothing is guessed to be harmless: a difference passes only when it is explained as spelling, accents,
agreement, punctuation, typography, layout or reflow. Everything else is a doubt, shown with its sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from classeur.model.comparison.alignment import aligned, word_likeness
from classeur.model.comparison.blocks import BlockKind
from classeur.model.documents import Attachment
from classeur.model.doubt_reasons import DoubtReason
from classeur.model.guard_pieces import Piece, pieces_of
from classeur.model.guard_reasons import Known, known, reason_of
from classeur.model.guard_tokens import Reading, Token, fold
from classeur.model.guard_words_compared import Difference, differences

__all__ = ["Doubt", "DoubtReason", "editorial_doubts"]

_WORD = re.compile(r"\w+")
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".avif"})


@dataclass(frozen=True)
class Doubt:
    """One difference that is not a matter of spelling or layout.

    Attributes:
        before: what the released text says; empty when something was added.
        after: what the new text says; empty when something was removed.
        sentence: the sentence that holds it, in the new text; in the old one when it was removed.
        line: its line in the new body, counted from 1; in the old one when it was removed.
    """

    reason: DoubtReason
    before: str
    after: str
    sentence: str
    line: int


def editorial_doubts(
    old_body: str,
    new_body: str,
    old_attachments: tuple[Attachment, ...],
    new_attachments: tuple[Attachment, ...],
    people: frozenset[str] = frozenset(),
    roles: frozenset[str] = frozenset(),
) -> tuple[Doubt, ...]:
    """What prevents a change from being called editorial, in the text's order; nothing when it may be."""
    doubts = list(_attachment_doubts(old_attachments, new_attachments, new_body))
    if old_body != new_body:
        doubts = list(_body_doubts(old_body, new_body, known(people, roles))) + doubts
    return tuple(doubts)


def _body_doubts(old_body: str, new_body: str, names: Known) -> Iterator[Doubt]:
    old, new = pieces_of(old_body), pieces_of(new_body)
    if [piece.shape for piece in old] == [piece.shape for piece in new]:
        found = [doubt for first, second in zip(old, new, strict=True) for doubt in _piece_doubts(first, second, names)]
        if not found:
            return
        if not any(_looks_moved(first, second) for first, second in zip(old, new, strict=True)):
            yield from found
            return
    yield from _shown(old, new, names)


def _looks_moved(old: Piece, new: Piece) -> bool:
    """Whether two pieces at the same place say nothing alike: the text moved rather than changed."""
    return old.text != new.text and word_likeness(_words(old.text), _words(new.text)) < 0.5


def _piece_doubts(old: Piece, new: Piece, names: Known) -> Iterator[Doubt]:
    if old.text == new.text and old.targets == new.targets:
        return
    if old.is_exact:
        if old.text != new.text:
            yield _code_doubt(old, new)
        return
    first, second = old.reading, new.reading
    for difference in differences(first.tokens, second.tokens, names.people):
        reason = reason_of(difference, names, in_table=new.kind is BlockKind.ROW)
        before, after = _said(first, difference.old), _said(second, difference.new)
        yield Doubt(reason, before, after, _sentence(first, second, difference), new.line)


def _code_doubt(old: Piece, new: Piece) -> Doubt:
    """The lines of a drawing or of code that differ."""
    was, now = old.text.split("\n"), new.text.split("\n")
    before = [line for line in was if line not in now]
    after = [line for line in now if line not in was]
    return Doubt(
        DoubtReason.WORD_REPLACED, "\n".join(before or was), "\n".join(after or now), "\n".join(after or now), new.line
    )


def _said(reading: Reading, tokens: Sequence[Token]) -> str:
    """The words as the text says them."""
    if not tokens:
        return ""
    start = min(token.start for token in tokens)
    return reading.text[start : max(token.start + len(token.raw) for token in tokens)]


def _sentence(old: Reading, new: Reading, difference: Difference) -> str:
    if difference.new:
        return new.sentence_at(difference.new[0].start)
    if difference.old:
        return old.sentence_at(difference.old[0].start)
    return new.text


def _shown(old: tuple[Piece, ...], new: tuple[Piece, ...], names: Known) -> Iterator[Doubt]:
    """The doubts of a text whose pieces moved, came or went."""
    keys_old, keys_new = [_key(piece) for piece in old], [_key(piece) for piece in new]
    words = cache(_words)

    def likeness(i: int, j: int) -> float:
        return word_likeness(words(old[i].text), words(new[j].text)) if old[i].kind is new[j].kind else 0.0

    pairs = aligned(keys_old, keys_new, likeness)
    gone = Counter(keys_old[i] for i, j in pairs if i is not None and j is None)
    come = Counter(keys_new[j] for i, j in pairs if j is not None and i is None)
    moved = gone & come
    found = False
    for i, j in pairs:
        doubts = list(_pair_doubts(old[i] if i is not None else None, new[j] if j is not None else None, moved, names))
        found = found or bool(doubts)
        yield from doubts
    if not found:
        yield from _shape_doubts(old, new, pairs)


def _pair_doubts(old: Piece | None, new: Piece | None, moved: Counter[object], names: Known) -> Iterator[Doubt]:
    if old and new:
        yield from _piece_doubts(old, new, names)
    elif new:
        if moved[_key(new)]:
            yield Doubt(DoubtReason.STEP_ORDER, new.text, new.text, new.text, new.line)
        else:
            yield Doubt(_reason_for_piece(new, DoubtReason.WORD_ADDED), "", new.text, new.text, new.line)
    elif old and not moved[_key(old)]:
        yield Doubt(_reason_for_piece(old, DoubtReason.WORD_REMOVED), old.text, "", old.text, old.line)


def _shape_doubts(
    old: tuple[Piece, ...], new: tuple[Piece, ...], pairs: Sequence[tuple[int | None, int | None]]
) -> Iterator[Doubt]:
    """The words are the same, but a heading, a list, a box or a table holds them otherwise."""
    for i, j in pairs:
        if i is None or j is None or old[i].shape == new[j].shape:
            continue
        yield Doubt(
            _reason_for_piece(new[j], DoubtReason.WORD_REPLACED), old[i].text, new[j].text, new[j].text, new[j].line
        )
        return
    yield Doubt(DoubtReason.STEP_ORDER, "", "", "", 1)


def _reason_for_piece(piece: Piece, otherwise: DoubtReason) -> DoubtReason:
    match piece.kind:
        case BlockKind.ITEM:
            return DoubtReason.STEP_COUNT if otherwise is not DoubtReason.WORD_REPLACED else DoubtReason.STEP_ORDER
        case BlockKind.ROW:
            return DoubtReason.TABLE_CELL
        case _ if piece.text.startswith("!["):
            return DoubtReason.PICTURE
        case _:
            return otherwise


def _key(piece: Piece) -> object:
    return piece.kind, " ".join(piece.text.split())


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(fold(text)))


def _attachment_doubts(old: tuple[Attachment, ...], new: tuple[Attachment, ...], body: str) -> Iterator[Doubt]:
    was, now = {a.name: a.sha256 for a in old}, {a.name: a.sha256 for a in new}
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) == now.get(name):
            continue
        is_picture = PurePosixPath(name).suffix.lower() in _PICTURES
        reason = DoubtReason.PICTURE if is_picture else DoubtReason.ATTACHMENT
        before, after = (f"{name} ({kept[name][:12]})" if name in kept else "" for kept in (was, now))
        line = _line_of(PurePosixPath(name).name, body)
        yield Doubt(reason, before, after, body.split("\n")[line - 1].strip(), line)


def _line_of(name: str, body: str) -> int:
    return next((number for number, line in enumerate(body.split("\n"), 1) if name in line), 1)
