"""Pictures in a text: their size on paper, their alternative text, a drawing as SVG with a PNG behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from classeur.drawings.raster import png
from classeur.drawings.theme import flat
from classeur.writers.word.package import PICTURES
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.wml import attribute

PIXEL = 9525
"""A pixel of a screen in the units of a drawing (English Metric Units)."""
TWIP = 635
"""A twentieth of a point in the same units."""
_SHARPNESS = 2
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_BOX = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
_OPENING = re.compile(r"<svg\b")

Rasters = Callable[[str, int, Callable[[str, int], bytes]], bytes]
"""Gives the PNG of an SVG so many pixels wide, made by the function or kept from an earlier run."""


@dataclass(frozen=True)
class Measured:
    """A picture that Word can show: its bytes, its kind, its natural size in drawing units."""

    data: bytes
    extension: str
    width: int
    height: int


def raster_now(svg: str, width: int, draw: Callable[[str, int], bytes]) -> bytes:
    """A PNG made each time."""
    return draw(svg, width)


def measured(data: bytes) -> Measured | None:
    """A picture as it was stored; None when Word cannot show it."""
    try:
        image = Image.from_blob(data)
        extension = image.ext.lower()
        width, height = int(image.width), int(image.height)
    except (
        UnrecognizedImageError, UnexpectedEndOfFileError, InvalidImageStreamError, ValueError, KeyError, IndexError,
        ZeroDivisionError, OSError, EOFError,
    ):  # fmt: skip
        return None
    if extension not in PICTURES or width <= 0 or height <= 0:
        return None
    return Measured(data, extension, width, height)


def svg_size(svg: str) -> tuple[float, float] | None:
    """The width and the height of a drawing in pixels; None when it does not say."""
    start = _OPENING.search(svg)
    if start is None:
        return None
    opening = svg[start.start() : svg.find(">", start.start()) + 1]
    box = _BOX.search(opening)
    sides = {name: float(value) for name, value in re.findall(r'\s(width|height)="([\d.]+)(?:px)?"', opening)}
    if box is None:
        return (
            (sides["width"], sides["height"]) if {"width", "height"} <= sides.keys() and all(sides.values()) else None
        )
    wide, high = float(box[1]), float(box[2])
    if not wide or not high:
        return None
    width = sides.get("width") or wide
    return width, width * high / wide


@dataclass(frozen=True)
class Frame:
    """The room of a picture, in twentieths of a point, and the width asked for in pixels (0: its own)."""

    width: int
    height: int
    asked: int = 0


def stored_picture(sheet: Sheet, data: bytes, alt: str, frame: Frame) -> str:
    """A run that shows a stored picture; nothing when Word cannot show it."""
    found = measured(data)
    if found is None:
        return ""
    embedded = sheet.package.relate(sheet.part, "image", sheet.package.picture(found.data, found.extension))
    return _run(sheet, embedded, "", _fitted(found.width, found.height, frame), alt)


def drawn_picture(sheet: Sheet, svg: str, alt: str, frame: Frame, rasters: Rasters = raster_now) -> str:
    """A run that shows a drawing: SVG for programs that know it, PNG for the others."""
    size = svg_size(svg)
    if size is None:
        return ""
    plain = flat(svg)
    width, height = _fitted(int(size[0] * PIXEL), int(size[1] * PIXEL), frame)
    pixels = min(3000, max(64, round(width / PIXEL * _SHARPNESS)))
    try:
        raster = rasters(plain, pixels, png)
    except (ValueError, RuntimeError):
        return ""
    embedded = sheet.package.relate(sheet.part, "image", sheet.package.picture(raster, "png"))
    vector = sheet.package.relate(sheet.part, "image", sheet.package.picture(_with_sides(plain, size), "svg"))
    return _run(sheet, embedded, vector, (width, height), alt)


def _with_sides(svg: str, size: tuple[float, float]) -> bytes:
    """The drawing with its size in its first tag, without which Word shows nothing."""
    start = svg.index("<svg")
    end = svg.index(">", start)
    opening = re.sub(r'\s(?:width|height)="[^"]*"', "", svg[start:end])
    if "xmlns=" not in opening:
        opening += ' xmlns="http://www.w3.org/2000/svg"'
    sides = f' width="{size[0]:.0f}" height="{size[1]:.0f}"'
    return (svg[start : start + 4] + sides + opening[4:] + svg[end:]).encode("utf-8")


def _fitted(width: int, height: int, frame: Frame) -> tuple[int, int]:
    """The size on paper: the one asked for, never larger than the room."""
    if frame.asked:
        height, width = height * frame.asked * PIXEL // width, frame.asked * PIXEL
    share = min(1.0, frame.width * TWIP / width, frame.height * TWIP / height)
    return max(1, int(width * share)), max(1, int(height * share))


def _run(sheet: Sheet, embedded: str, vector: str, size: tuple[int, int], alt: str) -> str:
    number = sheet.drawing_number()
    width, height = size
    inside = ""
    if vector:
        inside = (
            f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip '
            'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="{vector}"/></a:ext></a:extLst>'
        )
    decorative = "" if alt else (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )  # fmt: skip
    properties = f'<wp:docPr id="{number}" name="Image {number}" descr="{attribute(alt)}"'
    properties += f">{decorative}</wp:docPr>" if decorative else "/>"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'{properties}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Image {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{embedded}">{inside}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
