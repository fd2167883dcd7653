"""The styles of the shipped Word template: sober, legible on paper, dark blue and greys."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from classeur.writers.word.style_names import BOXES, HEADINGS, TOC
from classeur.writers.word.wml import attribute

FONT = "Calibri"
MONOSPACE = "Consolas"
INK, BLUE, GREY, LINE, SHADE = "16202C", "24364D", "4C5A6B", "B9C3D0", "EEF1F5"
_BOX_LOOKS = {
    BOXES[0]: ("2F4FA0", "E9EEFB"),
    BOXES[1]: ("0F6B4A", "E3F3EC"),
    BOXES[2]: ("8A5408", "FCF0DD"),
    BOXES[3]: ("A61B2B", "FBE9EB"),
}
"""The colour of the bar and title of a box, and that of its ground."""

_BUILT_IN = frozenset({
    "Normal", "Title", *HEADINGS, *TOC, "TOC Heading", "List Paragraph", "Quote", "caption", "header", "footer",
    "footnote text", "Hyperlink", "footnote reference",
})  # fmt: skip
_HEADING_SIZES = (30, 25, 23, 22, 21, 21)


def style_id(name: str) -> str:
    """The identifier of a style in the shipped template: its name without spaces or accents."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join(word[:1].upper() + word[1:] for word in bare.replace("-", " ").split())


def styles_xml() -> Iterator[tuple[str, str]]:
    """Each style of the template: its name and its XML without namespace declarations."""
    yield from _headings()
    yield from _openings()
    yield from _prose()
    yield from _facts()
    yield from _margins()
    yield from _boxes()
    yield from _tables()
    yield from _letters()


def _headings() -> Iterator[tuple[str, str]]:
    """Plain paragraphs and headings."""
    yield (
        "Normal",
        ('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'),
    )
    for level, size in enumerate(_HEADING_SIZES, 1):
        before = (320, 240, 200, 160, 160, 160)[level - 1]
        rule = (
            f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="2" w:color="{LINE}"/></w:pBdr>' if level == 1 else ""
        )
        yield _paragraph(
            f"heading {level}",
            f'<w:keepNext/><w:keepLines/>{rule}<w:spacing w:before="{before}" w:after="100" w:line="240" '
            f'w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/>{"<w:i/>" if level == 6 else ""}<w:color w:val="{BLUE}"/><w:sz w:val="{size}"/>',
            following="Normal",
        )


def _openings() -> Iterator[tuple[str, str]]:
    """Titles, and the table of contents."""
    yield _paragraph(
        "Title",
        '<w:keepNext/><w:spacing w:before="60" w:after="140" w:line="240" w:lineRule="auto"/>',
        f'<w:b/><w:color w:val="{BLUE}"/><w:sz w:val="40"/>',
        following="Normal",
    )
    yield _paragraph(
        "Page de garde",
        '<w:spacing w:before="2200" w:after="240" w:line="240" w:lineRule="auto"/>',
        f'<w:b/><w:color w:val="{BLUE}"/><w:sz w:val="56"/>',
    )
    yield _paragraph(
        "TOC Heading",
        '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
        f'<w:b/><w:color w:val="{BLUE}"/><w:sz w:val="25"/>',
    )
    for level, name in enumerate(TOC):
        yield _paragraph(
            name,
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9628"/></w:tabs><w:spacing w:after="40"/>'
            f'<w:ind w:left="{240 * level}"/>',
        )


def _prose() -> Iterator[tuple[str, str]]:
    """What stands between paragraphs: lists, quotes, figures, code, tabs, definitions."""
    yield _paragraph("List Paragraph", '<w:spacing w:after="60"/>')
    yield _paragraph(
        "Quote",
        f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="{LINE}"/></w:pBdr>'
        '<w:ind w:left="397" w:right="397"/>',
        f'<w:i/><w:color w:val="{GREY}"/>',
    )
    yield _paragraph(
        "caption", '<w:spacing w:before="80" w:after="120"/>', f'<w:i/><w:color w:val="{GREY}"/><w:sz w:val="19"/>'
    )
    yield _paragraph("Figure", '<w:spacing w:before="120" w:after="80"/><w:jc w:val="center"/>')
    yield _paragraph(
        "Code source",
        f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{LINE}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
        '<w:spacing w:before="80" w:after="140" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="170"/>',
        f'<w:rFonts w:ascii="{MONOSPACE}" w:hAnsi="{MONOSPACE}" w:cs="{MONOSPACE}"/><w:noProof/><w:sz w:val="18"/>',
    )
    yield _paragraph(
        "Onglet",
        f'<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="{BLUE}"/>'
        '</w:pBdr><w:spacing w:before="160" w:after="80"/>',
        f'<w:b/><w:color w:val="{BLUE}"/>',
    )
    yield _paragraph("Terme défini", '<w:keepNext/><w:spacing w:before="80" w:after="0"/>', "<w:b/>")
    yield _paragraph("Définition", '<w:spacing w:after="80"/><w:ind w:left="397"/>')


