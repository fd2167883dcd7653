"""The folder that an auditor takes away."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from classeur.cli.app import main
from tests.acts import released, rewritten
from tests.houses import TODAY, a_text, an_organisation, write_house
from tests.standards import ACTIONS, CITED, a_house_with_a_standard

NAMES = ("Martin", "Durand", "Leroy", "a.martin", "b.durand", "c.leroy")
EVENTS = """- number: E-1
  date: 2026-06-02
  type: fall
  facts: Une personne a glissé devant l'accueil.
  severity: 2
  frequency: 2
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house whose one procedure, in force since September, cites a criterion of its standard."""
    root = write_house(tmp_path / "centre", a_house_with_a_standard(**{"manual/registers/events.yml": EVENTS}))
    released(root, day=dt.date(2026, 9, 7))
    return root


def written(house: Path, *more: str) -> Path:
    """The folder, just written."""
    folder = house.parent / "dossier"
    code = main(["-C", str(house), "--today", str(TODAY), "evidence", "ISO-9001-2015", "-o", str(folder), *more])
    assert code == 0
    return folder


def rows(folder: Path, name: str) -> list[list[str]]:
    text = (folder / f"registres/{name}.csv").read_text("utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";"))


def texts_of(folder: Path, *but: str) -> str:
    """Every word of the folder, but for the files whose path begins so."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".xlsx")
    return "\n".join(path.read_text("utf-8-sig") for path in files if not str(path.relative_to(folder)).startswith(but))


def test_the_index_tells_what_stands_behind_each_criterion_and_the_gaps(house: Path) -> None:
    index = (written(house) / "index.html").read_text("utf-8")

    assert "Éléments de preuve et écarts" in index
    assert '<a href="textes/PR-R1-001-1.0.html">PR-R1-001 Accueillir un patient</a>' in index
    assert "A-1 – Programmer un audit" in index
    assert "conforme" not in index.lower()


def test_the_page_of_a_text_holds_its_control_block_and_its_words(house: Path) -> None:
    page = (written(house) / "textes/PR-R1-001-1.0.html").read_text("utf-8")

    assert "<dt>Approuvé par</dt><dd>Camille Leroy (Direction), 7 septembre 2026" in page
    assert "Saluer le patient et demander le motif de sa venue." in page


def test_a_text_leads_to_another_text_of_the_folder_only(house: Path) -> None:
    rewritten(house, old="La fiche du processus : FP-R1.", new="[Le rangement](rangement.md), [l'agenda](agenda.md).")
    rewritten(house, version="1.1", change="minor", summary="Deux liens sont ajoutés.")
    for name, cites in (("rangement", f"[{CITED}]"), ("agenda", "[]")):
        fields = {"reference": f"PR-R1-00{len(name)}", "title": f"Tenir l'{name}", "cites": cites}
        (house / f"procedures/{name}.md").write_text(a_text(**fields), "utf-8")
        released(house, fields["reference"])
    released(house)

    page = (written(house) / "textes/PR-R1-001-1.1.html").read_text("utf-8")

    assert 'href="PR-R1-009-1.0.html"' in page
    assert "agenda.md" not in page


def test_nobody_is_named_outside_the_control_blocks(house: Path) -> None:
    folder = written(house)

    told = texts_of(folder, "textes/", "preuve/releases/")

    assert [name for name in NAMES if name in told] == []


def test_an_event_leaves_the_house_as_a_count_only(house: Path) -> None:
    folder = written(house)

    assert rows(folder, "events")[1] == ["Chute", "1", "0", "0", "0"]
    assert "glissé" not in texts_of(folder)


def test_a_sentence_that_names_somebody_is_left_out_of_the_extract(house: Path) -> None:
    register = house / "manual/registers/actions.yml"
    register.write_text(ACTIONS + "  finding: Vu avec Maud Durand le matin.\n", "utf-8")

    [_, action] = rows(written(house), "actions")

    assert "[retiré : nomme une personne]" in action


