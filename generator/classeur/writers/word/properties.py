"""What a Word file says of itself: title, dates, our own properties, and the texts that it carries for an import."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from classeur.writers.word.package import CONTENT_TYPES, DOCUMENT, Package
from classeur.writers.word.wml import DECLARATION, attribute, text

SOURCE_NAMESPACE = "urn:classeur:source:1"
DIAGRAMS_NAMESPACE = "urn:classeur:diagrams:1"
AROUND_NAMESPACE = "urn:classeur:around:1"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@dataclass(frozen=True)
class Properties:
    """What the file's properties hold; `day` is the date that they bear, none for a text without one."""

    title: str
    subject: str
    author: str
    category: str
    language: str
    version: str
    status: str
    keywords: str
    day: dt.date | None
    own: Mapping[str, str]


def write_properties(package: Package, told: Properties) -> None:
    """Put the properties into the package. The clock is not asked: the same text gives the same file."""
    stamp = f"{told.day.isoformat()}T00:00:00Z" if told.day else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
        if stamp
    )
    core = (
        f"{DECLARATION}<cp:coreProperties {_CORE}><dc:title>{text(told.title)}</dc:title>"
        f"<dc:subject>{text(told.subject)}</dc:subject><dc:creator>{text(told.author)}</dc:creator>"
        f"<cp:keywords>{text(told.keywords)}</cp:keywords><cp:lastModifiedBy>classeur</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{dates}<cp:category>{text(told.category)}</cp:category>"
        f"<cp:contentStatus>{text(told.status)}</cp:contentStatus><dc:language>{text(told.language)}</dc:language>"
        f"<cp:version>{text(told.version)}</cp:version></cp:coreProperties>"
    )
    package.put("/docProps/core.xml", CONTENT_TYPES["core"], core)
    package.relate("", _CORE_TYPE, "/docProps/core.xml")
    app = (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>classeur</Application></Properties>"
    )
    package.put("/docProps/app.xml", CONTENT_TYPES["extended"], app)
    package.relate("", "extended-properties", "/docProps/app.xml")
    if not told.own:
        return
    own = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(told.own.items(), 2)
    )
    custom = f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{own}</Properties>'
    package.put("/docProps/custom.xml", CONTENT_TYPES["custom"], DECLARATION + custom)
    package.relate("", "custom-properties", "/docProps/custom.xml")


@dataclass(frozen=True)
class Source:
    """The text that a copy was made from: its identity and its Markdown."""

    reference: str
    version: str
    digest: str
    sha256: str
    markdown: str


def carry_source(package: Package, source: Source) -> None:
    """Let the file remember the text that it was made from."""
    content = (
        f'<source xmlns="{SOURCE_NAMESPACE}" reference="{attribute(source.reference)}" '
        f'version="{attribute(source.version)}" '
        f'digest="{source.digest}" sha256="{source.sha256}">{text(source.markdown)}</source>'
    )
    _carry(package, 1, content, SOURCE_NAMESPACE)


def carry_diagrams(package: Package, sources: Mapping[str, str]) -> None:
    """Let the file remember what its diagrams were drawn from, by the bookmark around each."""
    if sources:
        told = "".join(
            f'<diagram bookmark="{attribute(name)}">{text(source)}</diagram>' for name, source in sources.items()
        )
        _carry(package, 2, f'<diagrams xmlns="{DIAGRAMS_NAMESPACE}">{told}</diagrams>', DIAGRAMS_NAMESPACE)


def carry_around(package: Package, lines: Sequence[str]) -> None:
    """Let the file remember the lines that stand around its text: a person may change them in Word."""
    told = "".join(f"<line>{text(line)}</line>" for line in lines)
    _carry(package, 3, f'<around xmlns="{AROUND_NAMESPACE}">{told}</around>', AROUND_NAMESPACE)


def _carry(package: Package, number: int, content: str, namespace: str) -> None:
    name, about = f"/customXml/item{number}.xml", f"/customXml/itemProps{number}.xml"
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, content)).upper()
    package.put(name, CONTENT_TYPES["xml"], DECLARATION + content)
    package.put(
        about,
        CONTENT_TYPES["customXmlProperties"],
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{{{identity}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>',
    )
    package.relate(DOCUMENT, "customXml", name)
    package.relate(name, "customXmlProps", about)
