"""Pictures too heavy to be sent as they are to a telephone."""

from __future__ import annotations

from pathlib import PurePosixPath

HEAVY_BYTES = 1_000_000
"""Beyond so many bytes a picture is told as heavy, and the site shows a scaled copy of it."""

_SCALABLE = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff"})
"""Pictures made of dots; a drawing (.svg) and a moving picture (.gif) are left alone."""


def is_heavy(path: PurePosixPath, size: int) -> bool:
    """Whether a file of that many bytes is a picture to scale down."""
    return size > HEAVY_BYTES and path.suffix.lower() in _SCALABLE
