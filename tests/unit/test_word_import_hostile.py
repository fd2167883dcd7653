"""Hostile and odd Word files are refused, or read without their danger."""

from __future__ import annotations

import pytest

from classeur.importers.word.reader import read_word
from tests.word_drafts import FILE, markdown, read, refusal
from tests.word_files import (
    MAIN,
    PNG,
    TYPES,
    docx,
    p,
    picture,
    relation,
    run,
)


def test_no_archive_is_no_word_file() -> None:
    assert refusal(b"Bonjour") == "WD001"


def test_a_file_cut_short_is_told() -> None:
    assert refusal(docx(p("Texte."))[:400]) == "WD001"


def test_an_encrypted_file_is_named() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")) == "WD002"


def test_an_old_format_is_named() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")) == "WD005"


@pytest.mark.parametrize(
    "more",
    [{"parts": {"word/vbaProject.bin": b"x"}}, {"types": TYPES.replace("document.main", "document.macroEnabled.main")}],
)
def test_macros_are_refused_whatever_the_extension(more: dict[str, object]) -> None:
    assert refusal(docx(p("Texte."), **more)) == "WD003"  # type: ignore[arg-type]


def test_too_many_members_are_refused() -> None:
    assert refusal(docx(p("x"), parts={f"word/media/{n}.png": b"" for n in range(2_001)})) == "WD004"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(docx(p("x"), parts={"word/media/a.png": b"\0" * (30 << 20)})) == "WD004"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(encoding: str) -> None:
    evil = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    evil += f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'

    assert refusal(docx(p("x"), parts={"word/document.xml": evil.encode(encoding)})) == "WD001"


def test_elements_nested_without_end_are_no_crash() -> None:
    deep = "<w:sdt><w:sdtContent>" * 3_000

    text = read_word(docx(deep + p("x") + "</w:sdtContent></w:sdt>" * 3_000), FILE)

    assert text.faults or text.told.counts["WD028"]


def test_a_picture_outside_is_not_followed() -> None:
    outside = relation("rIdP", "image", "https://example.org/pixel.png", outside=True)
    text = read(docx(p(picture()), p("Texte."), relations=outside))

    assert text.pictures == {}
    assert "https://example.org/pixel.png" in text.told.examples["WD013"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///C:/secret.xls", "\\\\serveur\\partage\\a.xls"])
def test_a_link_that_no_page_should_hold_keeps_its_words_only(address: str) -> None:
    link = f'<w:hyperlink r:id="rIdL">{run("le tableau")}</w:hyperlink>'

    assert markdown(p(link), relations=relation("rIdL", "hyperlink", address, outside=True)) == "le tableau\n"


def test_the_name_of_a_picture_never_leads_out_of_the_folder() -> None:
    parts = {"word/media/../../../evil name.png": PNG}
    text = read(docx(p(picture()), parts=parts, relations=relation("rIdP", "image", "media/../../../evil name.png")))

    assert all("/" not in name and ".." not in name for name in text.pictures)
