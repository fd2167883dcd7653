"""Mermaid diagrams as accessible SVG, drawn without a browser and rebuilt from a list of what is allowed.

Nothing of the renderer's SVG is trusted: each element and attribute that is not known to be harmless is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from xml.etree import ElementTree

from mermaid_render import convert

from classeur.drawings.letters import FONT_FAMILY
from classeur.drawings.markup import element, escaped
from classeur.drawings.theme import LIGHT, colour

MOST_CHARACTERS = 20_000
MOST_LINES = 400
MOST_DRAWN = 500_000
"""Characters of SVG: a few words of source may draw thousands of arrows."""

_SVG = "{http://www.w3.org/2000/svg}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"})
_ELEMENTS = _SHAPES | {"svg", "g", "tspan", "defs", "marker", "clipPath", "linearGradient", "radialGradient", "stop"}
_PLACES = frozenset(
    {"d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height", "points"}
    | {"transform", "viewBox", "offset", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"}
    | {"gradientTransform", "gradientUnits"}
)
_LOOKS = frozenset(
    {"fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"}
    | {"stroke-linecap", "stroke-linejoin", "opacity", "stop-color", "stop-opacity", "clip-path", "clip-rule"}
    | {"font-size", "font-weight", "font-style", "text-anchor", "text-decoration", "dominant-baseline"}
    | {"marker-start", "marker-end"}
)
_ATTRIBUTES = _PLACES | _LOOKS | {"id", "class"}
# The renderer's own colours follow the page's palette; any other colour was chosen by the writer and needs white paper.
_THEME = "redux-color"
_COLOURS = {
    "#ffffff": "page",
    "#172d4a": "ink",
    "#596579": "muted",
    "#000000": "line",
    "#e5effa": "node",
    "#f0f4fa": "node-soft",
    "#4472c4": "node-line",
}
_LOCAL = re.compile(r"url\(\s*#([\w.-]+)\s*\)")
_DANGER = re.compile(r"url\s*\(|javascript:|@import|expression\s*\(|\\|<|&", re.IGNORECASE)
_PLAIN_COLOUR = re.compile(r"#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d.,%\s]+\)", re.IGNORECASE)
_PAINTS = ("fill", "stroke", "stop-color")
_FAILED_AT = re.compile(r"[\w-]+ at (\d+):\d+: (.*)", re.DOTALL)
_TITLE = re.compile(r"^\s*accTitle\s*:\s*(.+?)\s*$", re.MULTILINE)
_DESCRIPTION = re.compile(r"^\s*accDescr\s*(?::\s*(?P<line>.+?)\s*$|\{(?P<block>[^}]*)\})", re.MULTILINE)
_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9_-]+")


class MermaidError(ValueError):
    """A diagram that cannot be drawn; `line` is the line in the diagram, from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def title_of(text: str) -> str:
    """The diagram's `accTitle`, or nothing."""
    found = _TITLE.search(text)
    return found[1] if found else ""


def render(text: str, identity: str) -> str:
    """The diagram as an inline `<svg>` that scales with the page.

    Args:
        text: the Mermaid source.
        identity: what tells this diagram from the others of the page; every id of the SVG starts with it.

    Raises:
        MermaidError: the source is empty, too long, wrong, or draws nothing.
    """
    _refuse_giants(text)
    drawn = _parsed(text)
    root = "cl-mermaid-" + (_NOT_IN_AN_ID.sub("-", identity) or "1")
    own_colours = not _uses_only(drawn, set(_COLOURS))
    if not any(node.tag.removeprefix(_SVG) in _SHAPES for node in drawn.iter()):
        raise MermaidError("the diagram is empty")
    content = "".join(_clean(child, root, own_colours) for child in drawn)
    if len(content) > MOST_DRAWN:
        raise MermaidError("the drawing of this diagram is too large for a page: cut it into several diagrams")
    box = drawn.get("viewBox", "")
    return _framed(text, content, root, box, own_colours)


def _refuse_giants(text: str) -> None:
    if not text.strip():
        raise MermaidError("the diagram is empty")
    if len(text) > MOST_CHARACTERS:
        raise MermaidError(f"the diagram has {len(text)} characters, {MOST_CHARACTERS} at most are drawn")
    if len(text.splitlines()) > MOST_LINES:
        raise MermaidError(f"the diagram has more than {MOST_LINES} lines", MOST_LINES + 1)


def _parsed(text: str) -> ElementTree.Element:
    """The renderer's SVG, or an error at the line of the source."""
    _without_idle_thread()
    try:
        # The renderer stops by itself after ten seconds or 256 MB.
        svg = convert(text, format="svg", theme=_THEME)
        return ElementTree.fromstring(svg)
    except ValueError as trouble:
        raise _located(str(trouble), text) from trouble
    except ElementTree.ParseError as trouble:
        raise MermaidError("the drawing of this diagram cannot be read") from trouble


