"""The styles of a Word file, by the names that people see: a French Word calls « Titre1 » what is named "heading 1"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from classeur.importers.word.wml import Element, W, inside, is_on, number, stated, value
from classeur.model.references import folded

_HEADING = re.compile(r"(?:heading|titre|überschrift|título|titolo) ?([1-9])\b")
_CONTENTS = re.compile(r"(?:toc|tm|table of figures|table des illustrations|index) ?\d?")
_DEEPEST = 20
_SHORT = 120
_MINORITY = 0.3
_CODE_FONTS = ("courier", "consolas", "monospace", "menlo", "source code", "dejavu sans mono", "liberation mono")
_ROLES = {
    "title": ("title", "titre"),
    "subtitle": ("subtitle", "sous-titre"),
    "quote": ("quote", "intense quote", "citation", "citation intense", "block text", "normal centre"),
    "code": (
        "code source", "code", "source code", "preformate html", "html preformatted", "plain text", "texte brut",
        "macro", "texte preformate", "preformatted text",
    ),
    "term": ("terme defini", "definition term"),
    "definition": ("definition",),
    "caption": ("caption", "legende"),
    "tab": ("onglet",),
    "filler": ("intercalaire",),
}  # fmt: skip
_BOXES = {"note": "note", "conseil": "tip", "attention": "warning", "danger": "danger"}


class Role(StrEnum):
    """What a paragraph's style says that it is."""

    TEXT = "text"
    TITLE = "title"
    SUBTITLE = "subtitle"
    QUOTE = "quote"
    CODE = "code"
    TERM = "term"
    DEFINITION = "definition"
    CAPTION = "caption"
    TAB = "tab"
    FILLER = "filler"
    CONTENTS = "contents"
    BOX = "box"
    BOX_TITLE = "box title"


@dataclass(frozen=True)
class ParagraphStyle:
    """What a style means for a text.

    Attributes:
        level: of a heading, from 1; 0 for anything else.
        outline: the level of outline that the style gives, from 1; 0 for none. It alone makes no heading.
        numbering: the list and the depth that the style gives.
        box: the kind of box, such as warning.
    """

    name: str = ""
    role: Role = Role.TEXT
    level: int = 0
    outline: int = 0
    numbering: tuple[str, int] | None = None
    box: str = ""
    is_bold: bool = False


@dataclass
class Styles:
    """The styles of a file."""

    elements: dict[str, Element] = field(default_factory=dict)
    used: Counter[str] = field(default_factory=Counter)
    default: str = ""
    _known: dict[str, ParagraphStyle] = field(default_factory=dict)
    _letters: dict[str, Letters] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None, body: Element | None) -> Styles:
        """The styles of a part, and how often each one is used by a paragraph of the text."""
        found = cls()
        for each in root.iter(W + "style") if root is not None else ():
            found.elements.setdefault(value(each, "styleId"), each)
            if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true", "on"):
                found.default = value(each, "styleId")
        if body is not None:
            found.used.update(value(each) for each in body.iter(W + "pStyle"))
        return found

    def name(self, identifier: str) -> str:
        """The name of a style; its identifier when it has none."""
        return value(inside(self.elements.get(identifier), "name")) or identifier

    def paragraph(self, identifier: str) -> ParagraphStyle:
        """What a style means for a paragraph; inherited from the styles that it is based on."""
        if identifier not in self._known:
            self._known[identifier] = self._meaning(identifier)
        return self._known[identifier]

    def is_common(self, identifier: str) -> bool:
        """Whether so many paragraphs have this style that it cannot be one of headings."""
        total = sum(self.used.values())
        return not identifier or self.used[identifier] > max(3, total * _MINORITY)

    def letters(self, identifier: str) -> Letters:
        """What a style of letters means."""
        if identifier not in self._letters:
            self._letters[identifier] = self._letters_of(identifier)
        return self._letters[identifier]

    def _chain(self, identifier: str) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            element = self.elements.get(identifier)
            if element is None:
                return
            yield element
            identifier = value(inside(element, "basedOn"))

    def _meaning(self, identifier: str) -> ParagraphStyle:
        level = outline = 0
        numbering: tuple[str, int] | None = None
        bold: bool | None = None
        role, box = _role_of(self.name(identifier))
        for element in self._chain(identifier):
            name = folded(value(inside(element, "name")))
            if not level and (found := _HEADING.match(name)):
                level = int(found[1])
            if role is Role.TEXT:
                role, box = _role_of(name)
            typed = value(inside(element, "pPr", "outlineLvl"))
            if not outline and typed.isdecimal() and int(typed) < 9:
                outline = int(typed) + 1
            listed = inside(element, "pPr", "numPr")
            if numbering is None and listed is not None:
                numbering = (value(inside(listed, "numId")), number(value(inside(listed, "ilvl"))))
            if bold is None:
                bold = stated(inside(element, "rPr"), "b")
        return ParagraphStyle(self.name(identifier), role, level, outline, numbering, box, bool(bold))

    def _letters_of(self, identifier: str) -> Letters:
        name = folded(self.name(identifier))
        is_code = name in ("code en ligne", "verbatim char", "html code", "code html", "source text", "code")
        is_key = name in ("touche", "html keyboard", "clavier html")
        bold = italic = None
        for element in self._chain(identifier):
            properties = inside(element, "rPr")
            bold = stated(properties, "b") if bold is None else bold
            italic = stated(properties, "i") if italic is None else italic
            is_code = is_code or has_code_font(properties)
        is_link = name in ("hyperlink", "lien hypertexte", "footnote reference", "endnote reference")
        return Letters(bool(bold) and not is_link, bool(italic) and not is_link, is_code and not is_key, is_key)


@dataclass(frozen=True)
class Letters:
    """What a style of letters says."""

    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    is_key: bool = False


def has_code_font(properties: Element | None) -> bool:
    """Whether letters are written in a font for code."""
    fonts = inside(properties, "rFonts")
    return value(fonts, "ascii").lower().startswith(_CODE_FONTS)


def heading_level(properties: Element | None, style: ParagraphStyle, identifier: str, styles: Styles, text: str) -> int:
    """The level of a heading, 0 when it is none.

    A level of outline makes a heading only of a short paragraph whose style is rare: some templates give one to
    the style of plain text.
    """
    if style.level:
        return style.level
    if style.role is not Role.TEXT or not 0 < len(text) < _SHORT:
        return 0
    typed = value(inside(properties, "outlineLvl"))
    if typed.isdecimal():
        return int(typed) + 1 if int(typed) < 9 and (style.is_bold or not text.endswith(".")) else 0
    return 0 if not style.outline or styles.is_common(identifier) else style.outline


def is_hidden(properties: Element | None) -> bool:
    """Whether letters are hidden."""
    return is_on(properties, "vanish") or is_on(properties, "webHidden")


def _role_of(name: str) -> tuple[Role, str]:
    name = folded(name)
    if name.startswith("encadre "):
        kind, _, title = name.removeprefix("encadre ").partition(" ")
        return (Role.BOX_TITLE if title == "titre" else Role.BOX), _BOXES.get(kind, "note")
    if _CONTENTS.fullmatch(name) or name in ("toc heading", "en-tete de table des matieres"):
        return Role.CONTENTS, ""
    found = next((role for role, names in _ROLES.items() if name in names), None)
    return (Role(found) if found else Role.TEXT), ""
