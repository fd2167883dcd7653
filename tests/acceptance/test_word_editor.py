"""Word as an editor: a copy goes out, comes back edited, and makes a draft; a copy put back among others is seen."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.acceptance.centre import PATH, Centre, centre  # noqa: F401
from tests.houses import BODY

REFERENCE = "PR-R1-001"
TEXT = (
    BODY
    + """
## À savoir

!!! warning "Sans rendez-vous"

    Personne n'est **renvoyé** sans avoir vu un soignant[^avis].

<!-- relu par l'équipe en octobre -->

Voir la [fiche](../processes/R1-accueillir.md){ .lien }.

[^avis]: L'avis du *médecin* est noté.
"""
)


@pytest.fixture
def released(centre: Centre) -> Centre:  # noqa: F811
    centre.write(PATH, TEXT)
    return centre.released()


def exported(centre: Centre, *options: str) -> Path:  # noqa: F811
    out = centre.root.parent / "copies"
    centre.done("word", REFERENCE, "-o", out, *options)
    return out / f"{REFERENCE}.docx"


def edited(file: Path, before: str, after: str, part: str = "word/document.xml") -> None:
    """What Word would save: the same file but for some words."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                assert before.encode() in data
                data = data.replace(before.encode(), after.encode())
            new.writestr(name, data)
    file.write_bytes(out.getvalue())


def test_a_copy_that_nobody_edited_makes_no_draft(released: Centre) -> None:
    before = released.written()

    said = released.done("import", exported(released, "--edit"))

    assert "aucun brouillon" in said.out
    assert {name: data for name, data in released.written().items() if not name.startswith("imports")} == before


def test_a_link_to_an_annex_is_nothing_to_look_at(centre: Centre) -> None:  # noqa: F811
    centre.write(str(Path(PATH).with_name("grille.csv")), "a;b\n")
    centre.write(PATH, f"{TEXT}\nVoir [la grille](grille.csv).\n")
    file = exported(centre.released(), "--edit")
    edited(file, "Saluer le patient", "Saluer chaleureusement le patient")

    said = centre.done("import", file)

    assert "WD013" not in said.out
    assert "[la grille](grille.csv)" in centre.text()


def test_an_edited_copy_makes_a_new_draft_that_keeps_the_rest_to_the_letter(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, "Saluer le patient", "Saluer chaleureusement le patient")

    released.done("import", file)

    text = released.text()
    assert "1. Saluer chaleureusement le patient et demander" in text
    assert text[text.index("## But") :] == TEXT.replace("Saluer le patient", "Saluer chaleureusement le patient")
    assert "version: 1.1" in text
    assert "change: minor" in text
    assert released.status()["version_in_force"] == "1.0"


def test_the_report_of_an_edited_copy_says_what_changed(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, "Saluer le patient", "Saluer chaleureusement le patient")

    released.done("import", file)

    report = (released.root / "imports/rapport-import.md").read_text("utf-8")
    assert "Comparé à : PR-R1-001 1.0." in report
    assert "est devenu « Saluer chaleureusement le patient" in report


def test_a_small_change_at_the_end_of_a_long_passage_is_shown(centre: Centre) -> None:  # noqa: F811
    centre.write(PATH, f"{TEXT}\nLe patient attend {'dans un lieu calme, ' * 6}puis il est reçu par un soignant.\n")
    file = exported(centre.released())
    edited(file, "par un soignant", "par deux soignants")

    said = centre.run("verify", "--copies", file.parent, "--format", "json")

    assert "il est reçu par deux soignants." in said.data["problems"][0]["message"]


def test_what_word_cannot_hold_is_told_for_the_passages_that_changed(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, "Voir la ", "Voir aussi la ")

    said = released.done("import", file)

    assert "WD025" in said.out
    assert "Voir aussi la [fiche](../processes/R1-accueillir.md)" in released.text()


