"""Word files become drafts: what they say is kept, what is guessed is told, what is hostile is refused."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from classeur.importers.word.control_block import Origin
from classeur.importers.word.draft import Desk, Draft, draft_of
from classeur.importers.word.likeness import twins
from classeur.importers.word.markdown import body_of
from classeur.importers.word.reader import WordText, read_word
from classeur.model.comparison.blocks import BlockKind, blocks_of, shown
from classeur.reading.documents import read_document
from classeur.reading.folder import read_folder
from classeur.tasks.markdown_shown import shown_in
from classeur.wording.translator import translator
from tests.houses import TODAY, write_house
from tests.word_files import (
    MAIN,
    NAMES,
    PACKAGE,
    PNG,
    TYPES,
    bold,
    cell,
    custom,
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

FILE = PurePosixPath("procedure.docx")


def read(data: bytes) -> WordText:
    text = read_word(data, FILE)
    assert text.faults == ()
    return text


def markdown(*body: str, **more: object) -> str:
    return body_of(read(docx(*body, **more)).blocks)  # type: ignore[arg-type]


def refusal(data: bytes) -> str:
    [fault] = read_word(data, FILE).faults
    return fault.code


def draft(tmp_path: Path, data: bytes, name: str = "procedure.docx") -> Draft:
    binder, _ = read_folder(write_house(tmp_path), TODAY)
    return draft_of(read_word(data, PurePosixPath(name)), Desk(binder, translator("fr")))


def codes(made: Draft) -> set[str]:
    return {fault.code for fault in made.faults}


# --- what is read


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


# --- what is refused


def test_no_archive_is_no_word_file() -> None:
    assert refusal(b"Bonjour") == "WD001"


def test_a_file_cut_short_is_told() -> None:
    assert refusal(docx(p("Texte."))[:400]) == "WD001"


def test_an_encrypted_file_is_named() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")) == "WD002"


def test_an_old_format_is_named() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")) == "WD005"


@pytest.mark.parametrize(
    "more",
    [{"parts": {"word/vbaProject.bin": b"x"}}, {"types": TYPES.replace("document.main", "document.macroEnabled.main")}],
)
def test_macros_are_refused_whatever_the_extension(more: dict[str, object]) -> None:
    assert refusal(docx(p("Texte."), **more)) == "WD003"  # type: ignore[arg-type]


def test_too_many_members_are_refused() -> None:
    assert refusal(docx(p("x"), parts={f"word/media/{n}.png": b"" for n in range(2_001)})) == "WD004"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(docx(p("x"), parts={"word/media/a.png": b"\0" * (30 << 20)})) == "WD004"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(encoding: str) -> None:
    evil = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    evil += f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'

    assert refusal(docx(p("x"), parts={"word/document.xml": evil.encode(encoding)})) == "WD001"


def test_elements_nested_without_end_are_no_crash() -> None:
    deep = "<w:sdt><w:sdtContent>" * 3_000

    text = read_word(docx(deep + p("x") + "</w:sdtContent></w:sdt>" * 3_000), FILE)

    assert text.faults or text.told.counts["WD028"]


def test_a_picture_outside_is_not_followed() -> None:
    outside = relation("rIdP", "image", "https://example.org/pixel.png", outside=True)
    text = read(docx(p(picture()), p("Texte."), relations=outside))

    assert text.pictures == {}
    assert "https://example.org/pixel.png" in text.told.examples["WD013"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///C:/secret.xls", "\\\\serveur\\partage\\a.xls"])
def test_a_link_that_no_page_should_hold_keeps_its_words_only(address: str) -> None:
    link = f'<w:hyperlink r:id="rIdL">{run("le tableau")}</w:hyperlink>'

    assert markdown(p(link), relations=relation("rIdL", "hyperlink", address, outside=True)) == "le tableau\n"


def test_the_name_of_a_picture_never_leads_out_of_the_folder() -> None:
    parts = {"word/media/../../../evil name.png": PNG}
    text = read(docx(p(picture()), parts=parts, relations=relation("rIdP", "image", "media/../../../evil name.png")))

    assert all("/" not in name and ".." not in name for name in text.pictures)


# --- what becomes of it


def test_a_draft_is_read_as_a_document(tmp_path: Path) -> None:
    made = draft(tmp_path, docx(styled("Titre", "Se laver les mains : quand ?"), p("Avant chaque soin.")))

    document, faults = read_document(PurePosixPath("procedures/mains.md"), made.text)

    assert document is not None
    assert faults == []
    assert document.header.title == "Se laver les mains : quand ?"
    assert document.body.strip() == "Avant chaque soin."


def test_the_control_block_is_read_from_the_table_at_the_top_and_taken_out(tmp_path: Path) -> None:
    block = table(
        ("Référence", "PR-HYG-012", "Version", "2.1"), ("Date d'application", "01/03/2024", "Rédacteur", "Alix Martin")
    )
    made = draft(tmp_path, docx(block, p("Le texte.")))

    values = {value.field: value.value for value in made.values}
    assert values["reference"] == "PR-HYG-012"
    assert values["version"] == "2.1"
    assert values["effective_from"] == "2024-03-01"
    assert values["writer"] == "a.martin"
    assert made.body == "Le texte.\n"
    assert "WD026" in codes(made)


def test_our_own_property_is_surer_than_the_page(tmp_path: Path) -> None:
    parts = {"docProps/custom.xml": custom(classeur__reference="PR-R1-009")}
    made = draft(tmp_path, docx(p("Référence : PR-R1-001"), parts=parts))

    assert made.reference == "PR-R1-009"


def test_places_that_disagree_are_told(tmp_path: Path) -> None:
    header = f"<w:hdr {NAMES}>{p('Réf. : PR-HYG-012')}</w:hdr>"
    made = draft(tmp_path, docx(p("Référence : PR-HYG-013"), p("Texte."), parts={"word/header1.xml": header}))

    assert made.reference == "PR-HYG-012"
    assert "WD016" in codes(made)


@pytest.mark.parametrize("words", ["Version a", "La version s'applique", "version u du protocole", "révision annuelle"])
def test_a_version_needs_a_colon_or_a_cell_of_its_own(tmp_path: Path, words: str) -> None:
    made = draft(tmp_path, docx(p(words), p("Texte.")))

    assert next(v for v in made.values if v.field == "version").origin is Origin.DEFAULT


def test_an_index_in_letters_is_a_number(tmp_path: Path) -> None:
    made = draft(tmp_path, docx(table(("Indice", "C"), ("Code", "PR-HYG-012")), p("Texte.")))

    assert next(v for v in made.values if v.field == "version").value == "3.0"


def test_a_name_without_accents_is_the_same_person_but_a_likeness_is_nobody(tmp_path: Path) -> None:
    made = draft(tmp_path, docx(table(("Rédacteur", "ALIX MARTIN"), ("Approbateur", "C. Leroy")), p("Texte.")))

    values = {value.field: value.value for value in made.values}
    assert values["writer"] == "a.martin"
    assert values["approver"] == ""
    assert "WD014" in codes(made)
    assert "approver:" in made.text


def test_bold_lines_are_proposed_as_headings_and_marked(tmp_path: Path) -> None:
    made = draft(tmp_path, docx(bold("Matériel"), p("Un savon."), bold("Étapes"), p("Mouiller les mains.")))

    assert made.headings == ("Étapes",)
    assert (
        "<!-- titre proposé par l'import : ligne courte tout en gras ou soulignée ; à confirmer -->\n\n## Étapes"
        in made.body
    )
    assert "WD006" in codes(made)


def test_a_file_with_headings_gets_no_proposal(tmp_path: Path) -> None:
    body = [styled("Titre1", "But"), p("Un."), styled("Titre2", "Étapes"), p("Deux."), bold("Attention"), p("Trois.")]
    made = draft(tmp_path, docx(*body))

    assert made.headings == ()
    assert "**Attention**" in made.body


def test_headings_start_at_the_second_level_and_skip_none(tmp_path: Path) -> None:
    third = '<w:pPr><w:outlineLvl w:val="4"/></w:pPr>'
    detail = f"<w:p>{third}{run('Détail')}</w:p>"
    body = [styled("Titre1", "But"), p("Un."), detail, p("Deux."), styled("Titre1", "Suite"), p("Trois.")]

    lines = draft(tmp_path, docx(*body)).body.split("\n")

    assert [line for line in lines if line.startswith("#")] == ["## But", "### Détail", "## Suite"]


def test_a_text_that_a_program_wrote_is_no_text_for_a_picture(tmp_path: Path) -> None:
    data = docx(
        p(picture(alt="Une image contenant texte, capture d'écran")),
        p("Ouvrir la fenêtre puis choisir le service, et noter le nom de la personne qui appelle dans le registre."),
        parts={"word/media/a.png": PNG},
        relations=relation("rIdP", "image", "media/a.png"),
    )
    made = draft(tmp_path, data)

    assert "![](images/procedure/a.png)" in made.body
    assert "WD011" in codes(made)


def test_a_procedure_of_screenshots_is_told_as_unreadable(tmp_path: Path) -> None:
    data = docx(
        p("Ouvrir."), *(p(picture()) for _ in range(5)),
        parts={"word/media/a.png": PNG},
        relations=relation("rIdP", "image", "media/a.png"),
    )  # fmt: skip

    assert "WD012" in codes(draft(tmp_path, data))


def test_a_link_to_a_bookmark_leads_to_its_heading(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="_Ref12"/><w:bookmarkEnd w:id="1"/>'
    heading = f'<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr>{mark}{run("Étapes du soin")}</w:p>'
    link = f'<w:hyperlink w:anchor="_Ref12">{run("plus bas")}</w:hyperlink>'
    made = draft(tmp_path, docx(p(link), styled("Titre1", "But"), p("x"), heading, p("y")))

    assert "[plus bas](#etapes-du-soin)" in made.body


def test_two_texts_that_say_the_same_are_twins() -> None:
    first = " ".join(f"mot{n}" for n in range(60))

    [same, *near] = twins([first, first.replace("mot0", "MOT0"), first + " et un ajout à la fin"])

    assert same.share == 1.0
    assert {(pair.first, pair.second) for pair in near} == {(0, 2), (1, 2)}


def test_texts_about_other_things_are_no_twins() -> None:
    assert twins([" ".join(f"{word}{n}" for n in range(60)) for word in ("un", "deux")]) == ()
