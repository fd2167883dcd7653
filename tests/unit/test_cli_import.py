"""`classeur import`, typed: drafts and a report are written, nothing is replaced, and each refusal has a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.houses import write_house
from tests.unit.commands import Desk, tree
from tests.word_files import PNG, docx, p, picture, relation, table


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(capsys)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return write_house(tmp_path / "maison")


WORDS = " ".join(f"mot{n}" for n in range(40))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def word(folder: Path, name: str = "mains.docx", text: str = WORDS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    data = docx(
        table(("Référence", "PR-HYG-012"), ("Version", "2"), ("Rédacteur", "Alix Martin")),
        p(text),
        p(picture(alt="Le lavabo")),
        parts={"word/media/a.png": PNG},
        relations=relation("rIdP", "image", "media/a.png"),
    )
    (folder / name).write_bytes(data)
    return folder / name


def test_a_file_gives_a_draft_its_pictures_and_a_report(desk: Desk, house: Path, tmp_path: Path) -> None:
    said = desk.run("-C", house, "import", word(tmp_path), "-o", tmp_path / "sortie")

    assert said.code == 0
    assert set(tree(tmp_path / "sortie")) >= {"mains.md", "images/mains/a.png", "rapport-import.md"}
    assert "reference: PR-HYG-012" in (tmp_path / "sortie/mains.md").read_text("utf-8")


def test_the_report_says_where_each_value_was_read(desk: Desk, house: Path, tmp_path: Path) -> None:
    desk.run("-C", house, "import", word(tmp_path), "-o", tmp_path / "sortie")

    report = (tmp_path / "sortie/rapport-import.md").read_text("utf-8")
    assert "| `reference` | PR-HYG-012 | PR-HYG-012 | tableau de la première page |" in report
    assert "| `writer` | a.martin | Alix Martin | tableau de la première page |" in report


def test_a_draft_in_the_texts_is_read_by_the_check_and_the_report_is_kept_out(
    desk: Desk, house: Path, tmp_path: Path
) -> None:
    desk.run("-C", house, "import", word(tmp_path), "-o", house / "procedures")

    found = desk.run("-C", house, "check", "--format", "json").data
    assert (house / "imports/rapport-import.md").exists()
    assert {f["code"] for f in found if f["path"] == "procedures/mains.md" and f["severity"] == "error"} <= {
        "FM001", "OR001", "WF008",
    }  # fmt: skip
    assert all(f["remedy"] for f in found)


def test_a_dry_run_writes_nothing(desk: Desk, house: Path, tmp_path: Path) -> None:
    before = tree(house)

    said = desk.run("-C", house, "import", word(tmp_path / "word"), "-o", house / "procedures", "--dry-run")

    assert tree(house) == before
    assert "PR-HYG-012" in said.out


def test_a_text_that_stands_there_is_left_and_told(desk: Desk, house: Path, tmp_path: Path) -> None:
    (tmp_path / "sortie").mkdir()
    (tmp_path / "sortie/mains.md").write_text("mon travail", "utf-8")

    said = desk.run("-C", house, "import", word(tmp_path), "-o", tmp_path / "sortie")

    assert said.code == 1
    assert "WD023" in said.out
    assert (tmp_path / "sortie/mains.md").read_text("utf-8") == "mon travail"


def test_importing_twice_changes_nothing(desk: Desk, house: Path, tmp_path: Path) -> None:
    file = word(tmp_path)
    desk.run("-C", house, "import", file, "-o", tmp_path / "sortie")
    before = (tmp_path / "sortie/mains.md").read_bytes()

    said = desk.run("-C", house, "import", file, "-o", tmp_path / "sortie")

    assert said.code == 0
    assert (tmp_path / "sortie/mains.md").read_bytes() == before


def test_a_folder_is_read_whole_and_copies_of_copies_are_told(desk: Desk, house: Path, tmp_path: Path) -> None:
    word(tmp_path / "word")
    word(tmp_path / "word/ancien", "mains - Copie.docx")
    word(tmp_path / "word", "mains2.docx", WORDS + " et la suite")
    (tmp_path / "word/~$mains.docx").write_bytes(b"x")

    said = desk.run("-C", house, "import", tmp_path / "word", "-o", tmp_path / "sortie", "--format", "json")

    codes = [{finding["code"] for finding in each["findings"]} for each in said.data["files"]]
    assert len(codes) == 3
    assert sum("WD021" in each for each in codes) == 1
    assert sum("WD022" in each for each in codes) == 1


def test_many_files_are_told_in_a_line_each_then_counted_by_rule(desk: Desk, house: Path, tmp_path: Path) -> None:
    for number in range(4):
        word(tmp_path / "word", f"fiche-{number}.docx", f"{WORDS[number * 40 :]} {'x' * number}")
    word(tmp_path / "word", "fiche-4.docx")
    (tmp_path / "word/casse.docx").write_bytes(b"PK non")

    said = desk.run("-C", house, "import", tmp_path / "word", "-o", tmp_path / "sortie", "--dry-run").out

    assert len([line for line in said.splitlines() if " → fiche-" in line]) == 5
    assert "à faire : L'ouvrir dans Word" in said
    assert said.count("à faire :") == 1
    assert "5 fichiers" in said
    assert "fiche-0.docx ~ fiche-4.docx  (même texte)" in said


def test_an_unreadable_file_does_not_stop_the_others(desk: Desk, house: Path, tmp_path: Path) -> None:
    word(tmp_path / "word")
    (tmp_path / "word/casse.docx").write_bytes(b"PK non")

    said = desk.run("-C", house, "import", tmp_path / "word", "-o", tmp_path / "sortie")

    assert said.code == 1
    assert "WD001" in said.out
    assert (tmp_path / "sortie/mains.md").exists()


def test_macros_are_refused_by_name(desk: Desk, house: Path, tmp_path: Path) -> None:
    said = desk.run("-C", house, "import", word(tmp_path, "mains.docm"), "-o", tmp_path / "sortie")

    assert said.code == 1
    assert "WD003" in said.out


def test_an_old_file_without_libreoffice_says_what_to_do(
    desk: Desk, house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("classeur.tasks.old_word.libre_office", lambda: None)
    (tmp_path / "vieux.doc").write_bytes(OLD)

    said = desk.run("-C", house, "import", tmp_path / "vieux.doc", "-o", tmp_path / "sortie")

    assert "WD005" in said.out
    assert "LibreOffice" in said.out


def test_drafts_may_be_made_before_there_is_a_house(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("-C", tmp_path, "import", word(tmp_path / "word"), "-o", "sortie")

    assert said.code == 0
    assert (tmp_path / "sortie/mains.md").exists()


def test_a_file_that_does_not_exist_is_told(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "import", "absent.docx")

    assert said.code == 2
    assert "absent.docx n'existe pas" in said.err


def test_a_procedure_of_pictures_without_words_is_told_by_the_check(desk: Desk, house: Path) -> None:
    body = "".join(f"![](images/e{n}.png)\n\n" for n in range(4))
    path = house / "procedures/accueil.md"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("## But")] + body, "utf-8")
    (house / "procedures/images").mkdir()
    for n in range(4):
        (house / f"procedures/images/e{n}.png").write_bytes(PNG)

    found = desk.run("-C", house, "check", "--format", "json").data

    mute = [each for each in found if each["path"] == "procedures/accueil.md" and each["code"] == "LK003"]
    assert len(mute) == 4
    assert all(each["severity"] == "warning" and each["remedy"] for each in mute)


_CONVERTER = """#!/bin/sh
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done
/bin/cp "{made}" "$out/$(/usr/bin/basename "$1" .doc).docx"
"""


def test_an_old_file_is_read_through_the_converter_of_the_computer(
    desk: Desk, house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = word(tmp_path / "bureau")
    (tmp_path / "bureau/soffice").write_text(_CONVERTER.format(made=made), "utf-8")
    (tmp_path / "bureau/soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bureau"))
    (tmp_path / "Lavage des mains.doc").write_bytes(OLD)

    said = desk.run("-C", house, "import", tmp_path / "Lavage des mains.doc", "-o", tmp_path / "sortie")

    assert said.code == 0
    assert "WD038" in said.out
    assert "reference: PR-HYG-012" in (tmp_path / "sortie/lavage-des-mains.md").read_text("utf-8")


def test_a_converter_that_fails_is_told_as_no_converter(
    desk: Desk, house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bureau").mkdir()
    (tmp_path / "bureau/soffice").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tmp_path / "bureau/soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bureau"))
    (tmp_path / "mains.doc").write_bytes(OLD)

    said = desk.run("-C", house, "import", tmp_path / "mains.doc", "-o", tmp_path / "sortie")

    assert said.code == 1
    assert "WD005" in said.out