@cache
def _without_idle_thread() -> None:
    """End the thread that quickjs starts as it is imported and that the renderer never uses.

    A process with a second thread cannot be split in two safely: the rest of a build would use one core only.
    """
    started = getattr(import_module("quickjs").Function, "_threadpool", None)
    if started is not None:
        started.shutdown()


def _located(trouble: str, text: str) -> MermaidError:
    found = _FAILED_AT.match(trouble)
    if not found:
        return MermaidError(trouble)
    kept = _read_lines(text)
    reported = min(max(1, int(found[1])), len(kept))
    return MermaidError(found[2].strip(), kept[reported - 1])


def _read_lines(text: str) -> list[int]:
    """The lines that the renderer counts: it drops front matter, comments, directives and blank lines at the head."""
    kept: list[int] = []
    lines = text.splitlines()
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    until = "---" if lines[first].strip() == "---" else ""
    for place, line in enumerate(lines, 1):
        words = line.strip()
        if until:
            if place - 1 > first and words.endswith(until):
                until, words = "", ""
            else:
                continue
        elif words.startswith("%%{"):
            until = "" if words.endswith("}%%") else "}%%"
            words = ""
            if until:
                continue
        elif words.startswith("%%"):
            continue
        if words or kept:
            kept.append(place)
    return kept or [1]


def _uses_only(drawn: ElementTree.Element, known: set[str]) -> bool:
    """Whether every colour of the drawing is one of those, so that the page's palette may replace them."""
    return all(
        value.lower() in known or value.lower() in ("none", "currentcolor", "transparent")
        for node in drawn.iter()
        for name, value in _told(node)
        if name in _PAINTS
    )


def _told(node: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The attributes of an element, those of its `style` as well: a strict page refuses `style`, not attributes."""
    yield from node.attrib.items()
    for declaration in node.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.replace("!important", "").strip()


def _clean(node: ElementTree.Element, root: str, own_colours: bool) -> str:
    """The element and what it holds, as far as they are known to be harmless."""
    name = node.tag.removeprefix(_SVG)
    if name not in _ELEMENTS:
        return ""
    kept = dict(_kept(node, root, own_colours))
    told = "".join(f' {key}="{escaped(value)}"' for key, value in kept.items())
    if node.get(_XML_SPACE) == "preserve":
        told += ' xml:space="preserve"'
    inside = escaped(node.text or "") + "".join(
        _clean(child, root, own_colours) + escaped(child.tail or "") for child in node
    )
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def _kept(node: ElementTree.Element, root: str, own_colours: bool) -> Iterator[tuple[str, str]]:
    for name, value in _told(node):
        if name not in _ATTRIBUTES:
            continue
        if name == "id":
            yield name, f"{root}-{_NOT_IN_AN_ID.sub('-', value)}"
        elif name in _PAINTS and not own_colours and value.lower() in _COLOURS:
            yield name, colour(_COLOURS[value.lower()])
        elif name in _PAINTS and _PLAIN_COLOUR.fullmatch(value):
            yield name, value
        elif _LOCAL.fullmatch(value.strip()):
            yield name, _LOCAL.sub(lambda found: f"url(#{root}-{found[1]})", value.strip())
        elif not _DANGER.search(value):
            yield name, value


def _framed(text: str, content: str, root: str, box: str, own_colours: bool) -> str:
    """The `<svg>` around the drawing, with its title and description, on white paper if the writer chose colours."""
    names, told = [], ""
    for part, words in (("title", title_of(text)), ("desc", _description_of(text))):
        if words:
            told += element(part, escaped(words), id=f"{root}-{part}")
            names.append(f"{root}-{part}")
    x, y, width, height = _numbers(box)
    if own_colours:
        told += element("rect", x=x, y=y, width=width, height=height, rx=8, fill="#ffffff")
    labels = {"aria_labelledby": " ".join(names)} if names else {"aria_label": title_of(text) or "Mermaid"}
    ink = LIGHT["ink"] if own_colours else colour("ink")
    svg = element(
        "svg",
        told + content,
        xmlns="http://www.w3.org/2000/svg",
        class_="cl-mermaid",
        viewBox=box,
        role="img",
        **labels,
        font_family=FONT_FAMILY,
        font_size=16,
        fill=ink,
    )
    # Its natural size, and never wider than the column: an attribute, which a strict page accepts, unlike a style.
    return svg.replace("<svg ", f'<svg width="{width:g}" ', 1)


def _description_of(text: str) -> str:
    found = _DESCRIPTION.search(text)
    if not found:
        return ""
    return " ".join((found["line"] or found["block"] or "").split())


def _numbers(box: str) -> tuple[float, float, float, float]:
    try:
        x, y, width, height = (float(value) for value in box.split())
    except ValueError as trouble:
        raise MermaidError("the drawing of this diagram has no size") from trouble
    if width <= 0 or height <= 0:
        raise MermaidError("the diagram is empty")
    return x, y, width, height
