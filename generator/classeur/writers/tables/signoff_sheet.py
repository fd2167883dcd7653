"""A sign-off sheet as an Excel workbook: filled in on the screen or printed, then taken back by `confirm import`."""

from __future__ import annotations

import io

from classeur.views.signoff_sheet import SignOffEntry, SignOffSheet
from classeur.wording.signoff_sheet import SIGNED, attestation, headings, signoff_title
from classeur.wording.translator import Translator
from classeur.writers.tables.workbook import MADE, SAFE, sheet_name

_WIDTHS = (16, 9, 38, 13, 24, 14, 18, 15, 26)
_FIRST_ROW = 5
"""The headings stand below the title, the day and the code; the reader looks for them in the first twenty lines."""
_DAY, _SIGNATURE = 5, 6


def signoff_bytes(sheet: SignOffSheet, words: Translator) -> bytes:
    """The whole file; the same sheet gives the same bytes."""
    import xlsxwriter  # here: the help of a command need not wait for it

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, SAFE)
    title = signoff_title(sheet, words)
    book.set_properties({"title": title, "company": sheet.organisation, "created": MADE})
    page = book.add_worksheet(sheet_name(words("Sign-off sheet")))
    page.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    page.write_string(1, 0, f"{sheet.organisation} – {words.date(sheet.as_of)}")
    page.write_string(2, 0, attestation(words))
    page.write_string(3, 0, sheet.code, book.add_format({"font_name": "Consolas", "font_size": 9}))
    page.insert_image(0, 7, "code.png", {"image_data": io.BytesIO(_code(sheet.code)), "description": sheet.code})
    heading = book.add_format({"bold": True, "bg_color": "#E5EEFB", "border": 1, "text_wrap": True})
    for column, (name, width) in enumerate(zip(headings(SIGNED, words), _WIDTHS, strict=True)):
        page.write_string(_FIRST_ROW, column, name, heading)
        page.set_column(column, column, width)
    text = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    day = book.add_format({"border": 1, "num_format": "dd/mm/yyyy", "valign": "vcenter", "bg_color": "#FFF8DC"})
    for row, entry in enumerate(sheet.entries, _FIRST_ROW + 1):
        page.set_row(row, 24)
        for column, value in enumerate(_values(entry, sheet.organisation)):
            if column in (_DAY, _SIGNATURE):
                page.write_blank(row, column, None, day if column == _DAY else text)
            else:
                page.write_string(row, column, value, text)
    page.freeze_panes(_FIRST_ROW + 1, 0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(_FIRST_ROW)
    page.set_footer("&R&P / &N")
    book.close()
    return out.getvalue()


def _values(entry: SignOffEntry, organisation: str) -> tuple[str, ...]:
    mark = entry.mark
    return (mark.reference, mark.version, entry.title, entry.person, entry.name, "", "", mark.digest, organisation)


def _code(text: str) -> bytes:
    import segno

    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="png", scale=3, border=2)
    return drawn.getvalue()
