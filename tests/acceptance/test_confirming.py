"""Ways in for confirmations of reading (cases 19 and 20 of the domain): each line is taken, or refused and told why."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
import xlsxwriter

from classeur.ledger.confirmations import FOLDER
from tests.acceptance.centre import PROCEDURE, Centre
from tests.acceptance.test_readings import confirmed, document, people, second
from tests.houses import ORGANISATION

HEAD = "Référence;Version;Nom;Lu le"


def sheet(
    centre: Centre, *lines: str, head: str = HEAD, name: str = "feuille.csv", encoding: str = "utf-8-sig"
) -> Path:
    """A filled sheet, as a French Excel saves it."""
    file = centre.root.parent / name
    file.write_bytes("\r\n".join([head, *lines, ""]).encode(encoding))
    return file


def mail(centre: Centre, subject: str, sender: str = "Maud Durand <B.Durand@example.org>", name: str = "m.eml") -> Path:
    """An e-mail sent on 13 March 2026."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "qualite@example.org", subject
    message["Date"] = "Fri, 13 Mar 2026 00:30:00 +0100"
    message.set_content("Bonjour, bien lu.")
    file = centre.root.parent / name
    file.write_bytes(message.as_bytes())
    return file


def digest(centre: Centre) -> str:
    [version] = centre.done("history", PROCEDURE, "--format", "json").data["versions"]
    return str(version["text_digest"])[:12]


def batches(centre: Centre) -> list[Path]:
    return sorted((centre.root / FOLDER).glob("*.json"))


def released(centre: Centre) -> Centre:
    """A text in force since 12 March; we are on 20 March."""
    return centre.released().at("2026-03-20")


# one person


def test_a_confirmation_is_bound_to_the_version_the_digest_the_ledger_and_the_person(centre: Centre) -> None:
    confirmed(released(centre), "b.durand")

    [batch] = [json.loads(file.read_bytes()) for file in batches(centre)]
    [text] = batch["texts"]
    assert (text["reference"], text["version"], text["readers"]) == (PROCEDURE, "1.0", {"b.durand": "2026-03-20"})
    assert (text["means"], text["assurance"], batch["by"]) == ("typed", "claimed", "b.durand")
    assert text["digest"].startswith(digest(centre))
    assert batch["head"] == centre.done("verify", "--format", "json").data["head"]


def test_confirming_twice_writes_once(centre: Centre) -> None:
    confirmed(released(centre), "b.durand")
    before = centre.written()

    confirmed(centre, "b.durand")

    assert centre.written() == before


@pytest.mark.parametrize(
    ("code", "options"),
    [
        ("RD011", ["--version", "7.0"]),
        ("RD014", ["--on", "2026-03-21"]),
        ("RD015", ["--on", "2026-03-11"]),
    ],
    ids=["never-released", "in-the-future", "before-its-release"],
)
def test_what_cannot_have_been_read_is_refused(centre: Centre, code: str, options: list[str]) -> None:
    released(centre)

    centre.refused(code, "confirm", PROCEDURE, "--person", "b.durand", *options)


def test_a_person_who_had_left_confirms_nothing(centre: Centre) -> None:
    gone = ORGANISATION["people"].replace("roles: [infirmier],", "roles: [infirmier], until: 2026-03-15,")
    people(released(centre), gone)

    centre.refused("RD013", "confirm", PROCEDURE, "--person", "b.durand")


def test_nobody_else_than_a_person_of_the_organisation_confirms(centre: Centre) -> None:
    assert released(centre).run("confirm", PROCEDURE, "--person", "x.inconnu").code == 2


# sheets


