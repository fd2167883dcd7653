"""A Word template: what we take from it, which styles it lacks, and the same with these added."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from docx import Document
from docx.document import Document as Opened
from lxml import etree

from classeur.writers.word.package import CONTENT_TYPES, DOCUMENT, Package, zipped
from classeur.writers.word.style_names import REQUIRED, RequiredStyle, StyleKind
from classeur.writers.word.template_styles import styles_xml
from classeur.writers.word.wml import DECLARATION, MAIN, NAMESPACES

_W = f"{{{MAIN}}}"
_KEPT = ("styles", "settings", "fontTable", "theme")
"""What a template gives beside its page; its text, its headers and its macros stay behind."""
_ASKS_TO_UPDATE = ("updateFields", "attachedTemplate", "mailMerge", "documentProtection", "footnotePr", "endnotePr")
_AFTER_NOTES = frozenset({
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator", "docId", "chartTrackingRefBased",
})  # fmt: skip
"""What stands behind the notes in the settings: Word wants one order."""
_ONE_INCH = 1440


class TemplateError(ValueError):
    """A file that is no Word template that we can use."""


@dataclass(frozen=True)
class Paper:
    """The page, in twentieths of a point, as it stands upright."""

    width: int = 11906
    height: int = 16838
    top: int = 1588
    right: int = 1134
    bottom: int = 1247
    left: int = 1134
    header: int = 567
    footer: int = 510

    def room(self, landscape: bool = False) -> int:
        """The width that the text may take."""
        return (self.height if landscape else self.width) - self.left - self.right

    def tall(self, landscape: bool = False) -> int:
        """The height that the text may take."""
        return (self.width if landscape else self.height) - self.top - self.bottom

    def xml(self, landscape: bool = False) -> str:
        """The size and the margins of a section."""
        size = (
            f'<w:pgSz w:w="{self.height}" w:h="{self.width}" w:orient="landscape"/>'
            if landscape
            else f'<w:pgSz w:w="{self.width}" w:h="{self.height}"/>'
        )
        return (
            f'{size}<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}" '
            f'w:header="{self.header}" w:footer="{self.footer}" w:gutter="0"/>'
        )


@dataclass(frozen=True)
class Template:
    """A template as it was read: its bytes never change."""

    data: bytes

    @cached_property
    def opened(self) -> Opened:
        """The file as python-docx reads it.

        Raises:
            TemplateError: it is no Word file.
        """
        try:
            return Document(io.BytesIO(self.data))
        except (KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, OSError) as error:
            raise TemplateError(str(error)) from error

    @cached_property
    def ids(self) -> dict[tuple[StyleKind, str], str]:
        """The identifier of each style, by kind and name in small letters."""
        found: dict[tuple[StyleKind, str], str] = {}
        for style in self._styles.iterchildren(f"{_W}style"):
            name = style.find(f"{_W}name")
            kind = style.get(f"{_W}type") or ""
            if name is not None and kind in list(StyleKind):
                found[StyleKind(kind), (name.get(f"{_W}val") or "").lower()] = style.get(f"{_W}styleId") or ""
        return found

    @cached_property
    def lacking(self) -> tuple[RequiredStyle, ...]:
        """The styles that our copies use and that it does not hold."""
        return tuple(each for each in REQUIRED if (each.kind, each.name.lower()) not in self.ids)

    @cached_property
    def paper(self) -> Paper:
        """Its page, turned upright."""
        found = self.opened.element.body.findall(f".//{_W}sectPr")
        size, margins = (found[-1].find(f"{_W}{name}") if found else None for name in ("pgSz", "pgMar"))
        if size is None or margins is None:
            return Paper()
        wide, high = (_length(size.get(f"{_W}{side}"), 11906) for side in ("w", "h"))
        told = {
            name: _length(margins.get(f"{_W}{name}"), _ONE_INCH)
            for name in Paper.__annotations__
            if name not in ("width", "height")
        }
        return Paper(min(wide, high), max(wide, high), **told)

    def with_lacking_styles(self) -> bytes:
        """The file itself with the styles that it lacked, everything else left as it is."""
        styles = self.completed("").styles
        links = self.opened.part.rels.values()
        name = next(str(each.target_part.partname) for each in links if each.reltype.endswith("/styles")).lstrip("/")
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return zipped({each: styles if each == name else archive.read(each) for each in archive.namelist()})

    def completed(self, language: str) -> Completed:
        """The same with what it lacks, in a language such as fr-FR (empty: its own): what every copy starts from."""
        ids = dict(self.ids)
        added = []
        lacking = {each.name.lower() for each in self.lacking}
        shipped = dict(styles_xml())
        if lacking:  # our own styles rest on these
            lacking |= {
                name.lower() for name in ("Normal", "Default Paragraph Font", "Normal Table") if name not in self._names
            }
        used = set(self.ids.values())
        for name, xml in shipped.items():
            if name.lower() in lacking:
                identity = re.search(r'w:styleId="([^"]*)"', xml)
                kind = re.search(r'w:type="([^"]*)"', xml)
                if identity is None or kind is None or identity[1] in used:
                    continue
                ids[StyleKind(kind[1]), name.lower()] = identity[1]
                added.append(xml)
        return Completed(self, ids, self._styles_with(added, ids, language), language)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(each.get(f"{_W}val") or "" for each in self._styles.iter(f"{_W}name"))

    @property
    def _styles(self) -> etree._Element:
        root: etree._Element = self.opened.styles.element
        return root

    def _styles_with(self, added: Iterable[str], ids: dict[tuple[StyleKind, str], str], language: str) -> bytes:
        root = etree.fromstring(etree.tostring(self._styles))
        based = {"Normal": ids.get((StyleKind.PARAGRAPH, "normal"), "Normal")}
        for xml in added:
            for ours, theirs in based.items():
                xml = xml.replace(f'w:val="{ours}"/><w:next', f'w:val="{theirs}"/><w:next')
                xml = xml.replace(f'<w:basedOn w:val="{ours}"/>', f'<w:basedOn w:val="{theirs}"/>')
            root.append(etree.fromstring(f"<x {NAMESPACES}>{xml}</x>")[0])
        if language:
            _speak(root, language)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


@dataclass(frozen=True)
class Completed:
    """A template that holds every style, ready to start copies from."""

    template: Template
    ids: dict[tuple[StyleKind, str], str]
    styles: bytes
    language: str

    def style(self, name: str, kind: StyleKind = StyleKind.PARAGRAPH) -> str:
        """The identifier under which this template knows a style."""
        return self.ids[kind, name.lower()]

    @cached_property
    def paper(self) -> Paper:
        """Its page."""
        return self.template.paper

    @cached_property
    def first_numbers(self) -> tuple[int, int]:
        """The first list, and the first definition of a list, that the template leaves free."""
        root = self._numbering
        lists = [int(each.get(f"{_W}numId") or 0) for each in root.iter(f"{_W}num")]
        definitions = [int(each.get(f"{_W}abstractNumId") or 0) for each in root.iter(f"{_W}abstractNum")]
        return max(lists, default=0) + 1, max(definitions, default=0) + 1

    def package(self) -> Package:
        """A package with the template's look, and no text yet."""
        package = Package()
        package.put(DOCUMENT, CONTENT_TYPES["document"], b"")
        package.relate("", "officeDocument", DOCUMENT)
        package.put("/word/styles.xml", CONTENT_TYPES["styles"], self.styles)
        package.relate(DOCUMENT, "styles", "/word/styles.xml")
        for kind, name, content_type, data in self._others:
            package.put(name, content_type, data)
            package.relate(DOCUMENT, kind, name)
        return package

    def numbering(self, definitions: str, lists: str) -> str:
        """The numbering part with ours added: all definitions stand before the lists."""
        root = self._numbering
        told = {"abstractNum": "", "num": ""}
        for each in root:
            name = etree.QName(each).localname
            if name in told:
                told[name] += etree.tostring(each, encoding="unicode")
        inside = told["abstractNum"] + definitions + told["num"] + lists
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{inside}</w:numbering>"

    @cached_property
    def _numbering(self) -> etree._Element:
        for link in self.template.opened.part.rels.values():
            if link.reltype.endswith("/numbering"):
                return etree.fromstring(link.target_part.blob)
        return etree.fromstring(f"<w:numbering {NAMESPACES}/>")

    @cached_property
    def _others(self) -> tuple[tuple[str, str, str, bytes], ...]:
        """Settings, fonts and theme: kind of relationship, name, content type, content."""
        found = []
        for link in self.template.opened.part.rels.values():
            kind = link.reltype.rpartition("/")[2]
            if link.is_external or kind not in _KEPT or kind == "styles":
                continue
            part = link.target_part
            data = _settings(part.blob, self.language) if kind == "settings" else part.blob
            found.append(
                (kind, f"/word/{kind}.xml" if kind != "theme" else "/word/theme/theme1.xml", part.content_type, data)
            )
        if not any(kind == "settings" for kind, *_ in found):
            data = _settings(f"<w:settings {NAMESPACES}/>".encode(), self.language)
            found.append(("settings", "/word/settings.xml", CONTENT_TYPES["settings"], data))
        return tuple(sorted(found))


