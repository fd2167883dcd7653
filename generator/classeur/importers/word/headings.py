"""Headings that no style gives: real procedures rarely use styles. They are proposed and marked, never imposed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from classeur.importers.word.blocks import Block, Caption, Heading, Paragraph, Title
from classeur.model.outline import plain
from classeur.wording.translator import Translator

_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})(?:\\?[.)]|\s*[-–])?\s+(?=\S)")
_ROMAN = re.compile(r"^(?:[IVX]{1,4}|[A-H])(?:\\?[.)]|\s*[-–])\s+(?=\S)")
_STAGE = re.compile(
    r"^(?:\d{1,2}(?:<sup>)?(?:e|er|ère|ère|ème|eme)(?:</sup>)?\s+)?(?:étape|etape|phase|partie)\b", re.I
)
_ENDS_A_SENTENCE = (".", ";", ",", "!", "?", "…")
_LONGEST = 90
_ENOUGH = 2
_HIGHEST, _DEEPEST = 2, 6


def settled(blocks: Sequence[Block], words: Translator, title: str) -> list[Block]:
    """The blocks with their headings on the levels of a text: the first below the title is 2, no level is skipped.

    When the file has no real heading, those that its paragraphs seem to be are proposed; each says why.
    """
    kept = [block for block in blocks if not isinstance(block, Title)]
    if kept and isinstance(kept[0], Heading | Paragraph) and bare_words(kept[0].text).casefold() == title.casefold():
        kept = kept[1:]
    levels = sorted({block.level for block in kept if isinstance(block, Heading)})
    if sum(isinstance(block, Heading) for block in kept) < _ENOUGH:
        return _proposed(kept, words, levels)
    ranks = {level: min(_DEEPEST, _HIGHEST + rank) for rank, level in enumerate(levels)}
    for block in kept:
        if isinstance(block, Heading):
            block.level = ranks[block.level]
    return _without_jumps(kept)


def _without_jumps(blocks: list[Block]) -> list[Block]:
    last = _HIGHEST - 1
    for block in blocks:
        if isinstance(block, Heading):
            block.level = min(block.level, last + 1)
            last = block.level
    return blocks


def _proposed(blocks: list[Block], words: Translator, levels: list[int]) -> list[Block]:
    found: list[Block] = []
    for place, block in enumerate(blocks):
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Heading):
            block.level = _HIGHEST
        reason, level = _reason(block, words) if below is not None and not levels else ("", 0)
        if reason and isinstance(block, Paragraph) and not (below and _reason(below, words)[0] == reason):
            found.append(Heading(level, block.text.replace("**", "").rstrip(" :"), block.bookmarks, reason))
        else:
            found.append(block)
    return _without_jumps(found)


def _reason(block: Block, words: Translator) -> tuple[str, int]:
    """Why a paragraph may be a heading, and its level; an empty reason when it is plain text."""
    if not isinstance(block, Paragraph) or isinstance(block, Title | Caption):
        return "", 0
    shown = bare_words(block.text)
    if "\n" in block.text or "![" in block.text or "](" in block.text or not 3 <= len(shown) <= _LONGEST:
        return "", 0
    if shown.endswith(_ENDS_A_SENTENCE) or not any(letter.isalpha() for letter in shown):
        return "", 0
    if numbered := _NUMBER.match(shown):
        if block.is_bold or block.is_large or "." in numbered[1]:
            return words("short numbered line"), _HIGHEST + min(numbered[1].count("."), 3)
        return "", 0
    if _ROMAN.match(shown) and (block.is_bold or shown.isupper()):
        return words("short numbered line"), _HIGHEST
    if _STAGE.match(shown):
        return words("line that begins a stage"), _HIGHEST
    if shown.startswith(("Attention", "ATTENTION", "NB", "N.B", "Important", "IMPORTANT")):
        return "", 0
    if block.is_bold:
        return words("short line all in bold or underlined"), _HIGHEST
    if block.is_large:
        return words("short line in large letters"), _HIGHEST
    if shown.isupper() and len(shown) > 4:
        return words("short line all in capitals"), _HIGHEST
    return "", 0


def bare_words(text: str) -> str:
    """A line without marks, tags or the colon at its end: what a title or a heading says."""
    return " ".join(plain(re.sub(r"<[^>]*>", "", text)).replace("\\", "").split()).rstrip(" :")


def guessed(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The headings that were proposed."""
    return tuple(block.text for block in blocks if isinstance(block, Heading) and block.guess)
