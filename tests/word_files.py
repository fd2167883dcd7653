"""Builders of Word files, odd and hostile ones too: strings and a zip archive, so that each test shows its own XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
STYLES = (
    f"<w:styles {NAMES}>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Maison"><w:name w:val="Titre maison"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Corps"><w:name w:val="Corps"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style></w:styles>'
)


def run(text: str, properties: str = "") -> str:
    """A run of letters."""
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{told}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; plain words may be given without a run."""
    runs = inside if inside.startswith("<") or not inside else run(inside)
    told = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{told}{runs}</w:p>"


def styled(style: str, text: str) -> str:
    """A paragraph with a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>')


def bold(text: str) -> str:
    """A paragraph all in bold."""
    return p(run(text, "<w:b/>"))


def item(text: str, number: int = 1, depth: int = 0) -> str:
    """An item of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(text: str = "", properties: str = "", inside: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p(text)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is given as its words, or whole."""
    told = "".join(
        "<w:tr>" + "".join(each if each.startswith("<w:tc>") else cell(each) for each in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{told}</w:tbl>"


def picture(identifier: str = "rIdP", alt: str = "") -> str:
    """A run that shows a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<a:blip r:embed="{identifier}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def relation(identifier: str, kind: str, target: str, outside: bool = False) -> str:
    """A relationship."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def numbering(*formats: str) -> str:
    """A part with one list for each format, from 1; `bullet`, `decimal`…"""
    models = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shown}"/>'
            f'<w:lvlText w:val="%{depth + 1}."/></w:lvl>'
            for depth in range(3)
        )
        + "</w:abstractNum>"
        for n, shown in enumerate(formats, 1)
    )
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(formats) + 1))
    return f"<w:numbering {NAMES}>{models}{lists}</w:numbering>"


def custom(**values: str) -> str:
    """The custom properties of a file; `__` in a name is a dot."""
    told = "".join(
        f'<property fmtid="x" pid="{n}" name="{name.replace("__", ".")}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for n, (name, value) in enumerate(values.items(), 2)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    return f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">{told}</Properties>'


def docx(
    *body: str,
    relations: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    root_relations: str = "",
    types: str = TYPES,
) -> bytes:
    """A Word file with these blocks; styles, numbering and the other parts are related when they are given."""
    given = {"word/styles.xml": STYLES, **(parts or {})}
    kinds = {name: name.rstrip("1") for name in ("styles", "numbering", "footnotes", "header1", "footer1")}
    related = relations + "".join(
        relation(f"rId{name}", kind, f"{name}.xml") for name, kind in kinds.items() if f"word/{name}.xml" in given
    )
    if "docProps/custom.xml" in given:
        root_relations += relation("rIdC", "custom-properties", "docProps/custom.xml")
    main = relation("rId1", "officeDocument", "word/document.xml")
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}{root_relations}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
        **given,
    }
    return zipped(members)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()
