"""Files as computers leave them: encodings, copies, links, names, and files that vanish."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from classeur.model.findings import Fault
from classeur.reading.files import MAX_TEXT_BYTES, look_into, read_text, sha256_of
from classeur.reading.folder import read_folder
from tests.houses import BODY, TODAY, a_text, house_files, write_house

TEXT = PurePosixPath("procedures/accueil.md")


def faults_of(root: Path) -> list[tuple[str, str]]:
    """The codes met while reading a house, and where."""
    _, faults = read_folder(root, TODAY)
    return [(fault.code, str(fault.where.path)) for fault in faults]


def put(root: Path, name: str, content: bytes = b"") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def another_text() -> bytes:
    return a_text(reference="PR-R1-002", title="Donner un rendez-vous").encode()


# encodings


@pytest.mark.parametrize(
    "stored",
    [
        b"\xef\xbb\xbf" + a_text().encode(),
        a_text().replace("\n", "\r\n").encode(),
        a_text().replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", a_text()).encode(),
        b"\xef\xbb\xbf" + unicodedata.normalize("NFD", a_text()).replace("\n", "\r\n").encode(),
    ],
    ids=["BOM", "CRLF", "CR", "NFD", "all of them"],
)
def test_what_another_computer_stores_differently_is_read_in_silence(house: Path, stored: bytes) -> None:
    put(house, str(TEXT), stored)

    binder, faults = read_folder(house, TODAY)

    assert faults == []
    assert binder.by_path[TEXT].body == BODY


def test_a_file_whose_name_has_its_accents_in_two_pieces_is_what_a_link_names(house: Path) -> None:
    folder = unicodedata.normalize("NFD", "procedures/étage")
    put(house, f"{folder}/{unicodedata.normalize('NFD', 'réveil.png')}", b"image")
    put(house, f"{folder}/{unicodedata.normalize('NFD', 'été.md')}", another_text())
    put(house, str(TEXT), a_text(BODY + "\n![Réveil](étage/réveil.png)\n\n[Été](étage/été.md)\n").encode())

    binder, _ = read_folder(house, TODAY)

    picture, text = [lead for lead in binder.leads if lead.document.path == TEXT]
    assert binder.document_at(text) in binder.documents
    assert (house / str(picture.path)).read_bytes() == b"image"
    assert [attachment.name for attachment in binder.by_path[TEXT].attachments] == ["procedures/étage/réveil.png"]


@pytest.mark.parametrize("typed", ['<img src="plan.png" alt="Plan">', "<a class=x href='plan.png'>Le plan</a>"])
def test_a_file_shown_by_typed_html_is_attached_to_its_text(house: Path, typed: str) -> None:
    put(house, "procedures/plan.png", b"image")
    put(house, str(TEXT), a_text(BODY + f"\n{typed}\n").encode())

    binder, _ = read_folder(house, TODAY)

    assert [attachment.name for attachment in binder.by_path[TEXT].attachments] == ["procedures/plan.png"]


@pytest.mark.parametrize("name", ["manual/organisation.yml", "processes/R1-indicators.yml"])
def test_lists_stored_by_another_computer_are_read_in_silence(house: Path, name: str) -> None:
    text = unicodedata.normalize("NFD", (house / name).read_text("utf-8")).replace("\n", "\r\n")
    put(house, name, b"\xef\xbb\xbf" + text.encode())
    kept, _ = read_folder(write_house(house / "kept"), TODAY)

    binder, faults = read_folder(house, TODAY)

    assert faults == []
    assert [person.name for person in binder.organisation.people] == [p.name for p in kept.organisation.people]
    assert [i.title for p in binder.processes for i in p.indicators] == ["Délai moyen d'attente"]


def test_a_windows_text_is_read_and_told_at_its_first_accent(house: Path) -> None:
    put(house, str(TEXT), a_text(title="Accueillir un blessé").encode("cp1252"))

    binder, faults = read_folder(house, TODAY)

    assert [(fault.code, str(fault.where), fault.reference) for fault in faults] == [
        ("IN004", "procedures/accueil.md:2:1", "PR-R1-001")
    ]
    assert binder.by_path[TEXT].header.title == "Accueillir un blessé"


def test_a_text_of_bytes_that_no_encoding_knows_is_still_read(house: Path) -> None:
    put(house, str(TEXT), a_text().encode() + b"\x81\x8d\n")

    binder, faults = read_folder(house, TODAY)

    assert [fault.code for fault in faults] == ["IN004"]
    assert TEXT in binder.by_path


# sizes


def test_an_empty_file_is_told_as_empty(house: Path) -> None:
    put(house, "procedures/vide.md")

    assert faults_of(house) == [("IN009", "procedures/vide.md")]


@pytest.mark.parametrize("blank", [b"\n", b"  \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_a_file_of_blanks_is_told_as_empty(house: Path, blank: bytes) -> None:
    put(house, "procedures/vide.md", blank)

    assert faults_of(house) == [("IN009", "procedures/vide.md")]


def test_a_file_of_5_megabytes_is_told_and_left_unread(house: Path) -> None:
    put(house, "procedures/relevé.md", another_text() + b"x" * 5 * 1024 * 1024)

    binder, faults = read_folder(house, TODAY)

    assert [(fault.code, fault.values["limit"]) for fault in faults] == [("IN003", "3")]
    assert binder.unread == {PurePosixPath("procedures/relevé.md")}
    assert TEXT in binder.by_path


def test_a_text_of_just_the_largest_size_is_read(house: Path) -> None:
    start = another_text()
    put(house, "procedures/long.md", start + b"x" * (MAX_TEXT_BYTES - len(start)))

    assert faults_of(house) == []


# copies left by other programs


@pytest.mark.parametrize(
    "name",
    [
        "accueil (copie en conflit).md",
        "accueil (Copie en conflit de PC-SOINS 2026-11-22).md",
        "accueil (copie en conflit de Maud Durand 2026-11-22 (1)).md",
        "accueil (Maud's conflicted copy 2026-11-22).md",
        "accueil (conflicted copy 2026-11-22 101500).md",
        "accueil - Copie.md",
        "accueil - Copie (2).md",
        "accueil - Copy.md",
        "accueil – Copie.md",
        "Copie de accueil.md",
        "Copie (2) de accueil.md",
        "Copy of accueil.md",
        "accueil (copie).md",
        "accueil (copie 2).md",
        "accueil (1).md",
        "accueil.sync-conflict-20261122-101500-ABCDEFG.md",
    ],
)
def test_a_conflict_copy_is_told_and_still_read(house: Path, name: str) -> None:
    put(house, f"procedures/{name}", another_text())

    binder, faults = read_folder(house, TODAY)

    assert [(fault.code, fault.values["name"]) for fault in faults] == [("IN005", name)]
    assert PurePosixPath(f"procedures/{name}") in binder.by_path


@pytest.mark.parametrize(
    "name",
    [
        "~$accueil.docx",
        "~$accueil.md",
        ".~lock.accueil.md#",
        ".~lock.accueil.odt#",
        ".accueil.md.swp",
        "accueil.md.swp",
        "accueil.md~",
        "accueil.md.bak",
        "accueil.md.tmp",
        ".#accueil.md",
        "#accueil.md#",
    ],
)
def test_what_an_editor_leaves_is_told_and_never_read(house: Path, name: str) -> None:
    put(house, f"procedures/{name}", another_text())

    binder, faults = read_folder(house, TODAY)

    assert [(fault.code, fault.values["name"]) for fault in faults] == [("IN005", name)]
    assert len(binder.documents) == 2
    assert PurePosixPath(f"procedures/{name}") not in binder.files


@pytest.mark.parametrize(
    "name",
    [
        "accueil (site nord).md",
        "photocopie.md",
        "copies-numérotées.md",
        "la-copie-de-sauvegarde.md",
        "accueil (2026).md",
        "recopier une ordonnance.md",
    ],
)
def test_a_name_that_speaks_of_copies_is_no_copy(house: Path, name: str) -> None:
    put(house, f"procedures/{name}", another_text())

    assert faults_of(house) == []


@pytest.mark.parametrize("name", [".DS_Store", ".gitkeep", ".nextcloudsync.log", "Thumbs.db", "desktop.ini"])
def test_what_a_computer_keeps_for_itself_is_passed_over(house: Path, name: str) -> None:
    put(house, f"procedures/{name}", b"x")

    assert faults_of(house) == []


def test_a_copy_and_its_original_are_both_kept_and_claim_one_reference(house: Path) -> None:
    put(house, "procedures/accueil (copie en conflit).md", a_text().encode())

    binder, _ = read_folder(house, TODAY)

    assert len(binder.by_reference["PR-R1-001"]) == 2
    assert binder.document("PR-R1-001") is None


# links, names, folders


def test_a_symbolic_link_is_told_and_not_followed(house: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("ailleurs") / "secret.md"
    secret.write_bytes(another_text())
    (house / "procedures/secret.md").symlink_to(secret)

    binder, faults = read_folder(house, TODAY)

    assert [(fault.code, str(fault.where.path)) for fault in faults] == [("IN007", "procedures/secret.md")]
    assert len(binder.documents) == 2


def test_a_link_to_a_folder_is_told_and_not_followed(house: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("ailleurs")
    (elsewhere / "secret.md").write_bytes(another_text())
    (house / "procedures/ailleurs").symlink_to(elsewhere)

    assert faults_of(house) == [("IN007", "procedures/ailleurs")]


def test_a_link_in_place_of_a_folder_of_texts_is_told(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    write_house(tmp_path, {name: text for name, text in house_files().items() if not name.startswith("procedures/")})
    (tmp_path / "procedures").symlink_to(tmp_path_factory.mktemp("ailleurs"))

    assert faults_of(tmp_path) == [("IN007", "procedures")]


def test_a_link_to_its_own_folder_does_not_turn_the_reader_round(house: Path) -> None:
    (house / "procedures/encore").symlink_to(house)

    assert faults_of(house) == [("IN007", "procedures/encore")]


def test_a_broken_link_is_told(house: Path) -> None:
    (house / "procedures/perdu.md").symlink_to("nulle-part.md")

    assert faults_of(house) == [("IN007", "procedures/perdu.md")]


def test_a_linked_file_beside_the_texts_is_none_of_the_files_that_a_text_may_show(
    house: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = put(tmp_path_factory.mktemp("ailleurs"), "secret.png", b"secret")
    (house / "images").mkdir()
    (house / "images/plan.png").symlink_to(secret)

    assert PurePosixPath("images/plan.png") not in look_into(house).files


@pytest.mark.parametrize("name", ["aux.md", "CON.md", "nul.v2.md", "lpt1.md", "COM9.md", "con .md", "prn"])
def test_a_name_that_windows_keeps_for_itself_is_told(house: Path, name: str) -> None:
    put(house, f"procedures/{name}", another_text())

    assert faults_of(house) == [("IN006", f"procedures/{name}")]


@pytest.mark.parametrize(
    "name", ["pourquoi ?.md", "accueil : suite.md", "a<b>.md", "a|b.md", 'un "mot".md', "a*.md", "dos\\sier.md"]
)
def test_a_name_that_windows_refuses_is_told(house: Path, name: str) -> None:
    put(house, f"procedures/{name}", another_text())

    assert faults_of(house) == [("IN006", f"procedures/{name}")]


def test_an_awkward_folder_is_told_once_for_all_its_texts(house: Path) -> None:
    for number in (2, 3):
        put(house, f"procedures/soins./{number}.md", a_text(reference=f"PR-R1-00{number}").encode())

    assert faults_of(house) == [("IN006", "procedures/soins.")]


def test_a_name_that_is_no_utf_8_is_told_and_reads_on(house: Path) -> None:
    put(house, os.fsdecode(b"procedures/\xe9t\xe9.md"), another_text())

    codes = [code for code, _ in faults_of(house)]

    assert codes == ["IN006"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("accueil.md", "Accueil.md"),
        ("accueil.md", "ACCUEIL.MD"),
        ("été.md", "ete.md"),
        ("été.md", unicodedata.normalize("NFD", "été.md")),
        ("Soins/chute.md", "soins/chute.md"),
    ],
)
def test_names_that_a_computer_takes_for_one_are_told(tmp_path: Path, one: str, other: str) -> None:
    write_house(tmp_path, {**house_files(), f"procedures/{one}": a_text(), f"procedures/{other}": a_text()})

    codes = [code for code, _ in faults_of(tmp_path)]

    assert codes == ["IN008"]


def test_a_folder_named_like_a_text_is_told_and_its_texts_are_read(house: Path) -> None:
    put(house, "procedures/rendez-vous.md/donner.md", another_text())

    binder, faults = read_folder(house, TODAY)

    assert [(fault.code, str(fault.where.path)) for fault in faults] == [("IN010", "procedures/rendez-vous.md")]
    assert PurePosixPath("procedures/rendez-vous.md/donner.md") in binder.by_path


@pytest.mark.parametrize("name", ["manual/organisation.yml", "manual/glossary.yml", "manual/waivers.yml"])
def test_a_folder_in_place_of_a_list_is_told(tmp_path: Path, name: str) -> None:
    write_house(tmp_path, {path: text for path, text in house_files().items() if path != name})
    (tmp_path / name).mkdir(parents=True)

    assert [path for _, path in faults_of(tmp_path)] == [name]


def test_a_file_in_place_of_a_folder_of_texts_is_read_over(tmp_path: Path) -> None:
    files = {name: text for name, text in house_files().items() if not name.startswith("procedures/")}
    write_house(tmp_path, {**files, "procedures": "un fichier"})

    binder, _ = read_folder(tmp_path, TODAY)

    assert [document.reference for document in binder.documents] == ["FP-R1"]


def test_a_folder_without_anything_is_read_as_an_empty_house(tmp_path: Path) -> None:
    binder, faults = read_folder(tmp_path, TODAY)

    assert binder.documents == ()
    assert [fault.code for fault in faults] == ["OR008"]


def test_registers_and_hidden_folders_hold_no_document(house: Path) -> None:
    for name in (
        "manual/registers/notes.md",
        "procedures/.trash/ancien.md",
        "site/index.md",
        "releases/PR/1.0/source.md",
    ):
        put(house, name, b"rien")

    assert faults_of(house) == []


# files that vanish


@pytest.fixture
def text_that_vanishes(house: Path, monkeypatch: pytest.MonkeyPatch) -> PurePosixPath:
    """Another program deletes a text once the folder has been listed."""
    path = PurePosixPath("procedures/ephemere.md")
    put(house, str(path), another_text())
    scandir = os.scandir

    def listed_then_deleted(folder: str) -> Any:
        with scandir(folder) as found:
            entries = list(found)
        if folder == str(house / path.parent):
            (house / path).unlink(missing_ok=True)
        return contextlib.nullcontext(entries)

    monkeypatch.setattr(os, "scandir", listed_then_deleted)
    return path


def test_a_text_that_vanishes_while_the_house_is_read_is_told(house: Path, text_that_vanishes: PurePosixPath) -> None:
    binder, faults = read_folder(house, TODAY)

    assert [(fault.code, fault.where.path) for fault in faults] == [("IN002", text_that_vanishes)]
    assert binder.unread == {text_that_vanishes}
    assert len(binder.documents) == 2


def test_a_text_that_becomes_a_folder_meanwhile_is_told(house: Path) -> None:
    [path] = [path for path in look_into(house).texts if path == TEXT]
    (house / path).unlink()
    (house / path).mkdir()

    text, [fault] = read_text(house, path)

    assert text is None
    assert fault.code == "IN010"


def test_a_picture_that_vanishes_has_no_hash(house: Path) -> None:
    assert sha256_of(house, PurePosixPath("procedures/plan.png")) is None


def test_a_folder_that_may_not_be_listed_is_told(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(house, "procedures/soins/chute.md", another_text())
    scandir = os.scandir

    def refused(path: Any = ".") -> Any:
        if str(path).endswith("soins"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)

    assert faults_of(house) == [("IN002", "procedures/soins")]


def test_a_pipe_does_not_make_the_reader_wait(house: Path) -> None:
    os.mkfifo(house / "procedures/tuyau.md")

    assert faults_of(house) == [("IN002", "procedures/tuyau.md")]


def test_every_fault_of_a_file_stands_in_that_file(house: Path) -> None:
    put(house, "procedures/a.md")
    put(house, "procedures/b - Copie.md", another_text())

    _, faults = read_folder(house, TODAY)

    assert {str(fault.where.path) for fault in faults} == {"procedures/a.md", "procedures/b - Copie.md"}
    assert all(isinstance(fault, Fault) and not fault.where.path.is_absolute() for fault in faults)
