"""A Word copy can be read without seeing it, and says in its body what its pages repeat."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from tests.word.ooxml import W, find, part, text, value


def test_headings_follow_each_other_without_a_gap(sheet: Path) -> None:
    ids = {s.get(f"{W}styleId"): value(s, "w:name/@w:val")[0] for s in part(sheet, "word/styles.xml").iter(f"{W}style")}
    named = [ids.get(each, "") for each in value(part(sheet), "//w:pPr/w:pStyle/@w:val")]
    levels = [int(found[1]) for name in named if (found := re.fullmatch(r"heading (\d)", name))]

    assert levels[0] == 1
    assert [step for before, step in pairwise(levels) if step > before + 1] == [3]  # typed so


def test_each_table_has_a_title_and_says_what_its_first_row_is(sheet: Path) -> None:
    tables = find(part(sheet), "//w:tbl")

    assert all(value(table, "w:tblPr/w:tblCaption/@w:val") for table in tables)
    assert all(value(table, "w:tblPr/w:tblLook/@w:firstRow") for table in tables)


def test_each_picture_has_an_alternative_text_or_is_said_to_be_decorative(sheet: Path) -> None:
    pictures = find(part(sheet), "//wp:docPr")

    assert pictures
    assert all(each.get("descr") or len(each) for each in pictures)


def test_the_language_is_told_for_the_text_and_for_a_passage_in_another(sheet: Path) -> None:
    assert value(part(sheet, "word/styles.xml"), "//w:docDefaults//w:lang/@w:val") == ["fr-FR"]
    assert value(part(sheet), "//w:r/w:rPr/w:lang/@w:val") == ["en"]


def test_the_properties_name_the_text_and_its_language(sheet: Path) -> None:
    told = {str(each.tag).rpartition("}")[2]: each.text for each in part(sheet, "docProps/core.xml")}

    assert (told["title"], told["subject"], told["language"]) == ("Accueillir un patient", "PR-R1-001", "fr-FR")
    assert told["created"] == told["modified"] == "2026-06-01T00:00:00Z"


def test_reference_version_and_date_stand_in_the_body_as_in_the_header(sheet: Path) -> None:
    body, header = text(part(sheet)), text(part(sheet, "word/header1.xml"))

    assert all(told in body and told in header for told in ("PR-R1-001", "1.0", "1er juin 2026"))


def test_word_asks_no_question_when_it_opens_a_copy(sheet: Path) -> None:
    assert find(part(sheet, "word/settings.xml"), "//w:updateFields") == []
    assert find(part(sheet), "//*[@w:dirty]") == []


def test_the_table_of_contents_is_filled_in_and_leads_to_the_headings(sheet: Path) -> None:
    [contents] = find(part(sheet), "//w:sdt[w:sdtPr/w:docPartObj]")
    goals = value(contents, ".//w:hyperlink/@w:anchor")
    marks = value(part(sheet), "//w:bookmarkStart/@w:name")

    assert "Encadrés" in text(contents)
    assert set(goals) <= set(marks)


def test_bookmarks_have_names_that_word_accepts(sheet: Path) -> None:
    marks = value(part(sheet), "//w:bookmarkStart/@w:name")

    assert len(marks) == len({mark.lower() for mark in marks})
    assert all(re.fullmatch(r"[^\W\d]\w{0,39}", mark) for mark in marks)