def _settings(blob: bytes, language: str) -> bytes:
    """The template's settings without anything that asks a question or leads elsewhere, with the two ruled notes."""
    root = etree.fromstring(blob)
    for name in _ASKS_TO_UPDATE:
        for each in root.findall(f"{_W}{name}"):
            root.remove(each)
    notes = etree.SubElement(root, f"{_W}footnotePr")
    for identity in ("-1", "0"):
        etree.SubElement(notes, f"{_W}footnote").set(f"{_W}id", identity)
    place = next((number for number, each in enumerate(root) if etree.QName(each).localname in _AFTER_NOTES), None)
    if place is not None:
        root.insert(place, notes)
    for each in root.findall(f"{_W}themeFontLang"):
        each.set(f"{_W}val", language)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _speak(styles: etree._Element, language: str) -> None:
    """Make the default letters of the styles those of a language."""
    defaults = styles.find(f"{_W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{_W}docDefaults")
        styles.insert(0, defaults)
    outer = defaults.find(f"{_W}rPrDefault")
    if outer is None:
        outer = etree.Element(f"{_W}rPrDefault")
        defaults.insert(0, outer)
    letters = outer.find(f"{_W}rPr")
    if letters is None:
        letters = etree.SubElement(outer, f"{_W}rPr")
    told = letters.find(f"{_W}lang")
    if told is None:
        told = etree.SubElement(letters, f"{_W}lang")
    told.set(f"{_W}val", language)


def _length(typed: str | None, otherwise: int) -> int:
    try:
        return abs(int(float(typed or "")))
    except ValueError:
        return otherwise