def test_a_text_that_changed_since_the_export_is_not_replaced_in_silence(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, "Saluer le patient", "Saluer chaleureusement le patient")
    released.replace("sans attente inutile", "sans aucune attente")

    said = released.run("import", file)

    assert said.code == 1
    assert "WD023" in said.out
    assert "sans aucune attente" in released.text()
    assert "chaleureusement" not in released.text()


def test_it_is_replaced_when_somebody_says_so(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, "Saluer le patient", "Saluer chaleureusement le patient")
    released.replace("sans attente inutile", "sans aucune attente")

    released.done("import", file, "--replace")

    assert "chaleureusement" in released.text()


def test_a_copy_put_back_edited_is_seen_as_divergent_and_offered_as_a_proposal(released: Centre) -> None:
    file = exported(released)
    edited(file, "Saluer le patient", "Ne pas saluer le patient")

    said = released.run("verify", "--copies", file.parent, "--format", "json")

    assert said.code == 1
    [told] = [each for each in said.data["problems"] if each["code"] == "WD024"]
    assert told["path"].endswith(f"{REFERENCE}.docx")
    assert "Ne pas saluer" in told["message"]
    assert f'classeur import "{file.as_posix()}"' in told["remedy"]


def test_copies_as_they_were_exported_are_clean(released: Centre) -> None:
    said = released.run("verify", "--copies", exported(released).parent, "--format", "json")

    assert (said.code, said.data["problems"]) == (0, [])


def test_bold_words_within_bold_words_are_no_change(centre: Centre) -> None:  # noqa: F811
    centre.write(PATH, TEXT + "\n| Qui |\n|---|\n| **Prévenir **le médecin**[^avis].** |\n")
    copy = exported(centre.released(), "--edit")

    said = centre.done("import", copy)

    assert "aucun brouillon" in said.out


def test_a_note_that_was_changed_in_word_is_changed_in_the_draft(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, " est noté.", " est noté et daté.", "word/footnotes.xml")

    said = released.done("import", file)

    assert "[^avis]: L'avis du *médecin* est noté et daté." in released.text()
    assert "(1 modification)" in said.out


def test_a_note_that_was_taken_away_in_word_leaves_the_draft(released: Centre) -> None:
    file = exported(released, "--edit")
    inside = zipfile.ZipFile(file).read("word/document.xml").decode()
    [call] = re.findall(r"<w:r>(?:(?!</w:r>).)*<w:footnoteReference[^>]*/></w:r>", inside)
    edited(file, call, "")

    released.done("import", file)

    assert "avis]" not in released.text()


def test_a_note_changed_in_a_copy_is_seen_by_verify(released: Centre) -> None:
    file = exported(released)
    edited(file, " est noté.", " est noté et daté.", "word/footnotes.xml")

    said = released.run("verify", "--copies", file.parent, "--format", "json")

    assert [each["code"] for each in said.data["problems"]] == ["WD024"]
    assert "noté et daté" in said.data["problems"][0]["message"]


def test_a_name_changed_in_the_control_block_is_told_and_not_taken_over(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, ">Maud Durand<", ">Sacha Petit<")
    before = released.text()

    said = released.done("import", file)

    assert "WD032" in said.out
    assert "« Rédigé par : Maud Durand » → « Sacha Petit »" in " ".join(said.out.split())
    assert released.text() == before


def test_a_date_changed_in_a_copy_is_seen_by_verify(released: Centre) -> None:
    file = exported(released)
    edited(file, ">12 mars 2026<", ">13 mars 2026<")

    said = released.run("verify", "--copies", file.parent, "--format", "json")

    assert said.code == 1
    assert [each["code"] for each in said.data["problems"]] == ["WD032"]


def test_a_title_changed_alone_makes_a_draft(released: Centre) -> None:
    file = exported(released, "--edit")
    edited(file, ">Accueillir un patient</w:t></w:r></w:p>", ">Accueillir chacun</w:t></w:r></w:p>")

    said = released.done("import", file)

    assert "Accueillir chacun" in said.out
    assert "Accueillir chacun" in released.text()
    assert "version: 1.1" in released.text()
