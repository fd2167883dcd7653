"""What the site shows, Word shows: a text that uses every construct."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import lxml.html
from lxml import etree

from classeur.wording.translator import translator
from classeur.writers.site.dialect import TextLinks
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import TODAY
from tests.word.houses import CONSTRUCTS, a_copy, every_construct, word
from tests.word.ooxml import ROOT, W, faults, find, names, part, text, value, words, words_of

Golden = Callable[[Path, Mapping[str, str]], None]


def styles(file: Path) -> list[tuple[str, str]]:
    """Style and words of each paragraph of the text."""
    known = {
        s.get(f"{W}styleId"): value(s, "w:name/@w:val")[0] for s in part(file, "word/styles.xml").iter(f"{W}style")
    }
    return [
        (known.get((value(p, "w:pPr/w:pStyle/@w:val") or ["Normal"])[0], "?"), text(p))
        for p in part(file).iter(f"{W}p")
    ]


def test_the_open_xml_sdk_finds_nothing_wrong_in_it(sheet: Path) -> None:
    assert faults(sheet) == []


def test_its_text_is_the_one_kept(sheet: Path, golden: Golden) -> None:
    made = {
        name: etree.tostring(part(sheet, f"word/{name}"), encoding="unicode").replace("<w:p>", "\n<w:p>") + "\n"
        for name in ("document.xml", "footnotes.xml")
    }

    golden(Path(__file__).parent / "expected", made)


def test_each_word_of_the_page_is_in_it(constructs: Path, sheet: Path) -> None:
    dialect = MkDocsEngine(constructs, translator("fr")).dialect
    shown = dialect.render(CONSTRUCTS.read_text("utf-8"), TextLinks(lambda target: target, lambda reference: None))
    parts = [lxml.html.fromstring(f"<div>{each.html}</div>") for each in shown.sections]
    page = " ".join(
        [*(each.heading for each in shown.sections), *(piece for part in parts for piece in part.itertext())]
    )
    wanted = words(re.sub(r"cl-diagram-\S+|↩", "", page))

    assert wanted - words_of(sheet) == set()


def test_each_word_of_a_diagram_is_in_its_alternative_text(sheet: Path) -> None:
    told = " ".join(value(part(sheet), "//wp:docPr/@descr"))

    assert words("Accueil d'un patient Arrivée Rendez-vous oui non Salle d'attente Secrétariat") <= words(told)


def test_a_footnote_is_one_of_word_and_is_called_twice(sheet: Path) -> None:
    notes = [text(note) for note in part(sheet, "word/footnotes.xml")][2:]

    assert notes == [" Première note avec un lien.", " Note longue.Second paragraphe de la note."]
    assert len(find(part(sheet), "//w:footnoteReference")) == 2
    assert any("NOTEREF" in (code.text or "") for code in find(part(sheet), "//w:instrText"))


def test_a_numbered_list_begins_where_the_text_says(sheet: Path) -> None:
    starts = value(part(sheet, "word/numbering.xml"), "//w:startOverride/@w:val")

    assert "5" in starts
    assert starts.count("1") >= 4


def test_a_task_is_a_box_to_tick(sheet: Path) -> None:
    assert value(part(sheet), "//w14:checkbox/w14:checked/@w14:val") == ["0", "1"]


def test_tabs_follow_each_other_under_their_names(sheet: Path) -> None:
    told = styles(sheet)

    assert [words_ for name, words_ in told if name == "Onglet"] == ["Adulte", "Enfant"]
    assert ("Normal", "Dose de l'enfant : 15 mg/kg.") in told


def test_a_box_has_the_look_of_its_kind_and_shows_what_was_folded(sheet: Path) -> None:
    told = styles(sheet)

    assert ("Encadré danger titre", "Urgent") in told
    assert ("Encadré conseil", "Caché sur le site, montré sur papier.") in told


def test_definitions_and_code_keep_their_shape(sheet: Path) -> None:
    told = styles(sheet)

    assert ("Terme défini", "Antisepsie") in told
    assert ("Définition", "Second alinéa de la définition.") in told
    assert ("Code source", "classeur check    classeur build   # commentaire") in told


def test_cells_are_merged_and_a_list_stands_in_one(sheet: Path) -> None:
    [table] = find(part(sheet), "//w:tbl[w:tblPr/w:tblCaption/@w:val='Fréquence des contrôles']")

    assert value(table, ".//w:gridSpan/@w:val") == ["2"]
    assert value(table, ".//w:vMerge/@w:val") == ["restart"]
    assert len(find(table, ".//w:tc//w:numPr")) == 2


def test_a_wide_table_stands_on_a_turned_page_with_its_heading(sheet: Path) -> None:
    body = find(part(sheet), "/w:document/w:body/*")
    breaks = [number for number, block in enumerate(body) if find(block, "w:pPr/w:sectPr")]
    turned = [number for number in breaks if find(body[number], ".//w:pgSz[@w:orient='landscape']")]
    before = max(number for number in breaks if number < turned[0])

    assert [text(block) for block in body[before + 1 : before + 2]] == ["Tableau large"]
    assert len(turned) == 2


def test_the_header_of_a_table_is_repeated_and_no_row_is_cut(sheet: Path) -> None:
    tables = find(part(sheet), "//w:tbl[w:tblPr/w:tblLook/@w:firstRow='1']")

    assert tables
    assert all(find(table, "w:tr[1]/w:trPr/w:tblHeader") for table in tables)
    assert all(len(find(table, "w:tr")) == len(find(table, "w:tr/w:trPr/w:cantSplit")) for table in tables)


def test_a_drawing_is_there_as_svg_with_a_png_behind(sheet: Path) -> None:
    assert len(find(part(sheet), "//asvg:svgBlip")) == 2
    assert {"png", "svg"} <= {name.rpartition(".")[2] for name in names(sheet) if "/media/" in name}


def test_links_lead_to_places_addresses_and_files(constructs: Path, tmp_path: Path) -> None:
    assert word(constructs, "--all", "-o", tmp_path) == 0
    links = value(part(tmp_path / "PR-R1-001.docx", "word/_rels/document.xml.rels"), "//@Target")

    assert {"https://exemple.org/page?a=1&b=2", "PR-R1-002.docx#etapes", "PR-R1-002.docx"} <= set(links)
    assert [name.name for name in (tmp_path / "annexes").iterdir()] == [next(t for t in links if "grille" in t)[8:]]
    assert "listes" in value(part(tmp_path / "PR-R1-001.docx"), "//w:hyperlink/@w:anchor")


def test_a_term_of_the_glossary_that_the_text_uses_is_explained(sheet: Path) -> None:
    told = [row for _, row in styles(sheet)]

    assert "Société hydro-alcoolique" in told  # what the text itself says of SHA
    assert "Absent" not in told


def test_the_same_text_gives_the_same_bytes_any_day_in_any_process(
    constructs: Path, sheet: Path, tmp_path: Path
) -> None:
    again = every_construct(tmp_path / "again")
    arguments = ["-C", str(again), "--today", "2027-03-01", "word", "PR-R1-001", "-o", str(tmp_path)]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT / "generator")}
    subprocess.run([sys.executable, "-m", "classeur", *arguments], check=True, env=environment, capture_output=True)

    assert (tmp_path / "PR-R1-001.docx").read_bytes() == sheet.read_bytes()


def test_a_copy_kept_from_an_earlier_run_is_the_one_that_would_be_made(
    constructs: Path, sheet: Path, tmp_path: Path
) -> None:
    assert a_copy(constructs, tmp_path).read_bytes() == sheet.read_bytes()
    assert str(TODAY) not in zipfile.ZipFile(sheet).read("docProps/core.xml").decode()


def test_a_picture_that_word_cannot_show_gives_its_words(tmp_path: Path) -> None:
    root = every_construct(tmp_path, "## But\n\n![Le plan](faux.png)\n")

    told = [row for _, row in styles(a_copy(root, tmp_path / "out"))]

    assert "[image : Le plan]" in told
