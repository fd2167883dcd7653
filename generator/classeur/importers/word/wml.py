"""Names of WordprocessingML, and the few ways in which its elements are asked."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_ID = f"{R}id"
_OFF = frozenset({"0", "false", "off", "none"})
_ON_OFF = frozenset({"1", "true", "on"})

Element = etree._Element


def inside(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a path of Word names; None when one of them is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word; empty when the element or the attribute is missing."""
    return "" if element is None else (element.get(W + name) or "")


def number(text: str, otherwise: int = 0) -> int:
    """A whole number as Word writes it; some programs write 12.0."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return otherwise


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a property that is on or off is on: its presence alone says yes."""
    found = inside(properties, name)
    return found is not None and value(found).lower() not in _OFF


def stated(properties: Element | None, name: str) -> bool | None:
    """The same; None when the property does not stand there."""
    return None if inside(properties, name) is None else is_on(properties, name)


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element) -> Iterator[tuple[str, Element]]:
    """The elements inside, each with its local name; comments are passed over."""
    for child in element:
        if name := local(child):
            yield name, child


def chosen(alternate: Element) -> Element | None:
    """What to read of an `mc:AlternateContent`: its first choice, else what stands for older programs; never both."""
    found = dict(reversed(list(children(alternate))))
    return found.get("Choice", found.get("Fallback"))


def plain_text(element: Element) -> str:
    """All the words of an element, deleted ones left out."""
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: Element, parts: list[str]) -> None:
    for name, child in children(element):
        if name == "t":
            parts.append(child.text or "")
        elif name in ("tab", "br", "cr"):
            parts.append(" ")
        elif name == "noBreakHyphen":
            parts.append("-")
        elif name == "AlternateContent":
            picked = chosen(child)
            if picked is not None:
                _gather(picked, parts)
        elif name not in ("del", "moveFrom", "pPr", "rPr", "instrText", "sdtPr"):
            _gather(child, parts)
            if name == "p":
                parts.append("\n")
