"""Whether what was released is still there, untouched (cases 25 to 28), and copies given to somebody outside."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.acceptance.centre import PATH, PROCEDURE, Centre
from tests.houses import write_house

EXTERNAL = """- reference: DE-001
  title: Guide de l'accueil
  issuer: Autorité
  edition: "{edition}"
  date: 2026-01-01
  applicability: applicable
  owner: a.martin
  last_check: 2026-03-01
  next_check: 2027-03-01
"""


# 25: an external document changes


def test_a_source_that_changes_asks_each_text_that_cites_it_until_somebody_answers(centre: Centre) -> None:
    write_house(centre.root, {"manual/registers/external.yml": EXTERNAL.format(edition="2025")})
    centre.write(cites="[DE-001]").released()
    assert "LK014" not in centre.codes()

    write_house(centre.root, {"manual/registers/external.yml": EXTERNAL.format(edition="2026")})

    assert [f["reference"] for f in centre.findings() if f["code"] == "LK014"] == [PROCEDURE]
    centre.done("review", PROCEDURE, "--kept", "--source", "DE-001", "--reason", "Sans impact ici", by="a.martin")
    assert "LK014" not in centre.codes()


# 26 to 28: touched


def test_a_released_file_that_was_deleted_is_named(centre: Centre) -> None:
    (centre.released().root / "releases/PR-R1-001/1.0/source.md").unlink()

    said = centre.run("verify")

    assert said.code == 2
    assert "releases/PR-R1-001/1.0/source.md" in said.out


def test_an_edited_entry_is_named_and_nothing_more_is_added(centre: Centre) -> None:
    entry = sorted((centre.approved().root / "releases/journal").iterdir())[1]
    entry.write_text(entry.read_text("utf-8").replace("Maud", "Maude"), "utf-8")

    said = centre.run("verify")

    assert said.code == 2
    assert entry.name in said.out
    assert centre.run("release", PROCEDURE, by="a.martin").code != 0


def test_an_old_backup_put_back_is_older_than_a_known_head(centre: Centre, tmp_path: Path) -> None:
    shutil.copytree(centre.approved().root / "releases", tmp_path / "sauvegarde")
    centre.done("release", PROCEDURE, by="a.martin")
    head = centre.done("verify", "--format", "json").data["head"]
    shutil.rmtree(centre.root / "releases")
    shutil.copytree(tmp_path / "sauvegarde", centre.root / "releases")

    said = centre.run("verify", "--head", head)

    assert said.code == 2
    assert head[:12] in said.out


# a copy given to somebody outside


def test_what_changed_only_in_a_copy_comes_back(centre: Centre, tmp_path: Path) -> None:
    centre.released()
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    copy.next_version("2.0", "major", "Deux personnes accueillent.")
    copy.replace("1. Saluer le patient", "1. Saluer à deux le patient").released()

    centre.done("handover", "merge", copy.root, by="a.martin")

    assert centre.status()["version_in_force"] == "2.0"
    assert centre.done("verify").code == 0
    assert centre.text() == copy.text()


def test_acts_on_both_sides_are_joined_and_nothing_is_lost(centre: Centre, tmp_path: Path) -> None:
    centre.released()
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    copy.released("FP-R1")
    centre.at("2026-03-13").done("review", PROCEDURE, "--kept", "--reason", "Relu", by="a.martin")

    centre.done("handover", "merge", copy.root, by="a.martin")

    assert centre.status("FP-R1")["version_in_force"] == "1.0"
    kinds = [entry["kind"] for entry in centre.done("log", "--format", "json").data]
    assert (kinds.count("release"), kinds.count("review"), kinds.count("join")) == (2, 1, 1)
    assert centre.done("verify").code == 0


def test_a_text_changed_on_both_sides_is_told_and_ours_is_left(centre: Centre, tmp_path: Path) -> None:
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    copy.replace("Saluer le patient", "Saluer chaque patient")
    centre.replace("Saluer le patient", "Saluer tout patient")
    ours = centre.text()

    said = centre.run("handover", "merge", copy.root, by="a.martin")

    assert said.code == 1
    assert "IN012" in said.err
    assert centre.text() == ours
    [aside] = (centre.root / ".classeur/handover").rglob("accueil.md")
    assert "Saluer chaque patient" in aside.read_text("utf-8")


def test_two_contents_of_one_version_are_left_to_a_person(centre: Centre, tmp_path: Path) -> None:
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    copy.replace("Saluer le patient", "Saluer chaque patient").released()
    centre.released()
    before = centre.written()

    said = centre.run("handover", "merge", copy.root, by="a.martin")

    assert said.code == 1
    assert "LG" in said.err
    assert centre.written() == before


def test_a_copy_may_be_merged_twice(centre: Centre, tmp_path: Path) -> None:
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    copy.released().write("procedures/visite.md", reference="PR-R1-002", title="Préparer une visite")
    centre.done("handover", "merge", copy.root, by="a.martin")
    before = centre.written()

    said = centre.done("handover", "merge", copy.root, by="a.martin")

    assert "La copie n'apporte rien de nouveau." in said.out
    assert centre.written() == before


def test_a_trial_merge_writes_nothing(centre: Centre, tmp_path: Path) -> None:
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    copy.released()
    before = centre.written()

    said = centre.done("handover", "merge", copy.root, "--dry-run", "--format", "json", by="a.martin")

    assert said.data["releases"] == [{"reference": PROCEDURE, "version": "1.0"}]
    assert centre.written() == before


def test_a_file_removed_in_the_copy_goes_and_is_kept_aside(centre: Centre, tmp_path: Path) -> None:
    centre.write("procedures/visite.md", reference="PR-R1-002", title="Préparer une visite")
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    (copy.root / "procedures/visite.md").unlink()

    centre.done("handover", "merge", copy.root, by="a.martin")

    assert not (centre.root / "procedures/visite.md").exists()
    assert list((centre.root / ".classeur/handover").rglob("visite.md"))


def test_a_manifest_never_reaches_outside_the_house(centre: Centre, tmp_path: Path) -> None:
    copy = Centre(tmp_path / "copie", centre.desk, centre.clock)
    centre.done("handover", "pack", copy.root)
    (tmp_path / "dehors.md").write_text("à garder", "utf-8")
    manifest = copy.root / "handover.json"
    line = '"../dehors.md": "d3c4e0f0a1",\n  "manual/organisation.yml"'
    manifest.write_text(manifest.read_text("utf-8").replace('"manual/organisation.yml"', line), "utf-8")

    centre.run("handover", "merge", copy.root, by="a.martin")

    assert (tmp_path / "dehors.md").read_text("utf-8") == "à garder"


def test_a_folder_that_was_not_packed_is_refused(centre: Centre, tmp_path: Path) -> None:
    (tmp_path / "autre").mkdir()

    said = centre.run("handover", "merge", tmp_path / "autre", by="a.martin")

    assert said.code == 2
    assert "handover.json" in said.err


def test_reading_confirmations_are_not_packed(centre: Centre, tmp_path: Path) -> None:
    write_house(centre.root, {"manual/registers/confirmations/2026.yml": "- {person: b.durand}\n"})

    centre.done("handover", "pack", tmp_path / "copie")

    assert not (tmp_path / "copie/manual/registers/confirmations").exists()
    assert (tmp_path / "copie" / PATH).is_file()


def test_a_copy_of_a_damaged_ledger_is_said_to_be_damaged(centre: Centre, tmp_path: Path) -> None:
    (centre.released().root / "releases/PR-R1-001/1.0/source.md").unlink()

    said = centre.done("handover", "pack", tmp_path / "copie")

    assert "Le journal des diffusions est abîmé ici" in said.out


def test_a_repair_by_nobody_known_is_not_shown_as_done(centre: Centre) -> None:
    (centre.released().root / "releases/notes.txt").write_text("à trier", "utf-8")

    said = centre.run("repair", "--carry-out")

    assert said.code == 2
    assert said.out == ""
    assert (centre.root / "releases/notes.txt").is_file()


def test_the_journal_tells_what_a_repair_did(centre: Centre) -> None:
    (centre.released().root / "releases/notes.txt").write_text("à trier", "utf-8")
    centre.done("repair", "--carry-out", by="a.martin")

    said = centre.done("log")

    assert "répare le journal des diffusions : 1 fichier mis de côté." in said.out


def test_a_journal_that_cannot_be_listed_is_told_and_drafts_are_not_shown_in_its_place(
    centre: Centre, tmp_path: Path
) -> None:
    shutil.rmtree(centre.released().root / "releases/journal")
    (centre.root / "releases/journal").write_text("", "utf-8")

    told = centre.findings()
    acted = centre.run("suspend", PROCEDURE, "--reason", "Matériel en panne", by="a.martin")
    built = centre.run("build", "--site-dir", tmp_path / "site")

    assert [finding["code"] for finding in told if finding["severity"] == "error"] == ["LG030"]
    assert (acted.code, built.code) == (1, 1)
    assert not (tmp_path / "site/d" / PROCEDURE / "index.html").exists()
