"""The style sheet that names the columns of a list on a phone."""

from __future__ import annotations

from classeur.writers.site.list_pages import labels


def test_each_column_has_its_heading() -> None:
    sheet = labels(("Référence", "Titre"))

    assert 'td:nth-child(1)::before { content: "Référence"; }' in sheet
    assert 'td:nth-child(2)::before { content: "Titre"; }' in sheet


def test_a_heading_cannot_leave_its_quotes() -> None:
    sheet = labels(('Dit "bien" \\',))

    assert r'content: "Dit \"bien\" \\";' in sheet
