"""A Word file becomes a draft: what it says is kept, what is guessed is told."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from classeur.importers.word.control_block import Origin
from classeur.importers.word.likeness import twins
from classeur.reading.documents import read_document
from tests.word_drafts import codes, draft
from tests.word_files import (
    NAMES,
    PNG,
    bold,
    custom,
    docx,
    p,
    picture,
    relation,
    run,
    styled,
    table,
)


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
