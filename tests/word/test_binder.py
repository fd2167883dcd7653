"""A binder on paper, its updates, its numbered copies."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.houses import a_text
from tests.released import Acts
from tests.word.houses import word
from tests.word.ooxml import faults, find, part, text, value


@pytest.fixture
def house(constructs: Path, tmp_path: Path) -> Path:
    """A copy of the house with every construct, to write in."""
    return Path(shutil.copytree(constructs, tmp_path / "house"))


def names(folder: Path) -> set[str]:
    """The Word files of a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")}


def cells(file: Path, caption: str) -> list[list[str]]:
    """The cells of the table of that title, without its head."""
    [table] = find(part(file), f"//w:tbl[w:tblPr/w:tblCaption/@w:val='{caption}']")
    return [[text(cell) for cell in find(row, "w:tc")] for row in find(table, "w:tr")[1:]]


def test_a_binder_is_a_folder_with_index_dividers_and_documents(constructs: Path, tmp_path: Path) -> None:
    assert word(constructs, "--binder", "-o", tmp_path) == 0

    assert names(tmp_path) == {
        "00-Index.docx",
        "R1/00-Intercalaire.docx",
        "R1/FP-R1.docx",
        "R1/PR-R1-001.docx",
        "R1/PR-R1-002.docx",
    }
    links = value(part(tmp_path / "00-Index.docx", "word/_rels/document.xml.rels"), "//@Target")
    assert {"R1/FP-R1.docx", "R1/PR-R1-001.docx", "R1/PR-R1-002.docx"} <= set(links)


def test_the_index_shows_the_map_on_a_turned_page_and_the_head_of_the_ledger(constructs: Path, tmp_path: Path) -> None:
    word(constructs, "--binder", "-o", tmp_path)
    index, held = part(tmp_path / "00-Index.docx"), json.loads((tmp_path / "00-Contenu.json").read_bytes())

    assert find(index, "//w:sectPr/w:pgSz[@w:orient='landscape']")
    assert held["head"] in text(index)
    assert faults(tmp_path / "00-Index.docx") == faults(tmp_path / "R1" / "00-Intercalaire.docx") == []


def test_one_file_gives_each_document_its_own_head_and_pages(constructs: Path, tmp_path: Path) -> None:
    one = tmp_path / "classeur.docx"
    assert word(constructs, "--binder", "-o", one) == 0
    body = part(one)
    marks = value(body, "//w:bookmarkStart/@w:name")

    assert faults(one) == []
    assert len(marks) == len(set(marks))
    assert set(value(body, "//w:hyperlink/@w:anchor")) <= set(marks)
    with zipfile.ZipFile(one) as archive:
        heads = [text(part(one, name)) for name in archive.namelist() if name.startswith("word/header")]
    assert all(any(reference in head for head in heads) for reference in ("FP-R1", "PR-R1-001", "PR-R1-002"))
    assert len(value(body, "//w:pgNumType[@w:start='1']")) + len(find(body, "//w:pgNumType")) >= 4


def test_a_document_goes_into_the_file_that_was_named_with_its_annexes_beside(constructs: Path, tmp_path: Path) -> None:
    assert word(constructs, "PR-R1-001", "-o", tmp_path / "remise" / "Accueil.docx") == 0

    found = {path.relative_to(tmp_path / "remise").as_posix() for path in (tmp_path / "remise").rglob("*.*")}
    assert "Accueil.docx" in found
    assert found - {"Accueil.docx"} == {name for name in found if name.startswith("annexes/")}


def test_a_zip_holds_the_same_files(constructs: Path, tmp_path: Path) -> None:
    word(constructs, "--binder", "-o", tmp_path / "folder")
    word(constructs, "--binder", "-o", tmp_path / "classeur.zip")

    with zipfile.ZipFile(tmp_path / "classeur.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {
        path.relative_to(tmp_path / "folder").as_posix(): path.read_bytes()
        for path in (tmp_path / "folder").rglob("*")
        if path.is_file()
    }