def test_a_sheet_imported_twice_counts_once(centre: Centre) -> None:
    file = sheet(released(centre), f"{PROCEDURE};1.0;Maud Durand;15/03/2026", f"{PROCEDURE};1.0;Alix Martin;")
    first = centre.done("confirm", "import", file, "--format", "json").data
    before = centre.written()

    again = centre.done("confirm", "import", file, "--format", "json").data

    assert (first["recorded"], again["recorded"], again["known"]) == (1, 0, 1)
    assert centre.written() == before
    assert document(centre)["confirmed"] == ["b.durand"]


def test_misspelt_names_and_strangers_are_told_and_never_guessed(centre: Centre) -> None:
    names = ("Maud Duran", "Inconnue Personne", "CAMILLE  LEROY")
    file = sheet(released(centre), *(f"{PROCEDURE};1.0;{name};15 mars 2026" for name in names))

    said = centre.run("confirm", "import", file, "--format", "json")

    assert (said.code, said.data["recorded"], said.data["refused"]) == (1, 1, 2)
    assert [each["code"] for each in said.data["findings"]] == ["RD018", "RD018"]
    assert "Noms proches : Maud Durand" in said.err
    assert document(centre)["confirmed"] == ["c.leroy"]


def test_a_name_that_two_people_bear_is_not_guessed(centre: Centre) -> None:
    twin = "  - {id: b.durand2, name: Maud Durand, roles: [infirmier], units: [soins]}\n"
    people(released(centre), ORGANISATION["people"] + twin)

    said = centre.run("confirm", "import", sheet(centre, f"{PROCEDURE};1.0;Maud Durand;15/03/2026"))

    assert "RD018" in said.err


def test_an_extra_reader_is_a_volunteer_outside_the_rate(centre: Centre) -> None:
    centre.write(audience="{roles: [direction]}")

    said = released(centre).done("confirm", "import", sheet(centre, f"{PROCEDURE};1.0;Maud Durand;15/03/2026"))

    assert "RD017" in said.err
    assert document(centre)["audience"] == ["c.leroy"]
    assert document(centre)["confirmed"] == []


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_the_dialects_of_a_french_spreadsheet_are_read(centre: Centre, encoding: str) -> None:
    renamed = ORGANISATION["people"].replace("Maud Durand", "Maëlys Durand")
    people(released(centre), renamed)

    file = sheet(centre, f"{PROCEDURE};1,0;Maelys DURAND;x", f"{PROCEDURE};1.0;Maëlys Durand;1er mars 2026",
                 f"{PROCEDURE};1.0;maelys durand;2026-03-15", encoding=encoding)  # fmt: skip
    said = centre.run("confirm", "import", file, "--format", "json")

    assert said.data["recorded"] == 1
    assert "RD015" in said.err


@pytest.mark.parametrize(
    ("code", "head", "line"),
    [
        ("RD010", HEAD, "PR-R9-999;1.0;Maud Durand;15/03/2026"),
        ("RD011", HEAD, f"{PROCEDURE};4.0;Maud Durand;15/03/2026"),
        ("RD014", HEAD, f"{PROCEDURE};1.0;Maud Durand;15/03/2062"),
        ("RG015", HEAD, f"{PROCEDURE};1.0;Maud Durand;oui"),
        ("RD012", f"{HEAD};Empreinte", f"{PROCEDURE};1.0;Maud Durand;15/03/2026;000000000000"),
        ("RD019", f"{HEAD};Établissement", f"{PROCEDURE};1.0;Maud Durand;15/03/2026;Clinique des Ormes"),
    ],
)
def test_a_wrong_line_is_told_and_the_others_are_taken(centre: Centre, code: str, head: str, line: str) -> None:
    file = sheet(released(centre), line, f"{PROCEDURE};1.0;Alix Martin;15/03/2026;", head=head)

    said = centre.run("confirm", "import", file)

    assert code in said.err
    assert document(centre)["confirmed"] == ["a.martin"]


def test_our_own_sheet_comes_back_filled(centre: Centre) -> None:
    [path] = released(centre).done("readings", "sheet", PROCEDURE, "-o", centre.root.parent / "f").out.split("\n")[:1]

    said = centre.run("confirm", "import", filled(Path(path)))

    assert said.code == 0, said.err
    assert document(centre)["missing"] == []


