"""Drafts, suspended and replaced versions, edited copies, templates, the site: what surrounds a copy."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import docx
import pytest

from classeur.cli.app import main
from classeur.tasks.word_template import TEMPLATE
from classeur.writers.word.shipped_template import shipped_template
from classeur.writers.word.template import Template
from tests.houses import TODAY, write_house
from tests.released import kept_states
from tests.word.houses import a_copy, every_construct, word
from tests.word.ooxml import ROOT, faults, find, names, part, text, value


def watermark(file: Path) -> list[str]:
    """The words behind the text."""
    return [str(each) for each in part(file, "word/header1.xml").xpath("//*[local-name()='textpath']/@string")]


def test_a_text_that_was_never_released_is_marked_as_a_draft(tmp_path: Path) -> None:
    file = a_copy(write_house(tmp_path / "house"), tmp_path / "out")

    assert watermark(file) == ["PROJET — ne pas appliquer"]
    assert "PROJET — ne pas appliquer" in text(part(file))
    assert faults(file) == []


def test_while_a_version_is_written_the_one_in_force_is_handed_out(tmp_path: Path) -> None:
    house = kept_states(tmp_path / "house")

    assert "Brouillon" not in text(part(a_copy(house, tmp_path / "out")))
    word(house, "PR-R1-001", "--draft", "-o", tmp_path / "draft")
    assert watermark(tmp_path / "draft" / "PR-R1-001.docx") == ["PROJET — ne pas appliquer"]


def test_suspended_replaced_and_withdrawn_versions_say_so(tmp_path: Path) -> None:
    house = kept_states(tmp_path / "house")
    word(house, "PR-R1-005", "--version", "1.0", "-o", tmp_path)
    word(house, "PR-R1-001", "--version", "1.0", "-o", tmp_path)

    assert watermark(a_copy(house, tmp_path, "PR-R1-004")) == ["SUSPENDU — ne pas appliquer"]
    assert watermark(tmp_path / "PR-R1-005.docx") == ["RETIRÉ — ne plus appliquer"]
    assert watermark(tmp_path / "PR-R1-001.docx") == ["VERSION REMPLACÉE — ne plus appliquer"]


def test_all_means_the_versions_in_force_and_nothing_else(tmp_path: Path) -> None:
    house = kept_states(tmp_path / "house")
    word(house, "--all", "-o", tmp_path / "out")

    held = {path.stem for path in (tmp_path / "out").glob("*.docx")}
    assert {"PR-R1-001", "PR-R1-002", "PR-S1-001"} <= held
    assert held.isdisjoint({"PR-R1-003", "PR-R1-004", "PR-R1-005", "PR-R1-008", "PR-R1-009", "PR-R1-011"})


def test_a_copy_knows_its_release_entry_and_verify_compares_it(constructs: Path, tmp_path: Path) -> None:
    file = a_copy(constructs, tmp_path / "out")
    told = {p.get("name"): text_of for p in part(file, "docProps/custom.xml") for text_of in p.itertext()}

    assert told["classeur.reference"] == "PR-R1-001"
    source = (constructs / "releases" / "PR-R1-001" / "1.0" / "source.md").read_bytes()
    assert told["classeur.digest"] == hashlib.sha256(source).hexdigest()
    assert main(["-C", str(constructs), "verify", "--copies", str(tmp_path / "out")]) == 0


def test_a_copy_to_be_edited_remembers_its_text(constructs: Path, tmp_path: Path) -> None:
    word(constructs, "PR-R1-001", "--edit", "-o", tmp_path)
    file = tmp_path / "PR-R1-001.docx"
    root = part(file, "customXml/item1.xml")

    assert (root.get("reference"), root.get("version")) == ("PR-R1-001", "1.0")
    assert root.get("sha256") == hashlib.sha256((root.text or "").encode()).hexdigest()
    assert (root.text or "") == (constructs / "releases/PR-R1-001/1.0/source.md").read_text("utf-8")
    assert faults(file) == []


def test_the_shipped_template_is_what_its_script_makes() -> None:
    assert (ROOT / TEMPLATE).read_bytes() == shipped_template()
    assert Template(shipped_template()).lacking == ()


def test_a_template_of_ones_own_gives_its_page_and_its_styles(tmp_path: Path) -> None:
    house = every_construct(tmp_path / "house")
    own = docx.Document()  # the English template of python-docx: heading 1 is there, our boxes are not
    own.sections[0].left_margin = docx.shared.Cm(4)
    (house / "site_templates" / "word").mkdir(parents=True)
    own.save(str(house / TEMPLATE))

    file = a_copy(house, tmp_path / "out")

    assert faults(file) == []
    assert set(value(part(file), "//w:pgMar/@w:left")) == {"2268"}
    assert "word/theme/theme1.xml" in names(file)


def test_what_a_template_lacks_is_told_and_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = write_house(tmp_path / "house")
    docx.Document().save(str(tmp_path / "own.docx"))
    command = ["-C", str(house), "word-template", str(tmp_path / "own.docx")]

    assert main(command) == 1
    assert "Encadré danger" in capsys.readouterr().out
    assert main([*command, "--complete", str(tmp_path / "whole.docx")]) == 0
    assert Template((tmp_path / "whole.docx").read_bytes()).lacking == ()


def test_a_file_that_is_no_template_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = write_house(tmp_path / "house")
    (house / "site_templates" / "word").mkdir(parents=True)
    (house / TEMPLATE).write_bytes(b"no Word file")

    assert word(house, "PR-R1-001", "-o", tmp_path / "out") == 2
    assert "gabarit" in capsys.readouterr().err


def test_a_site_built_with_word_has_a_copy_beside_each_page(tmp_path: Path) -> None:
    house = every_construct(tmp_path / "house")

    main(["-C", str(house), "--today", str(TODAY), "build", "--word"])

    page = (house / "site/d/PR-R1-002/index.html").read_text("utf-8")
    assert "PR-R1-002-1.0.docx" in page
    assert "../PR-R1-002/index.html#etapes" in value(
        part(house / "site/d/PR-R1-001/PR-R1-001-1.0.docx", "word/_rels/document.xml.rels"), "//@Target"
    )


def test_a_manual_of_five_hundred_pages_comes_out_right(tmp_path: Path) -> None:
    """Case 35: long tables whose head is repeated, landscape pages, pages counted to the end."""
    house = every_construct(tmp_path / "house", _long_manual(120))
    file = a_copy(house, tmp_path / "out")
    body = part(file)

    assert faults(file) == []
    tables = find(body, "//w:tbl[count(w:tr) > 40]")
    assert len(tables) == 240
    assert all(find(table, "w:tr[1]/w:trPr/w:tblHeader") for table in tables)
    assert len(find(body, "//w:pgSz[@w:orient='landscape']")) == 120
    assert len(find(body, "//w:p[w:pPr/w:sectPr][following-sibling::*[1][self::w:p][w:pPr/w:sectPr]]")) == 0
    end = find(body, "//w:bookmarkStart[@w:name='fin_du_document']")
    assert len(end) == 1
    assert io.BytesIO(zipfile.ZipFile(file).read("word/document.xml")).getbuffer().nbytes > 5_000_000


def _long_manual(chapters: int) -> str:
    narrow = "| Étape | Qui | Quoi |\n|---|---|---|\n" + "| 1 | Infirmier | Vérifie l'identité du patient |\n" * 70
    heads = "".join(f" Contrôle {n} |" for n in range(10))
    wide = f"|{heads}\n" + "|---" * 10 + "|\n" + ("| fait " * 10 + "|\n") * 40
    chapter = f"Deux tableaux.\n\n{narrow}\n### Relevé\n\n{wide}\n"
    return "".join(f"## Chapitre {n}\n\n{chapter.replace('Relevé', f'Relevé {n}')}" for n in range(1, chapters + 1))
