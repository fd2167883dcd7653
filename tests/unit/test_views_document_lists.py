"""The lists of documents, and the tables made of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from classeur.model.binder import Binder
from classeur.model.kept import Kept
from classeur.tasks.export import list_table
from classeur.views.answers import Why
from classeur.views.document_lists import DocumentList, ListName, document_list, gone_rows
from classeur.views.lists import document_rows
from classeur.views.shown import published
from classeur.views.tables import Table
from classeur.wording.translator import translator
from classeur.writers.tables import TableFormat
from classeur.writers.tables.comma import csv_bytes
from classeur.writers.tables.workbook import xlsx_bytes
from tests.houses import TODAY
from tests.ledgers import REFERENCE, a_binder, a_document, a_release, an_entry

FRENCH = translator("fr")


def shown(binder: Binder, name: ListName) -> DocumentList:
    public = published(binder)
    return document_list(public, document_rows(public), name)


def references(listed: DocumentList) -> dict[str, list[str]]:
    """The references under each title."""
    return {group.title: [row.reference for row in group.rows] for group in listed.groups}


def a_table(*cells: str | int | dt.date | None) -> Table:
    return Table("liste", "Liste", "Maison", TODAY, "fr", tuple("ABCDEF"[: len(cells)]), (tuple(cells),))


def test_a_document_of_two_roles_stands_under_both() -> None:
    document = a_document(audience="{roles: [infirmier, direction]}")

    listed = shown(a_binder(a_release("2026-06-01", document)), ListName.BY_ROLE)

    assert references(listed) == {"Infirmier": [REFERENCE], "Direction": [REFERENCE]}
    assert listed.documents == 1


def test_what_everybody_reads_is_not_repeated_under_each_role() -> None:
    listed = shown(a_binder(a_release("2026-06-01", a_document(audience="all"))), ListName.BY_ROLE)

    assert references(listed) == {"": [REFERENCE]}
    assert listed.groups[0].is_rest


def test_a_document_of_a_process_without_a_sheet_is_not_lost() -> None:
    listed = shown(a_binder(a_release("2026-06-01")), ListName.BY_PROCESS)

    assert references(listed) == {"": [REFERENCE]}


def test_a_review_announced_in_a_year_waits_hidden() -> None:
    [row] = shown(a_binder(a_release("2026-06-01")), ListName.TO_REVIEW).rows

    assert not row.days.is_now
    assert row.days.first == dt.date(2028, 6, 1) - dt.timedelta(days=60)


def test_an_overdue_review_is_the_first_of_its_list() -> None:
    late = a_document(reference="PR-R1-009", review_date="2026-10-01")
    soon = a_document(reference="PR-R1-002", review_date="2026-12-15")

    listed = shown(a_binder(a_release("2026-06-01", soon), a_release("2026-06-02", late)), ListName.TO_REVIEW)

    assert [row.reference for row in listed.rows if row.days.is_now] == ["PR-R1-009", "PR-R1-002"]


def test_a_withdrawn_document_says_since_when_why_and_what_to_use() -> None:
    gone = an_entry("withdraw", "2026-07-01", reason="Activité arrêtée.", replaced_by=["PR-R1-002"])
    binder = a_binder(a_release("2026-06-01"), a_release("2026-06-01", a_document(reference="PR-R1-002")), gone)

    [row] = gone_rows(published(binder))

    assert (row.reference, row.why, row.on, row.reason) == (
        REFERENCE, Why.WITHDRAWN, dt.date(2026, 7, 1), "Activité arrêtée."
    )  # fmt: skip
    assert [other.reference for other in row.replaced_by] == ["PR-R1-002"]


def test_a_document_replaced_by_its_children_is_among_the_withdrawn_ones() -> None:
    child = a_release("2026-07-01", a_document(reference="PR-R1-002"), supersedes=[REFERENCE])

    [row] = gone_rows(published(a_binder(a_release("2026-06-01"), child)))

    assert (row.reference, row.why, row.on) == (REFERENCE, Why.REPLACED, dt.date(2026, 7, 1))


def test_an_exported_list_holds_no_version_that_is_not_in_force_yet() -> None:
    coming = a_release("2026-11-10", a_document(version="2.0"), effective_from="2027-01-01")

    table = list_table(a_binder(a_release("2026-06-01"), coming), ListName.MASTER, FRENCH)

    assert [row[:4] for row in table.rows] == [(REFERENCE, "Accueillir un patient", "Procédure", "1.0")]


@pytest.mark.parametrize("name", ListName)
def test_every_list_has_as_many_cells_as_columns(name: ListName) -> None:
    gone = an_entry("withdraw", "2026-07-01", "PR-R1-002")
    binder = a_binder(a_release("2026-06-01", a_document(review_date="2026-12-01")),
                      a_release("2026-06-01", a_document(reference="PR-R1-002")), gone)  # fmt: skip

    table = list_table(binder, name, FRENCH)

    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_a_french_excel_opens_the_text_as_columns_and_days() -> None:
    written = csv_bytes(a_table("Évaluer ; soulager", dt.date(2026, 3, 1), None))

    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig") == 'A;B;C\r\n"Évaluer ; soulager";01/03/2026;\r\n'


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+33 1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_a_spreadsheet_would_run_is_shown_as_it_is_typed(cell: str) -> None:
    [_, [read]] = csv.reader(io.StringIO(csv_bytes(a_table(cell)).decode("utf-8-sig"), newline=""), delimiter=";")

    assert read == f"'{cell}"


def test_a_workbook_holds_texts_days_and_no_formula() -> None:
    read = CalamineWorkbook.from_filelike(
        io.BytesIO(xlsx_bytes(a_table("=1+1", dt.date(2026, 3, 1), "1.10", "http://x", None)))
    )

    assert read.get_sheet_by_index(0).to_python()[1] == ["=1+1", dt.date(2026, 3, 1), "1.10", "http://x", ""]


def test_the_same_table_gives_the_same_bytes() -> None:
    table = a_table("Évaluer", dt.date(2026, 3, 1))
    one = xlsx_bytes(table)

    dates = {each.date_time for each in zipfile.ZipFile(io.BytesIO(one)).infolist()}

    assert one == xlsx_bytes(table)
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_title_that_excel_refuses_for_a_sheet_is_shortened() -> None:
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(xlsx_bytes(replace(a_table("x"), title="Liste [a/b] " + "é" * 40)))
    )

    assert len(book.sheet_names[0]) == 31


@pytest.mark.parametrize("as_bytes", [csv_bytes, xlsx_bytes])
def test_rows_written_last_time_give_the_file_of_a_first_time(as_bytes: TableFormat) -> None:
    kept = Kept()
    before, day = a_table("Évaluer", 1, None), dt.date(2026, 3, 1)
    as_bytes(before, kept)
    longer = replace(before, rows=(("Soulager", day, None), *before.rows, ("Évaluer", True, None)))
    changed = replace(longer, rows=(*longer.rows[:-1], ("Évaluer", 1, "à fond")))

    assert as_bytes(longer, kept) == as_bytes(longer)
    assert as_bytes(changed, kept) == as_bytes(changed)


def test_a_workbook_says_its_size_and_keeps_each_sign_of_a_text() -> None:
    text = " <a & b>\n\x07_x0007_ "
    content = xlsx_bytes(a_table(text, 12, None))

    read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()

    assert read[1][1:] == [12.0, ""]
    assert '<dimension ref="A1:C2"/>' in sheet
    assert '<t xml:space="preserve"> &lt;a &amp; b&gt;\n_x0007__x005F_x0007_ </t>' in sheet