def filled(path: Path) -> Path:
    """The sheet of ours with a day on each line."""
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    out = path.with_name("remplie.xlsx")
    book = xlsxwriter.Workbook(str(out))
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        day = row[4] and row[5] == ""
        page.write_row(number, 0, [*row[:5], "15/03/2026", *row[6:]] if day else row)
    book.close()
    return out


def test_the_report_of_an_import_opens_in_a_spreadsheet(centre: Centre) -> None:
    file = sheet(released(centre), f"{PROCEDURE};1.0;Maud Durand;15/03/2026", f"{PROCEDURE};1.0;Inconnue;15/03/2026")

    said = centre.run("confirm", "import", file, "--format", "csv").out

    head, taken, refused = said.strip().splitlines()
    assert head.startswith("\ufeffSuite donnée;")
    assert taken.startswith(f"enregistrée;{PROCEDURE};1.0;b.durand;Maud Durand;15/03/2026")
    assert "RD018" in refused


def a_workbook(file: Path, rows: int, formula: str = "", result: str = "") -> Path:
    book = xlsxwriter.Workbook(str(file))
    page = book.add_worksheet()
    page.write_row(0, 0, ["Référence", "Version", "Nom", "Lu le"])
    page.write_row(1, 0, [PROCEDURE, "1.0", "Maud Durand", "15/03/2026"])
    if formula:
        page.write_row(2, 0, [PROCEDURE, "1.0", "Alix Martin"])
        page.write_formula(2, 3, formula, None, result)
    grey = book.add_format({"bg_color": "#eeeeee"})
    for row in range(2, rows):
        page.write_blank(row, 0, None, grey)
    book.close()
    return file


def test_two_hundred_thousand_empty_rows_do_no_harm(centre: Centre) -> None:
    file = a_workbook(released(centre).root.parent / "long.xlsx", 200_000)

    assert centre.done("confirm", "import", file, "--format", "json").data["recorded"] == 1


def test_a_formula_without_a_result_is_told(centre: Centre) -> None:
    file = a_workbook(released(centre).root.parent / "formule.xlsx", 0, "=TODAY()")

    said = centre.run("confirm", "import", file)

    assert "RG019" in said.err
    assert document(centre)["confirmed"] == ["b.durand"]


def test_a_zip_bomb_is_not_unpacked_and_the_other_files_are_taken(centre: Centre) -> None:
    folder = released(centre).root.parent / "retour"
    folder.mkdir()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b"0" * 300_000_000)
    (folder / "bombe.xlsx").write_bytes(packed.getvalue())
    sheet(centre, f"{PROCEDURE};1.0;Maud Durand;15/03/2026").rename(folder / "feuille.csv")

    said = centre.run("confirm", "import", folder)

    assert "RG012" in said.err
    assert document(centre)["confirmed"] == ["b.durand"]


def test_a_file_of_another_kind_is_told(centre: Centre) -> None:
    file = released(centre).root.parent / "feuille.pdf"
    file.write_bytes(b"%PDF")

    assert "RG011" in centre.run("confirm", "import", file).err


# e-mails


def test_an_e_mail_says_who_read_which_text_and_when(centre: Centre) -> None:
    released(centre)

    centre.done("confirm", "import", mail(centre, f"Re: Lu et compris {PROCEDURE} 1.0 {digest(centre)}"))

    [batch] = [json.loads(file.read_bytes()) for file in batches(centre)]
    assert batch["texts"][0]["readers"] == {"b.durand": "2026-03-13"}
    assert batch["texts"][0]["means"] == "email"


