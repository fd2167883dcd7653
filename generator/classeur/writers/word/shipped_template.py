"""The shipped Word template, made from its styles: `python -m classeur.tasks.word_template` writes it again."""

from __future__ import annotations

from classeur.writers.word.numbering import empty_numbering
from classeur.writers.word.package import CONTENT_TYPES, DOCUMENT, Package
from classeur.writers.word.properties import Properties, write_properties
from classeur.writers.word.style_names import REQUIRED, StyleKind
from classeur.writers.word.template import Paper
from classeur.writers.word.template_styles import FONT, INK, style_id, styles_xml
from classeur.writers.word.wml import DECLARATION, NAMESPACES, Letters, Look, paragraph, run

LANGUAGE = "fr-FR"
_INTRODUCTION = (
    "Ce fichier est le gabarit des copies Word. Modifiez ses styles (police, couleurs, marges) ; gardez leurs noms. "
    "Le texte de cette page n'est jamais repris. Pour vérifier : classeur word-template."
)


def shipped_template() -> bytes:
    """The template's file: each style is shown once, under its own name."""
    package = Package()
    sample = paragraph(run("Gabarit des copies Word"), Look(style_id("Title"))) + paragraph(run(_INTRODUCTION), Look())
    for style in REQUIRED:
        if style.kind is StyleKind.PARAGRAPH:
            sample += paragraph(run(style.name), Look(style_id(style.name)))
        elif style.kind is StyleKind.CHARACTER:
            sample += paragraph(run(style.name, Letters(style=style_id(style.name))), Look())
    body = f"{sample}<w:sectPr>{Paper().xml()}</w:sectPr>"
    package.put(
        DOCUMENT,
        CONTENT_TYPES["document"],
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    )
    package.relate("", "officeDocument", DOCUMENT)
    for name, content in (
        ("styles", _styles()),
        ("settings", _settings()),
        ("numbering", DECLARATION + empty_numbering()),
    ):
        package.put(f"/word/{name}.xml", CONTENT_TYPES[name], content)
        package.relate(DOCUMENT, name, f"/word/{name}.xml")
    title = "Gabarit des copies Word"
    write_properties(package, Properties(title, "", "classeur", "", LANGUAGE, "", "", "", None, {}))
    return package.to_bytes()


def _styles() -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    letters = (
        f'{fonts}<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="fr-FR" w:bidi="ar-SA"/>'
    )
    spacing = '<w:spacing w:after="110" w:line="264" w:lineRule="auto"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{''.join(xml for _, xml in styles_xml())}</w:styles>"


def _settings() -> str:
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{mode}</w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