def test_a_confidential_text_is_told_and_not_given(house: Path) -> None:
    rewritten(house, confidential="true", version="1.1", change="minor", summary="Le texte devient interne.")
    released(house)

    folder = written(house)

    assert "confidentiel : à lire sur place" in (folder / "index.html").read_text("utf-8")
    assert "Saluer le patient" not in texts_of(folder)


def test_a_past_day_shows_the_version_of_that_day_and_no_later_row(house: Path) -> None:
    rewritten(house, version="2.0", summary="Les étapes sont récrites.")
    released(house, day=dt.date(2026, 11, 2))

    folder = written(house, "--on", "2026-09-30")

    assert [path.name for path in (folder / "textes").iterdir()] == ["PR-R1-001-1.0.html"]
    assert rows(folder, "actions")[1:] == []


def test_what_was_closed_later_is_shown_open_on_a_past_day(house: Path) -> None:
    register = house / "manual/registers/actions.yml"
    register.write_text(ACTIONS + "  state: done\n  done_on: 2026-11-10\n  evidence: Audit du 10 novembre\n", "utf-8")

    [titles, action] = rows(written(house, "--on", "2026-10-31"), "actions")

    said = dict(zip(titles, action, strict=True))
    assert (said["Avancement"], said["Faite le"], said["Preuve"]) == ("À faire", "", "")


def test_the_folder_is_checked_with_nothing_but_sums(house: Path) -> None:
    folder = written(house)

    sums = [line.split("  ", 1) for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()]

    wrong = [name for sha, name in sums if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sha]
    others = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"SHA256SUMS"}
    assert (wrong, {name for _, name in sums}) == ([], others)


def test_the_list_of_the_journal_is_the_one_of_the_house(house: Path) -> None:
    folder = written(house)

    entries = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (house / "releases/journal").iterdir()
    }
    listed = [line.split("  ") for line in (folder / "preuve/journal.sha256").read_text("utf-8").splitlines()]
    verdict = json.loads((folder / "preuve/verify.json").read_text("utf-8"))
    assert {name: sha for sha, name in listed} == entries
    assert (verdict["verdict"], verdict["head"]) == ("clean", listed[-1][0])


def test_a_touched_ledger_is_told_in_the_folder(house: Path) -> None:
    [entry, *_] = sorted((house / "releases/journal").iterdir())
    entry.write_bytes(entry.read_bytes() + b" ")

    folder = written(house)

    assert json.loads((folder / "preuve/verify.json").read_text("utf-8"))["verdict"] == "error"
    assert "LG001" in (folder / "verifier.html").read_text("utf-8")


def test_the_same_house_gives_the_same_folder(house: Path) -> None:
    one = {str(path.relative_to(house.parent)): path.read_bytes() for path in files(written(house))}
    (house.parent / "dossier").rename(house.parent / "premier")

    other = {str(path.relative_to(house.parent)): path.read_bytes() for path in files(written(house))}

    assert one == other


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["NF-525"], "Aucun référentiel ne s'appelle NF-525."),
        (["ISO-9001-2015", "--on", "2026-12-24"], "n'est pas encore passé"),
        (["ISO-9001-2015", "-o", "releases/dossier"], "l'un de ceux des textes"),
        (["ISO-9001-2015", "-o", "."], "ne sont jamais remplacées"),
    ],
)
def test_what_cannot_be_given_is_refused_and_nothing_is_written(
    house: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(house)
    target = [] if "-o" in arguments else ["-o", str(house.parent / "dossier")]

    code = main(["-C", str(house), "--today", str(TODAY), "evidence", *arguments, *target])

    assert (code, files(house)) == (2, before)
    assert said in capsys.readouterr().err


def test_a_house_that_released_nothing_shows_only_gaps_and_registers(tmp_path: Path) -> None:
    root = write_house(tmp_path / "centre", a_house_with_a_standard(**{"manual/organisation.yml": an_organisation()}))

    index = (written(root) / "index.html").read_text("utf-8")

    assert "Aucun texte en vigueur ne cite ce référentiel." in index
    assert CITED.split(":")[0] in index
