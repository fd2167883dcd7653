"""A drawing as a PNG, for Word: same fonts on every machine, light colours."""

from __future__ import annotations

import resvg_py

from classeur.drawings.letters import font_files
from classeur.drawings.theme import LIGHT, flat


def png(svg: str, width: int) -> bytes:
    """The picture of one `<svg>` element, `width` pixels wide, on a white ground."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=flat(svg),
        width=width,
        background=LIGHT["page"],
        skip_system_fonts=True,
        font_files=[str(path) for path in font_files()],
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )
    return bytes(drawn)
