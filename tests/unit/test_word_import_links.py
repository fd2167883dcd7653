"""Word files of one folder that point to each other: their drafts do too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.houses import write_house
from tests.unit.commands import Desk, Said
from tests.word_files import docx, p, relation, run


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(capsys)


def write(file: Path, title: str, *links: tuple[str, str]) -> None:
    """A Word file with a heading that bears a bookmark, and links: their words and their addresses."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        p(run("Voir ") + f'<w:hyperlink r:id="rIdL{n}">{run(words)}</w:hyperlink>')
        for n, (words, _) in enumerate(links)
    ]
    related = "".join(relation(f"rIdL{n}", "hyperlink", to, outside=True) for n, (_, to) in enumerate(links))
    body = (
        p(title, '<w:pStyle w:val="Titre"/>'),
        p(
            f'<w:bookmarkStart w:id="1" w:name="_Ref12"/>{run("Après les soins")}<w:bookmarkEnd w:id="1"/>',
            '<w:pStyle w:val="Titre1"/>',
        ),
        p("Ranger."),
        *lines,
    )
    file.write_bytes(docx(*body, relations=related))


def imported(desk: Desk, folder: Path, out: Path) -> Said:
    return desk.run("-C", write_house(folder.parent / "maison"), "import", folder, "-o", out)


def test_a_link_from_a_file_to_another_leads_to_its_draft(desk: Desk, tmp_path: Path) -> None:
    write(tmp_path / "word/soins/a.docx", "Faire un pansement", ("le tri", "../déchets/Tri%20des%20d%C3%A9chets.docx"))
    write(tmp_path / "word/déchets/Tri des déchets.docx", "Trier les déchets", ("la suite", "..\\soins\\A.DOCX#_Ref12"))

    said = imported(desk, tmp_path / "word", tmp_path / "sortie")

    assert said.code == 0
    assert "[le tri](trier-les-dechets.md)" in (tmp_path / "sortie/faire-un-pansement.md").read_text("utf-8")
    back = (tmp_path / "sortie/trier-les-dechets.md").read_text("utf-8")
    assert "[la suite](faire-un-pansement.md#apres-les-soins)" in back
    assert "WD036" not in said.out


def test_a_file_that_moved_is_found_by_its_name_and_told(desk: Desk, tmp_path: Path) -> None:
    write(tmp_path / "word/a.docx", "Faire un pansement", ("le tri", "file:///S:/Qualité/Tri.doc"))
    write(tmp_path / "word/neuf/tri.docx", "Trier les déchets")

    said = imported(desk, tmp_path / "word", tmp_path / "sortie")

    assert "WD036" in said.out
    assert "[le tri](trier-les-dechets.md)" in (tmp_path / "sortie/faire-un-pansement.md").read_text("utf-8")


def test_two_files_of_one_name_are_never_chosen_between(desk: Desk, tmp_path: Path) -> None:
    write(tmp_path / "word/a.docx", "Faire un pansement", ("le tri", "S:\\Qualité\\tri.docx"))
    write(tmp_path / "word/neuf/tri.docx", "Trier les déchets")
    write(tmp_path / "word/vieux/tri.docx", "Trier le linge")

    said = imported(desk, tmp_path / "word", tmp_path / "sortie")

    assert "WD037" in said.out
    assert "Voir le tri\n" in (tmp_path / "sortie/faire-un-pansement.md").read_text("utf-8")


def test_a_link_to_a_file_that_was_not_imported_stays_as_typed_and_is_told(desk: Desk, tmp_path: Path) -> None:
    write(tmp_path / "word/a.docx", "Faire un pansement", ("le tri", "Tri.docx"))

    said = imported(desk, tmp_path / "word", tmp_path / "sortie")

    assert "WD037" in said.out
    assert "[le tri](Tri.docx)" in (tmp_path / "sortie/faire-un-pansement.md").read_text("utf-8")
