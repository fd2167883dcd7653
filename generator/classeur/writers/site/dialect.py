"""The Markdown that people may write: the extensions of mkdocs.yml, and one renderer for the whole house.

Texts are rendered here, once, to sanitised HTML; the staged pages carry that HTML between Markdown headings, so
that any engine shows the same text and none can run what a text holds (ADR 0012).
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from classeur.model.markup import (
    ALLOWED_ATTRIBUTES,
    ALLOWED_INPUTS,
    ALLOWED_SCHEMES,
    ALLOWED_TAGS,
    DROPPED_WITH_CONTENT,
)
from classeur.model.outline import unique_slug
from classeur.model.references import CITED
from classeur.writers.site.quick_steps import quicken
from classeur.writers.site.spared_steps import Anchors, SparedSteps

_TAG = re.compile(r"<(?P<name>a|img)\b(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_TARGET = re.compile(r"(?P<lead>\s(?:href|src)\s*=\s*)(?P<quote>[\"'])(?P<target>.*?)(?P=quote)", re.S)
_HREF_ALONE = re.compile(r' href="([^"&]*)"')
_FIELD = re.compile(r'<input\b(?:[^<>"]|"[^"]*")*>')
_TICKED = re.compile(r'(<input type="checkbox"[^<>]*>(?:[^<\n]|</?(?:strong|em|code|abbr)>)+)')
"""A box to tick and the words beside it: they are its label."""
_FIELD_TYPE = re.compile(r'\stype="([^"]*)"')
_TABLE_START = re.compile(r"<table\b[^>]*>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MARK_CLASS = "cl-h-"
_TOP_HEADING = re.compile(
    rf'<h([1-6])(?: id="([^"]*)")? class="({_MARK_CLASS}[0-9a-f]{{16}})"(?: id="([^"]*)")?>(.*?)</h\1>', re.S
)


@dataclass(frozen=True)
class Section:
    """A piece of a text: its heading (level 0 and no text before the first one) and the HTML below it."""

    level: int
    heading: str
    anchor: str
    html: str


@dataclass(frozen=True)
class Diagram:
    """A Mermaid fence met while rendering; `number` is its rank in the text, from 0."""

    number: int
    source: str


@dataclass(frozen=True)
class Rendered:
    """A text as sanitised HTML, cut at its top headings; diagrams stand as marks until they are drawn."""

    sections: tuple[Section, ...]
    diagrams: tuple[Diagram, ...] = ()


@dataclass(frozen=True)
class TextLinks:
    """How the links of one text are answered.

    Attributes:
        target: from a link's target to the address to write, or None when it leads nowhere.
        cited: from a cited reference to the address of its page, or None.
        picture: the same as `target` for what is shown in the page; `target` itself when it is not given.
    """

    target: Callable[[str], str | None]
    cited: Callable[[str], str | None]
    picture: Callable[[str], str | None] | None = None


@dataclass
class Dialect:
    """The Markdown renderer of the house. One converter serves all texts; it is not for several threads."""

    extensions: tuple[str, ...]
    configs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def render(self, body: str, links: TextLinks) -> Rendered:
        """The text as sanitised HTML."""
        body = _CONTROLS.sub("", body)
        self._fences.clear()
        self._taken.clear()
        self._mark.prefix = _MARK_CLASS + hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._cited.address_of = links.cited
        self._steps.suit(body)
        raw = self._converter.reset().convert(body)
        shown = links.picture or links.target
        answered = _TAG.sub(lambda tag: _answered(tag, shown if tag["name"] == "img" else links.target), raw)
        clean = _TICKED.sub(r"<label>\1</label>", _FIELD.sub(_kept_field, _cleaner().clean(answered)))
        wide = _TABLE_START.sub(r'<div class="cl-scroll">\g<0>', clean).replace("</table>", "</table></div>")
        sections = _sections(wide, self._mark.prefix)
        return Rendered(sections, tuple(Diagram(number, source) for number, source in enumerate(self._fences)))

    @cached_property
    def _fences(self) -> list[str]:
        return []

    @cached_property
    def _taken(self) -> set[str]:
        """The anchors given so far in the text that is being rendered."""
        return set()

    @cached_property
    def _mark(self) -> _TopHeadings:
        return _TopHeadings()

    @cached_property
    def _cited(self) -> _Citations:
        return _Citations(CITED.pattern)

    @cached_property
    def _steps(self) -> SparedSteps:
        return SparedSteps(self._converter)

    @cached_property
    def _converter(self) -> markdown.Markdown:
        configs = {name: dict(values) for name, values in self.configs.items()}
        if "pymdownx.superfences" in self.extensions:
            fences = configs.setdefault("pymdownx.superfences", {})
            mermaid = {"name": "mermaid", "class": "mermaid", "format": self._keep_diagram}
            fences["custom_fences"] = [
                *(f for f in fences.get("custom_fences", []) if f.get("name") != "mermaid"),
                mermaid,
            ]
        configs.setdefault("tables", {})["use_align_attribute"] = True  # a style attribute would be dropped
        names = [name for name in self.extensions if name != "toc"]
        configs = {name: values for name, values in configs.items() if name != "toc"}
        anchors = Anchors(slugify=lambda text, _: unique_slug(text, self._taken), permalink=False)
        made = markdown.Markdown(
            extensions=[*names, anchors, _House(self._mark, self._cited)], extension_configs=configs
        )
        quicken(made)
        return made

    def _keep_diagram(self, source: str, *_: object, **__: object) -> str:
        self._fences.append(source)
        return f"<div>{diagram_mark(len(self._fences) - 1, source)}</div>"


def diagram_mark(number: int, source: str) -> str:
    """What stands for a diagram in the HTML until it is drawn; nobody can type it by chance."""
    return f"cl-diagram-{number}-{hashlib.sha256(source.encode()).hexdigest()}"


def with_diagrams(text: str, drawings: Mapping[str, str]) -> str:
    """A section's HTML with each mark replaced by its drawing."""
    for mark, drawing in drawings.items():
        text = text.replace(mark, drawing)
    return text