@pytest.mark.parametrize(
    ("code", "subject", "sender"),
    [
        ("RD021", "TR: Lu et compris {mark}", "b.durand@example.org"),
        ("RD021", "Bonjour", "b.durand@example.org"),
        ("RD021", "Lu et compris {mark}", "personne"),
        ("RD018", "Lu et compris {mark}", "inconnu@example.org"),
        ("RD011", "Lu et compris PR-R1-001 9.0 000000000000", "b.durand@example.org"),
    ],
    ids=["forwarded", "another-subject", "no-address", "stranger", "never-released"],
)
def test_an_e_mail_that_says_too_little_is_refused(centre: Centre, code: str, subject: str, sender: str) -> None:
    mark = f"{PROCEDURE} 1.0 {digest(released(centre))}"

    centre.refused(code, "confirm", "import", mail(centre, subject.format(mark=mark), sender))


def test_attachments_are_left_out_and_told(centre: Centre) -> None:
    released(centre)
    message = EmailMessage()
    message["From"], message["Date"] = "b.durand@example.org", "Fri, 13 Mar 2026 08:00:00 +0100"
    message["Subject"] = f"Lu et compris {PROCEDURE} 1.0 {digest(centre)}"
    message.set_content("x")
    message.add_attachment(b"=1+1", maintype="application", subtype="octet-stream", filename="feuille.csv")
    file = centre.root.parent / "piece.eml"
    file.write_bytes(message.as_bytes())

    said = centre.done("confirm", "import", file)

    assert "RD020" in said.err
    assert document(centre)["confirmed"] == ["b.durand"]


# the register


def test_a_batch_that_somebody_edits_is_told_and_nothing_more_is_recorded(centre: Centre) -> None:
    confirmed(released(centre), "b.durand")
    [file] = batches(centre)
    file.write_bytes(file.read_bytes().replace(b"b.durand", b"c.leroy1"))

    assert "RD004" in [each["code"] for each in centre.run("verify", "--format", "json").data["problems"]]
    assert centre.run("confirm", PROCEDURE, "--person", "a.martin").code == 2


def test_a_batch_that_somebody_removes_is_told(centre: Centre) -> None:
    confirmed(released(centre), "b.durand", "a.martin")

    batches(centre)[0].unlink()

    assert [each["code"] for each in centre.run("verify", "--format", "json").data["problems"]] == ["RD005"]


def test_what_is_erased_leaves_a_whole_chain(centre: Centre) -> None:
    confirmed(released(centre), "b.durand", "a.martin", "c.leroy")

    centre.done("confirm", "erase", "--person", "b.durand", "--reason", "Demande de la personne")

    assert centre.done("verify", "--format", "json").data["verdict"] == "clean"
    assert b"b.durand" not in b"".join(file.read_bytes() for file in batches(centre)).replace(b'"by": "b.durand"', b"")
    assert document(centre)["confirmed"] == ["a.martin", "c.leroy"]


def test_what_still_counts_is_not_erased_with_its_age(centre: Centre) -> None:
    confirmed(released(centre), "b.durand")
    second(centre.at("2026-04-01"), "2.0", "major", "1. Saluer le patient", "1. Saluer à deux le patient")
    confirmed(centre, "b.durand")

    said = centre.done("confirm", "erase", "--before", "2026-12-31", "--reason", "Un an", "--format", "json")

    assert said.data == {"erased": 1, "still_counting": 1}
    assert document(centre)["confirmed"] == ["b.durand"]
    assert centre.done("verify", "--format", "json").data["verdict"] == "clean"


def test_erasing_needs_a_reason(centre: Centre) -> None:
    confirmed(released(centre), "b.durand")

    assert centre.run("confirm", "erase", "--person", "b.durand").code == 2
    assert len(batches(centre)) == 1


def test_confirmations_are_kept_out_of_git(centre: Centre) -> None:
    skeleton = Path(__file__).parents[2] / "generator/classeur/tasks/skeleton/common/gitignore"

    assert f"/{FOLDER}/" in skeleton.read_text("utf-8").split("\n")
