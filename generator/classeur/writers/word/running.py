"""What stands at the head and the foot of each page, and the watermark behind the text."""

from __future__ import annotations

import io
from dataclasses import dataclass

import segno

from classeur.views.word_copy import CopyMark
from classeur.wording.translator import Translator
from classeur.writers.word.package import CONTENT_TYPES, DOCUMENT
from classeur.writers.word.pictures import Frame, measured, stored_picture
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.style_names import StyleKind
from classeur.writers.word.wml import DECLARATION, NAMESPACES, Letters, Look, attribute, field, paragraph, run

_QR_SIDE = 680
_LOGO_HEIGHT = 620
_FORMULAS = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
    "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip


@dataclass(frozen=True)
class Running:
    """What the pages of one document repeat.

    Attributes:
        lines: the facts at the right of the head: reference, version, application.
        proof: the facts at the foot: digest, ledger entry.
        code: what the QR code says; empty for none.
        watermark: the words behind the text; empty for none.
        end: the bookmark of the last page, which `x / y` counts up to.
    """

    organisation: str
    kind: str
    title: str
    lines: tuple[str, ...]
    proof: str
    standing: str
    code: str
    watermark: str
    end: str
    logo: bytes = b""


def copy_standing(mark: CopyMark, words: Translator) -> str:
    """Whether a sheet is one of a numbered copy."""
    if mark.number:
        return words("Controlled copy no. {number} – {place}", number=mark.number, place=mark.place)
    return words("Printed document: uncontrolled copy.")


def section(sheet: Sheet, running: Running, words: Translator) -> str:
    """The references to a fresh header and a fresh footer, for the section's properties."""
    header, footer = sheet.new_part("header"), sheet.new_part("footer")
    kept = sheet.part
    sheet.part = header
    sheet.package.put(header, CONTENT_TYPES["header"], _part("hdr", _header(sheet, running, words)))
    sheet.part = footer
    sheet.package.put(footer, CONTENT_TYPES["footer"], _part("ftr", _footer(sheet, running, words)))
    sheet.part = kept
    return "".join(
        f'<w:{name}Reference w:type="default" r:id="{sheet.package.relate(DOCUMENT, name, part)}"/>'
        for name, part in (("header", header), ("footer", footer))
    )


def section_xml(sheet: Sheet, references: str, landscape: bool) -> str:
    """The properties of a section."""
    paper = sheet.template.paper
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{paper.xml(landscape)}</w:sectPr>'


def section_break(sheet: Sheet, properties: str) -> str:
    """An empty line that ends a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="{sheet.style("Intercalaire")}"/>{properties}</w:pPr></w:p>'


def properties_of(ended: str) -> str:
    """The properties in a section's end, for the last section of a file."""
    return ended[ended.index("<w:sectPr") : ended.rindex("</w:sectPr>") + len("</w:sectPr>")]


def restarted(blocks: str) -> str:
    """Blocks whose first section counts its pages from 1."""
    return blocks.replace("</w:sectPr>", '<w:pgNumType w:start="1"/></w:sectPr>', 1)


def qr_png(content: str) -> bytes:
    """A QR code as a picture."""
    buffer = io.BytesIO()
    segno.make(content, error="m", micro=False).save(buffer, kind="png", scale=4, border=1)
    return buffer.getvalue()


def _part(name: str, blocks: str) -> str:
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{blocks}</w:{name}>"


def _header(sheet: Sheet, running: Running, words: Translator) -> str:
    look = Look(sheet.style("header"))
    bold = Letters(bold=True, colour="24364D")
    left = (
        _logo(sheet, running, look)
        + paragraph(run(running.organisation, bold), look)
        + paragraph(run(running.kind), look)
    )
    middle = paragraph(run(running.title, bold), look)
    right = "".join(
        paragraph(run(line, bold if number == 0 else Letters()), look) for number, line in enumerate(running.lines)
    )
    cells = [(26, left), (40, middle), (24 if running.code else 34, right)]
    if running.code:
        shown = stored_picture(
            sheet, qr_png(running.code), words("QR code: {content}", content=running.code), Frame(_QR_SIDE, _QR_SIDE)
        )
        cells.append((10, paragraph(shown, Look(sheet.style("header"), alignment="end"))))
    return _row(sheet, cells, "bottom") + paragraph(_watermark(sheet, running.watermark, words), look)


def _logo(sheet: Sheet, running: Running, look: Look) -> str:
    if not running.logo or measured(running.logo) is None:
        return ""
    return paragraph(stored_picture(sheet, running.logo, running.organisation, Frame(2200, _LOGO_HEIGHT)), look)


def _footer(sheet: Sheet, running: Running, words: Translator) -> str:
    look = Look(sheet.style("footer"))
    page = run(words("Page") + " ") + field("PAGE", "1") + run(" / ") + field(f"PAGEREF {running.end} \\h", "1")
    left = paragraph(run(running.standing, Letters(bold=True)), look) + paragraph(run(running.proof), look)
    middle = paragraph(run(" – ".join(running.lines[:2])), Look(sheet.style("footer"), alignment="center"))
    right = paragraph(page, Look(sheet.style("footer"), alignment="end"))
    return _row(sheet, [(50, left), (32, middle), (18, right)], "top") + paragraph(
        "", Look(sheet.style("Intercalaire"))
    )


def _row(sheet: Sheet, cells: list[tuple[int, str]], ruled: str) -> str:
    """A row as wide as the text, on upright and on turned pages alike; `ruled` is the side that bears a line."""
    room = sheet.template.paper.room()
    widths = [room * share // 100 for share, _ in cells]
    style = sheet.style("Tableau cartouche", StyleKind.TABLE)
    order = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="B9C3D0"/>'
        if side == ruled
        else f'<w:{side} w:val="nil"/>'
        for side in order
    )
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{share * 50}" w:type="pct"/><w:vAlign w:val="center"/></w:tcPr>{blocks}</w:tc>'
        for share, blocks in cells
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{width}{chr(34)}/>' for width in widths)}</w:tblGrid>"
        f"<w:tr>{told}</w:tr></w:tbl>"
    )


def _watermark(sheet: Sheet, shown: str, words: Translator) -> str:
    """Words behind the text, in the form that Word itself writes and knows how to remove."""
    if not shown:
        return ""
    number = sheet.drawing_number()
    formulas = "".join(f'<v:f eqn="{formula}"/>' for formula in _FORMULAS)
    height = max(52, round(560 / max(4, len(shown)) * 2.1))
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        f'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{formulas}</v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2049 + number}" type="#_x0000_t136" '
        f'alt="{attribute(words("Watermark: {words}", words=shown))}" '
        f'style="position:absolute;margin-left:0;margin-top:0;width:560pt;height:{height}pt;rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".4"/>'
        '<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" '
        f'string="{attribute(shown)}"/></v:shape></w:pict></w:r>'
    )
