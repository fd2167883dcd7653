"""Scaled copies of the pictures that are too heavy for a page (ADR 0025)."""

from __future__ import annotations

import io
import warnings
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from classeur.model.pictures import is_heavy

if TYPE_CHECKING:  # Pillow is loaded by a site that shows a heavy picture
    from PIL import Image

WIDEST = 1600
"""Pixels on the longer side of a scaled copy: twice the column of a text, enough for a sheet of A4."""
MOST_PIXELS = 150_000_000
"""A picture of more dots than that is shown as it is: opening it would take a gigabyte."""
_QUALITY = 82
_SEE_THROUGH = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})


def scaled_suffix(root: Path, path: PurePosixPath) -> str:
    """What ends the name of the scaled copy, such as `-1600.jpg`; empty when the picture is shown as it is."""
    try:
        if not is_heavy(path, (root / path).stat().st_size):
            return ""
    except (OSError, ValueError):
        return ""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(root / path) as picture:  # reads the head of the file only
                if picture.width * picture.height > MOST_PIXELS or getattr(picture, "is_animated", False):
                    return ""
                return f"-{WIDEST}{'.png' if _is_see_through(picture) else '.jpg'}"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""  # no picture that can be read: the browser says so in its place


def scaled(source: Path) -> bytes | None:
    """The copy, upright, without what the camera wrote in it (place, day, name); None when it cannot be read."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(source) as picture:
                return _copied(picture)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _copied(picture: Image.Image) -> bytes:
    from PIL import Image, ImageOps

    see_through = _is_see_through(picture)
    profile = picture.info.get("icc_profile")
    picture.draft("RGB", (WIDEST, WIDEST))  # a JPEG is decoded at the nearest size, many times faster
    upright = ImageOps.exif_transpose(picture)
    drawn = upright.convert("RGBA" if see_through else "RGB")
    drawn.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    if see_through:
        drawn.save(kept, "PNG", optimize=True)
    else:
        same_colours = profile if picture.mode == "RGB" else None
        drawn.save(kept, "JPEG", quality=_QUALITY, progressive=True, optimize=True, icc_profile=same_colours)
    return kept.getvalue()


def _is_see_through(picture: Image.Image) -> bool:
    return picture.mode in _SEE_THROUGH or "transparency" in picture.info
