"""What Word files say is read: headings, lists, tables, notes, pictures, links."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.importers.word.markdown import body_of
from classeur.model.comparison.blocks import BlockKind, blocks_of, shown
from classeur.tasks.markdown_shown import shown_in
from classeur.wording.translator import translator
from tests.houses import write_house
from tests.word_drafts import markdown, read
from tests.word_files import (
    NAMES,
    PACKAGE,
    PNG,
    TYPES,
    bold,
    cell,
    docx,
    item,
    numbering,
    p,
    picture,
    relation,
    run,
    styled,
    table,
    zipped,
)


def test_words_in_cells_of_an_html_table_are_read_as_markdown(tmp_path: Path) -> None:
    top, below = cell(properties='<w:vMerge w:val="restart"/>', inside=bold("Haut")), cell(properties="<w:vMerge/>")
    listed = cell(inside=item("un") + item("deux"))
    text = markdown(table((top, listed), (below, "2")), parts={"word/numbering.xml": numbering("bullet")})

    page = shown_in(write_house(tmp_path), translator("fr"))(text)

    assert "<strong>Haut</strong>" in page
    assert page.count("<li>") == 2


def test_a_definition_of_two_paragraphs_is_one_definition() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{each[:4]}"><w:name w:val="{each}"/></w:style>'
        for each in ("Terme défini", "Définition")
    )
    text = markdown(
        styled("Term", "Asepsie"),
        styled("Défi", "Absence de germes."),
        styled("Défi", "Au bloc."),
        parts={"word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>"},
    )

    assert text == "Asepsie\n:   Absence de germes.\n\n    Au bloc.\n"


def test_a_french_style_of_heading_is_known_by_its_name() -> None:
    assert markdown(styled("Titre1", "But"), p("Texte.")) == "# But\n\nTexte.\n"


def test_a_style_based_on_a_heading_is_a_heading() -> None:
    assert markdown(styled("Maison", "But")) == "# But\n"


def test_a_common_style_with_a_level_of_outline_makes_no_headings() -> None:
    text = markdown(*(styled("Corps", f"Une phrase courte {n}") for n in range(12)))

    assert "#" not in text


@pytest.mark.parametrize("typed", ["*gras*", "# pas un titre", "1. pas une liste", "+ ni ceci", "<b>x</b>"])
def test_marks_typed_in_word_stay_words(typed: str) -> None:
    escaped_typed = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    [block] = blocks_of(markdown(p(escaped_typed)))

    assert block.kind is BlockKind.PARAGRAPH
    assert shown(block.text).replace("*", "") == typed.replace("*", "").replace("_", "")


def test_bold_stands_against_words_never_against_spaces() -> None:
    assert markdown(p(run("Bien ") + run(" agiter ", "<w:b/>") + run("."))) == "Bien  **agiter** .\n"


def test_a_numbered_list_goes_on_after_a_paragraph() -> None:
    text = markdown(item("un"), p("Entre les deux."), item("deux"), parts={"word/numbering.xml": numbering("decimal")})

    assert text == "1. un\n\nEntre les deux.\n\n2. deux\n"


def test_a_screenshot_between_two_steps_stays_in_the_first() -> None:
    parts = {"word/numbering.xml": numbering("decimal"), "word/media/a.png": PNG}
    text = markdown(
        item("un"),
        p(picture(alt="La fenêtre")),
        item("deux"),
        parts=parts,
        relations=relation("rIdP", "image", "media/a.png"),
    )

    assert text == "1. un\n\n    ![La fenêtre](a.png)\n\n2. deux\n"


def test_nested_items_stand_in_theirs() -> None:
    text = markdown(
        item("un"), item("a", 2, 1), item("deux"), parts={"word/numbering.xml": numbering("decimal", "bullet")}
    )

    assert text == "1. un\n    - a\n2. deux\n"


def test_a_plain_table_is_one_of_markdown() -> None:
    assert markdown(table(("Qui", "Quoi"), ("Alix", "a|b"))) == "| Qui | Quoi |\n|---|---|\n| Alix | a\\|b |\n"


def test_merged_cells_become_a_table_of_html() -> None:
    wide = cell("Deux colonnes", '<w:gridSpan w:val="2"/>')
    text = markdown(table((wide,), ("a", "b")))

    assert '<td markdown="span" colspan="2">Deux colonnes</td>' in text


def test_a_cell_merged_downwards_counts_its_rows() -> None:
    top, below = cell("Haut", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")

    assert '<td markdown="span" rowspan="2">Haut</td>' in markdown(table((top, "1"), (below, "2")))


def test_a_table_inside_a_cell_is_kept() -> None:
    text = markdown(table(("a", cell(inside=table(("b", "c"), ("d", "e")) + p()))))

    assert text.count("| b | c |") == 1


def test_a_frame_of_one_cell_is_unfolded() -> None:
    assert markdown(table((cell("Attention, surface chaude."),))) == "Attention, surface chaude.\n"


def test_tracked_changes_are_accepted_and_told() -> None:
    inside = f"<w:del><w:r><w:delText>5 mg</w:delText></w:r></w:del><w:ins>{run('50 mg')}</w:ins>"
    text = read(docx(f"<w:p>{run('Donner ')}{inside}</w:p>"))

    assert body_of(text.blocks) == "Donner 50 mg\n"
    assert text.told.examples["WD007"] == ["5 mg", "50 mg"]


def test_a_footnote_follows_with_its_own_links() -> None:
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="2">{p("Voir la notice.")}</w:footnote></w:footnotes>'
    text = read(docx(p('<w:r><w:footnoteReference w:id="2"/></w:r>'), parts={"word/footnotes.xml": notes}))

    assert body_of(text.blocks) == "[^1]\n"
    assert body_of(text.notes[0]) == "Voir la notice.\n"


def test_alternate_content_is_read_once() -> None:
    both = f"<mc:Choice>{run('A')}</mc:Choice><mc:Fallback>{run('B')}</mc:Fallback>"

    assert markdown(f"<w:p><mc:AlternateContent>{both}</mc:AlternateContent></w:p>") == "A\n"


def test_a_text_box_is_put_below_its_paragraph_and_told() -> None:
    box = f"<w:r><w:drawing><wps:txbx><w:txbxContent>{p('Dans la zone.')}</w:txbxContent></wps:txbx></w:drawing></w:r>"
    text = read(docx(f"<w:p>{run('Avant.')}{box}</w:p>", p("Après.")))

    assert body_of(text.blocks) == "Avant.\n\nDans la zone.\n\nAprès.\n"
    assert text.told.counts["WD017"] == 1


@pytest.mark.parametrize(("font", "code", "shown"), [("Wingdings", "F0A8", "☐"), ("Symbol", "F0B3", "≥")])
def test_a_symbol_shows_what_it_showed(font: str, code: str, shown: str) -> None:
    assert shown in markdown(p(f'<w:r><w:t>x</w:t><w:sym w:font="{font}" w:char="{code}"/></w:r>'))


def test_an_unknown_symbol_is_told() -> None:
    text = read(docx(p('<w:r><w:t>x</w:t><w:sym w:font="Webdings" w:char="F04E"/></w:r>')))

    assert text.told.counts["WD019"] == 1


def test_a_box_to_tick_is_a_task() -> None:
    assert markdown(p("☐ Vérifier l'identité"), p("☒ Saluer")) == "- [ ] Vérifier l'identité\n- [x] Saluer\n"


def test_a_link_in_a_field_is_a_link() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/a" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("le guide")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert markdown(f"<w:p>{field}</w:p>") == "[le guide](https://example.org/a)\n"


def test_instructions_that_never_end_do_not_swallow_the_text() -> None:
    assert markdown(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), p("La suite.")) == "La suite.\n"


def test_the_table_of_contents_is_left_out() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{p('1. But ... 3')}</w:sdtContent></w:sdt>"

    assert markdown(contents, p("Le texte.")) == "Le texte.\n"


def test_a_strict_file_is_read_like_another() -> None:
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Target="word/document.xml" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>Strict.</w:t></w:r></w:p></w:body></w:document>",
    }

    assert body_of(read(zipped(members)).blocks) == "Strict.\n"


def test_an_embedded_object_is_told() -> None:
    text = read(docx(p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')))

    assert text.told.examples["WD009"] == ["Excel.Sheet.12"]
