"""How wide a text is drawn, where it is cut into lines, and the SVG text itself.

Widths are those of the Noto Sans that `mermaid_render` carries: wider than Arial or Segoe UI, so that a text that fits
here fits on a machine that has another font.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from classeur.drawings.markup import element, escaped, number
from classeur.drawings.theme import colour

FONT_FAMILY = "'Noto Sans', 'Segoe UI', Arial, 'Liberation Sans', sans-serif"
LEADING = 1.28
"""Distance between two baselines, in font sizes."""

_UNKNOWN_GLYPH = 0.6
_NO_BREAK = "\u00a0"
_GLUE = "\u2060"
"""Before a piece that follows its own hyphen: on the same line, no space goes between."""
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_BEFORE_SIGN = re.compile(r" (?=[:;?!%»])|(?<=«) ")


def font_files() -> tuple[Path, ...]:
    """The regular and the bold font, as files."""
    return (_font_file(False), _font_file(True))


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in SVG units, at a font size in the same units."""
    glyphs = _glyph_widths(bold)
    return size * sum(glyphs.get(ord(letter), _UNKNOWN_GLYPH) for letter in text)


def height(lines: Sequence[str], size: float) -> float:
    """The height that lines take, in SVG units."""
    return len(lines) * size * LEADING


def wrap(text: str, size: float, limit: float, bold: bool = False, most: int = 0) -> tuple[str, ...]:
    """The text cut into lines of at most `limit`, of much the same length.

    A word longer than a line is cut with a hyphen. With `most`, the lines beyond are dropped and an ellipsis says so.
    """
    if not text.strip():
        return ()
    words = [piece for word in _words(text) for piece in _pieces(word, size, limit, bold)]
    lines = _balanced(words, size, limit, bold)
    if most and len(lines) > most:
        return (*lines[: most - 1], _shortened(lines[most - 1], size, limit, bold))
    return tuple(lines)


def breaks_a_word(text: str, size: float, limit: float, bold: bool = False) -> bool:
    """Whether a word of the text is longer than a line."""
    return any(width(word, size, bold) > limit for word in _words(text))


def svg_text(
    x: float,
    y: float,
    lines: Sequence[str],
    size: float,
    *,
    fill: str = "ink",
    weight: int = 400,
    anchor: str = "middle",
) -> str:
    """A `<text>` of one or several lines; `y` is the baseline of the first, `fill` a colour of the palette.

    A space ends each line but the last, so that who reads or copies the text gets words; a centred line moves half
    of that space to the right, where it looks centred; one that ends at `x` moves the whole of it.
    """
    if not lines:
        return ""
    step = size * LEADING
    moved = x + width(" ", size, bold=weight >= 600) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    spans = "".join(
        f'<tspan x="{number(moved)}" y="{number(y + index * step)}">{escaped(line)} </tspan>'
        for index, line in enumerate(lines[:-1])
    )
    spans += f'<tspan x="{number(x)}" y="{number(y + (len(lines) - 1) * step)}">{escaped(lines[-1])}</tspan>'
    heavy = {"font_weight": str(weight)} if weight != 400 else {}
    return element("text", spans, fill=colour(fill), font_size=size, text_anchor=anchor, **heavy)


def _words(text: str) -> list[str]:
    """The words, a French sign kept with the word before it; a no-break space is no space between words."""
    return _BEFORE_SIGN.sub(_NO_BREAK, _SPACES.sub(" ", text).strip(" ")).split(" ")


def _pieces(word: str, size: float, limit: float, bold: bool) -> list[str]:
    """The word, or its pieces: cut at its own hyphens first, then in even parts, so that no letter stands alone."""
    if width(word, size, bold) <= limit:
        return [word]
    parts = re.findall(r"[^-]+-*|-+", word)
    if len(parts) > 1:
        cut = [_pieces(part, size, limit, bold) for part in parts]
        return [*cut[0], *(piece for part in cut[1:] for piece in (_GLUE + part[0], *part[1:]))]
    count = 2
    while count < len(word):
        length = -(-len(word) // count)
        pieces = [word[start : start + length] for start in range(0, len(word), length)]
        pieces[:-1] = [piece + "-" for piece in pieces[:-1]]
        if all(width(piece, size, bold) <= limit for piece in pieces):
            return pieces
        count += 1
    return list(word)


def _balanced(words: list[str], size: float, limit: float, bold: bool) -> list[str]:
    """The fewest lines, then the narrowest limit that keeps their number."""
    best = _filled(words, size, limit, bold)
    low, high = limit / 2, limit
    for _ in range(7 if len(best) > 1 else 0):
        middle = (low + high) / 2
        tried = _filled(words, size, middle, bold)
        if len(tried) <= len(best) and all(width(line, size, bold) <= middle for line in tried):
            high, best = middle, tried
        else:
            low = middle
    return best


def _filled(words: list[str], size: float, limit: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in words:
        glued, word = word.startswith(_GLUE), word.removeprefix(_GLUE)
        longer = lines[-1] + ("" if glued else " ") + word if lines else word
        if lines and width(longer, size, bold) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shortened(line: str, size: float, limit: float, bold: bool) -> str:
    while line and width(line + "…", size, bold) > limit:
        line = line[:-1]
    return line.rstrip(" ,;:-" + _NO_BREAK) + "…"


@lru_cache(maxsize=2)
def _glyph_widths(bold: bool) -> Mapping[int, float]:
    """Advance of each character, in font sizes."""
    with TTFont(_font_file(bold), lazy=True) as font:
        advances = font["hmtx"].metrics
        units = font["head"].unitsPerEm
        return {code: advances[name][0] / units for code, name in font.getBestCmap().items()}


@lru_cache(maxsize=2)
def _font_file(bold: bool) -> Path:
    # find_spec does not run the package: measuring a text must not start its JavaScript engine.
    found = importlib.util.find_spec("mermaid_render")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("mermaid_render, which carries the fonts of the drawings, is not installed")
    return Path(found.submodule_search_locations[0]) / "fonts" / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf"