def _facts() -> Iterator[tuple[str, str]]:
    """The words of tables and of the control block, and the warning below a title."""
    small = '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>'
    yield _paragraph("Tableau texte", small, '<w:sz w:val="19"/>')
    yield _paragraph("Tableau en-tête", "<w:keepNext/>", f'<w:b/><w:color w:val="{BLUE}"/>', based="Tableau texte")
    yield _paragraph(
        "Cartouche libellé",
        '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>',
        f'<w:color w:val="{GREY}"/><w:sz w:val="17"/>',
    )
    yield _paragraph("Cartouche texte", small, '<w:sz w:val="19"/>')
    edge = 'w:val="single" w:sz="12" w:space="5" w:color="A61B2B"'
    yield _paragraph(
        "Avertissement",
        f"<w:keepLines/><w:pBdr><w:top {edge}/><w:left {edge}/><w:bottom {edge}/><w:right {edge}/></w:pBdr>"
        '<w:shd w:val="clear" w:color="auto" w:fill="FBE9EB"/>'
        '<w:spacing w:before="60" w:after="160"/><w:ind w:left="113" w:right="113"/>',
        '<w:b/><w:color w:val="8C1220"/>',
    )


def _margins() -> Iterator[tuple[str, str]]:
    """Thin lines, heads and feet of pages, footnotes."""
    yield _paragraph(
        "Intercalaire", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="8"/>'
    )
    for name in ("header", "footer"):
        yield _paragraph(
            name,
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
            f'<w:color w:val="{GREY}"/><w:sz w:val="16"/>',
        )
    yield _paragraph("footnote text", '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="18"/>')


def _boxes() -> Iterator[tuple[str, str]]:
    for name, (bar, ground) in _BOX_LOOKS.items():
        look = (
            f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{bar}"/></w:pBdr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/><w:spacing w:after="0"/>'
            '<w:ind w:left="227" w:right="57"/>'
        )
        yield _paragraph(name, look)
        yield _paragraph(
            f"{name} titre", "<w:keepNext/>", f'<w:b/><w:color w:val="{bar}"/>', based=name, following=name
        )


def _tables() -> Iterator[tuple[str, str]]:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")

    def borders(colour: str, size: int) -> str:
        told = "".join(f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>' for edge in edges)
        return f"<w:tblBorders>{told}</w:tblBorders>"

    margins = (
        '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    normal = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    yield "Normal Table", normal
    for name, head in (("Tableau classeur", SHADE), ("Tableau cartouche", SHADE)):
        first = (
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{head}"/>'
            "</w:tcPr></w:tblStylePr>"
        )
        yield (
            name,
            (
                f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders(LINE, 4)}{margins}</w:tblPr>{first}</w:style>'
            ),
        )


def _letters() -> Iterator[tuple[str, str]]:
    yield (
        "Default Paragraph Font",
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/>'
            '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        ),
    )
    mono = f'<w:rFonts w:ascii="{MONOSPACE}" w:hAnsi="{MONOSPACE}" w:cs="{MONOSPACE}"/><w:noProof/><w:sz w:val="19"/>'
    edge = f'<w:sz w:val="19"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>'
    for name, look in (
        ("Hyperlink", '<w:color w:val="1F4E9E"/><w:u w:val="single"/>'),
        ("footnote reference", '<w:vertAlign w:val="superscript"/>'),
        ("Code en ligne", f'{mono}<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'),
        ("Touche", edge),
        ("Référence", f'<w:b/><w:color w:val="{BLUE}"/>'),
    ):
        custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
        yield (
            name,
            (
                f'<w:style w:type="character"{custom} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>'
            ),
        )


def _paragraph(
    name: str, paragraph: str, letters: str = "", based: str = "Normal", following: str = ""
) -> tuple[str, str]:
    custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
    after = f'<w:next w:val="{style_id(following)}"/>' if following else ""
    look = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return name, (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(name)}"><w:name w:val="{attribute(name)}"/>'
        f'<w:basedOn w:val="{style_id(based)}"/>{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr>{look}</w:style>'
    )
