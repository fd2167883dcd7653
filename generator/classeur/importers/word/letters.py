"""From letters and their looks to Markdown: escaping, emphasis, symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_SPECIAL = re.compile(
    r"\\(?=[\\`*_{}\[\]()>#+.!-])|[`*]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?=\^)|\](?=\()|\](?=\[)"
)
_AT_START = re.compile(
    r"^(?:(#{1,6})(?=\s|$)|([-+])(?=\s)|(>)|(:)(?=\s{1,3}\S)|(\d{1,9})([.)])(?=\s)|([=-]{2,})\s*$|(!!!|\?\?\?|===))"
)
_ATTRIBUTES_AT_END = re.compile(r"\{(?=:?[ \w#.=\"'-]*\}\s*$)")
_BOX_AT_START = re.compile(r"^\[(?=[ xX]\]\s)")

SYMBOLS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x45: "☜", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x4E: "☠",
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
        0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xB2: "✧", 0xC4: "⮞", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
        0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x2A: "☐", 0xA3: "☐", 0x97: "●", 0x54: "☒"},
    "wingdings 3": {0x5F: "→", 0x67: "▶", 0x7D: "▶", 0xA0: "▶", 0x70: "▲", 0x71: "▼", 0x22: "↑", 0x23: "↓"},
    "symbol": {
        0x2D: "−", 0x44: "Δ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "µ", 0x70: "π",
        0x73: "σ", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
        0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xC6: "∅", 0xD2: "®", 0xD3: "©", 0xD4: "™",
        0xDE: "⇒", 0xDB: "⇔", 0xE0: "◊",
    },
}  # fmt: skip
"""What the letters of the usual symbol fonts show."""
UNKNOWN_SYMBOL = "□"
BOXES = {"☐": False, "□": False, "❑": False, "☒": True, "☑": True}
"""What boxes to tick look like, and whether they are ticked."""


@dataclass(frozen=True)
class Look:
    """How letters look."""

    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    is_raised: bool = False
    is_lowered: bool = False
    is_code: bool = False
    is_key: bool = False
    is_marked: bool = False
    is_underlined: bool = False
    is_large: bool = False


@dataclass(frozen=True)
class Piece:
    """Letters of one look. `is_ready` when the text is Markdown already: a link, a picture, a line break."""

    text: str
    look: Look = Look()
    is_ready: bool = False


PLAIN = Look()


def symbol(font: str, code: int) -> str | None:
    """What a letter of a symbol font shows; None when the font or the letter is unknown."""
    code = code - 0xF000 if code >= 0xF000 else code
    return SYMBOLS.get(font.lower().strip(), {}).get(code)


def escaped(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def safe_line(text: str) -> str:
    """A paragraph that Markdown takes for nothing else: its first letters and its end are told apart."""
    lines = text.split("\n")
    return "\n".join(_safe(line) for line in lines)


def _safe(line: str) -> str:
    line = _AT_START.sub(_start, line)
    line = _BOX_AT_START.sub(r"\\[", line)
    return _ATTRIBUTES_AT_END.sub(r"\\{", line)


def _start(found: re.Match[str]) -> str:
    if found[5]:
        return f"{found[5]}\\{found[6]}"
    return "\\" + found[0]


def markdown(pieces: Iterable[Piece], keep_underlined: bool = False) -> str:
    """The Markdown of pieces; marks stand against words, never against spaces."""
    merged: list[Piece] = []
    for piece in pieces:
        look = replace(piece.look, is_large=False, is_underlined=piece.look.is_underlined and keep_underlined)
        if merged and merged[-1].look == look and merged[-1].is_ready == piece.is_ready and not piece.is_ready:
            merged[-1] = Piece(merged[-1].text + piece.text, look)
        elif piece.text:
            merged.append(Piece(piece.text, look, piece.is_ready))
    merged = _bridged(merged)
    return "".join(_emphasised(group) for group in _by_emphasis(merged))


def _bridged(pieces: list[Piece]) -> list[Piece]:
    """Spaces between two pieces of one look join them."""
    for place in range(1, len(pieces) - 1):
        before, here, after = pieces[place - 1 : place + 2]
        if not here.is_ready and not here.text.strip() and before.look == after.look:
            pieces[place] = Piece(here.text, before.look)
    return pieces


def _by_emphasis(pieces: list[Piece]) -> Iterable[list[Piece]]:
    """Neighbours that share bold and italic stand between one pair of marks."""
    group: list[Piece] = []
    for piece in pieces:
        if group and (group[-1].look.is_bold, group[-1].look.is_italic) != (piece.look.is_bold, piece.look.is_italic):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _emphasised(group: list[Piece]) -> str:
    inner = "".join(_inner(piece) for piece in group)
    look = group[0].look
    words = inner.strip(" \u00a0\n")
    if not words or not (look.is_bold or look.is_italic) or _only_pictures(words):
        return inner
    marks = ("**" if look.is_bold else "") + ("*" if look.is_italic else "")
    lead, tail = inner[: inner.index(words[0])], inner[len(inner.rstrip(" \u00a0\n")) :]
    return f"{lead}{marks}{words}{marks[::-1]}{tail}"


def _only_pictures(text: str) -> bool:
    return not re.sub(r"!\[(?:[^\]\\]|\\.)*\]\([^)]*\)|\s", "", text)


def _inner(piece: Piece) -> str:
    look = piece.look
    if piece.is_ready:
        return piece.text
    words = piece.text.strip()
    if not words:
        return piece.text
    lead = piece.text[: len(piece.text) - len(piece.text.lstrip())]
    tail = piece.text[len(piece.text.rstrip()) :]
    if look.is_code:
        return f"{lead}{_code(words)}{tail}"
    words = escaped(words)
    for is_on, tag in (
        (look.is_key, "kbd"),
        (look.is_raised, "sup"),
        (look.is_lowered, "sub"),
        (look.is_marked, "mark"),
        (look.is_struck, "del"),
        (look.is_underlined, "ins"),
    ):
        if is_on:
            words = f"<{tag}>{words}</{tag}>"
    return f"{lead}{words}{tail}"


def _code(words: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", words)), default=0)
    marks = "`" * (longest + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{marks}{pad}{words}{pad}{marks}"