def changed(house: Path) -> None:
    """A new version, a new document and a withdrawal, after the summer."""
    acts = Acts(house)
    new = {"reference": "PR-R1-002", "title": "Programmer un rendez-vous", "version": "1.1", "change": "minor"}
    acts.write(
        "procedures/suite.md", a_text(summary="Le rappel se fait la veille.", **new).replace("attention", "soin")
    )
    acts.release("PR-R1-002", "2026-10-01")
    acts.write("procedures/neuf.md", reference="PR-R1-003", title="Répondre au téléphone")
    acts.release("PR-R1-003", "2026-10-02")
    acts.withdraw("PR-R1-001", "2026-10-03", ("PR-R1-003",))


@pytest.mark.parametrize("since", ["2026-09-01", "pack"])
def test_an_update_says_which_sheets_go_out_and_which_come_in(house: Path, tmp_path: Path, since: str) -> None:
    word(house, "--binder", "-o", tmp_path / "pack", today="2026-09-01")
    changed(house)

    asked = since if since != "pack" else tmp_path / "pack"
    assert word(house, "--since", asked, "-o", tmp_path / "update") == 0

    cover = tmp_path / "update" / "00-Mise-a-jour.docx"
    assert faults(cover) == []
    assert "Changements depuis le " in text(part(cover))
    assert [(row[0], row[2], row[3]) for row in cells(cover, "Feuilles à retirer")] == [
        ("PR-R1-001", "1.0", "retiré : PR-R1-003"),
        ("PR-R1-002", "1.0", "nouvelle version"),
    ]
    assert [(row[0], row[2]) for row in cells(cover, "Feuilles à insérer")] == [
        ("PR-R1-002", "1.1"),
        ("PR-R1-003", "1.0"),
    ]
    assert {"00-Index.docx", "R1/PR-R1-002.docx", "R1/PR-R1-003.docx"} <= names(tmp_path / "update")
    assert "R1/FP-R1.docx" not in names(tmp_path / "update")


def test_each_numbered_copy_in_use_has_its_own_sheet_to_sign(house: Path, tmp_path: Path) -> None:
    changed(house)
    word(house, "--since", "2026-09-01", "-o", tmp_path / "update")

    assert {name for name in names(tmp_path / "update") if "Copie" in name} == {"00-Copie-1.docx", "00-Copie-12.docx"}
    twelve = tmp_path / "update" / "00-Copie-12.docx"
    assert [row[0] for row in cells(twelve, "Feuilles à retirer")] == ["PR-R1-002"]
    assert len(cells(twelve, "À signer et à rendre")) == 3
    assert "Copie contrôlée n° 12 – Accueil" in text(part(twelve, "word/footer1.xml"))
    assert faults(twelve) == []


def test_an_update_of_an_update_has_nothing_to_change(house: Path, tmp_path: Path) -> None:
    changed(house)
    word(house, "--since", "2026-09-01", "-o", tmp_path / "first")
    word(house, "--since", tmp_path / "first", "-o", tmp_path / "second")

    assert names(tmp_path / "second") == {"00-Mise-a-jour.docx", "00-Index.docx"}


def test_the_sheets_of_a_numbered_copy_bear_its_number(constructs: Path, tmp_path: Path) -> None:
    assert word(constructs, "PR-R1-002", "--copy", "12", "-o", tmp_path) == 0

    assert "Copie contrôlée n° 12 – Accueil" in text(part(tmp_path / "PR-R1-002.docx", "word/footer1.xml"))


@pytest.mark.parametrize(
    "arguments",
    [("PR-R1-099",), ("--since", "hier"), ("PR-R1-002", "--copy", "3"), (), ("--all", "--binder")],
)
def test_what_cannot_be_handed_out_is_refused_and_nothing_is_written(
    constructs: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert word(constructs, *arguments, "-o", tmp_path / "out") == 2

    assert not (tmp_path / "out").exists()


def test_a_release_names_the_paper_copies_to_change(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from classeur.cli.app import main

    main(["-C", str(house), "suspend", "PR-R1-002", "--reason", "Une erreur.", "--as", "a.martin"])

    assert "Copies papier à mettre à jour : n° 1 (Salle de soins), n° 12 (Accueil)." in capsys.readouterr().out