class _House(Extension):
    """Adds the house's own steps to Python-Markdown."""

    def __init__(self, mark: _TopHeadings, cited: _Citations) -> None:
        super().__init__()
        self.mark, self.cited = mark, cited

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        self.mark.md = self.cited.md = md
        md.inlinePatterns.register(self.cited, "classeur-citation", 15)
        md.treeprocessors.register(self.mark, "classeur-top-headings", -10)
        md.preprocessors.register(OnlyWithMarkup(md), "html_block", 20)  # in the place of the one that it holds


class OnlyWithMarkup(Preprocessor):
    """Spares the texts without a tag or an entity the search for blocks of HTML: a tenth of their time."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self._blocks = md.preprocessors["html_block"]

    def run(self, lines: list[str]) -> list[str]:
        """The lines without the blocks of HTML, which are put back later."""
        has_markup = any("<" in line or "&" in line for line in lines)
        return self._blocks.run(lines) if has_markup else "\n".join(lines).split("\n")


class _TopHeadings(Treeprocessor):
    """Marks the headings that stand at the top of the text, where the page may be cut."""

    prefix = _MARK_CLASS

    def run(self, root: Element) -> None:
        for child in root:
            if len(child.tag) == 2 and child.tag[0] == "h" and child.tag[1].isdigit():
                child.set("class", self.prefix)


class _Citations(InlineProcessor):
    """Turns a cited reference into a link, outside links and code."""

    ANCESTOR_EXCLUDES = ("a",)
    address_of: Callable[[str], str | None] = staticmethod(lambda reference: None)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        address = self.address_of(m[0])
        if address is None:
            return None, None, None
        link = Element("a", {"href": address, "class": "cl-cited"})
        link.text = markdown.util.AtomicString(m[0])
        return link, m.start(0), m.end(0)


def _answered(tag: re.Match[str], target: Callable[[str], str | None]) -> str:
    """The tag with its address answered; a link of ours (already answered) is left alone."""
    rest = tag["rest"]
    if 'class="cl-cited"' in rest:
        return tag[0]
    if tag["name"] == "a" and (alone := _HREF_ALONE.fullmatch(rest)):  # nearly all of them
        address = target(alone[1].strip())
        return "<a>" if address is None else f'<a href="{html.escape(address)}">'

    def write(match: re.Match[str]) -> str:
        address = target(html.unescape(match["target"]).strip())
        return "" if address is None else f'{match["lead"]}"{html.escape(address)}"'

    return f"<{tag['name']}{_TARGET.sub(write, rest)}>"


def _kept_field(field: re.Match[str]) -> str:
    """A box to tick, as Markdown writes it; nothing for a field that would ask the reader for a text."""
    kind = _FIELD_TYPE.search(field[0])
    return field[0] if kind and kind[1].lower() in ALLOWED_INPUTS else ""


def _sections(clean: str, mark: str) -> tuple[Section, ...]:
    sections: list[Section] = []
    level, heading, anchor, start = 0, "", "", 0
    for match in _TOP_HEADING.finditer(clean):
        if match[3] != mark:
            continue
        sections.append(Section(level, heading, anchor, clean[start : match.start()].strip()))
        level = int(match[1])
        anchor = html.unescape(match[2] or match[4] or "")
        heading = html.unescape(re.sub(r"<[^>]*>", "", match[5])).strip()
        start = match.end()
    sections.append(Section(level, heading, anchor, clean[start:].strip()))
    return tuple(section for section in sections if section.level or section.html)


def _cleaner() -> nh3.Cleaner:
    global _CLEANER
    if _CLEANER is None:
        _CLEANER = nh3.Cleaner(
            tags=set(ALLOWED_TAGS),
            clean_content_tags=set(DROPPED_WITH_CONTENT),
            attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
            url_schemes=set(ALLOWED_SCHEMES),
            link_rel="noopener noreferrer",
        )
    return _CLEANER


_CLEANER: nh3.Cleaner | None = None
