"""Two versions of a text compared, in plain words."""

from __future__ import annotations

from classeur.model.comparison import ChangeKind, EditKind, Figure, compare, compare_headers, figures
from classeur.model.documents import Header


def a_header(**typed: object) -> Header:
    return Header.model_validate(
        {"reference": "PR-R2-001", "title": "Circuit", "kind": "procedure", "version": "1.0", **typed}
    )


STEPS = "1. Trier.\n2. Fermer.\n3. Dater.\n4. Peser.\n5. Signer.\n"


def test_equal_texts_have_no_change() -> None:
    assert not compare("## But\n\nTrier.\n", "## But\n\nTrier.\n")


def test_layout_alone_is_no_change() -> None:
    assert not compare("Trier puis\nfermer.\r\n\r\n* Dater\n", "Trier puis fermer.\n\n- Dater\n")


def test_a_changed_sentence_shows_its_words_its_section_and_its_lines() -> None:
    [change] = compare("## Suivi\n\nGarder un an.\n", "## Suivi\n\n\nGarder deux ans.\n").changes

    assert (change.kind, change.heading) == (ChangeKind.CHANGED, "Suivi")
    assert (change.line_before, change.line_after) == (3, 4)
    assert [edit.text for edit in change.words if edit.kind is EditKind.ADDED] == ["deux", "ans"]


def test_a_moved_step_keeps_its_words_and_tells_both_ranks() -> None:
    [change] = compare(STEPS, "1. Trier.\n2. Fermer.\n3. Peser.\n4. Signer.\n5. Dater.\n").changes

    assert change.kind is ChangeKind.MOVED
    assert change.is_step
    assert (change.before, change.rank_before, change.rank_after) == ("Dater.", 3, 5)


def test_a_step_added_in_the_middle_moves_no_other() -> None:
    [change] = compare(STEPS, "1. Trier.\n2. Peser le carton.\n3. Fermer.\n4. Dater.\n5. Peser.\n6. Signer.\n").changes

    assert (change.kind, change.after, change.rank_after) == (ChangeKind.ADDED, "Peser le carton.", 2)


def test_a_removed_row_tells_where_it_stood() -> None:
    table = "## Délais\n\n| Poids | Délai |\n|---|---|\n| 5 kg | 3 mois |\n| 15 kg | 1 mois |\n"

    [change] = compare(table, table.replace("| 5 kg | 3 mois |\n", "")).changes

    assert (change.kind, change.before, change.heading) == (ChangeKind.REMOVED, "5 kg | 3 mois", "Délais")
    assert (change.line_before, change.line_after) == (5, 0)


def test_an_address_that_changed_under_the_same_words_is_shown() -> None:
    [change] = compare("Voir [la fiche](a.md).\n", "Voir [la fiche](b.md).\n").changes

    assert "a.md" in change.before
    assert "b.md" in change.after


def test_a_changed_figure_is_told_with_its_noun_and_its_unit() -> None:
    [change] = compare("Délai : 48 h.\n", "Délai : 24 h.\n").changes

    assert figures(change) == (Figure("délai", "48 h", "24 h"),)


def test_a_figure_in_words_is_told_as_well() -> None:
    [change] = compare("Le délai est de cinq jours.\n", "Le délai est de dix jours.\n").changes

    assert figures(change) == (Figure("délai", "cinq jours", "dix jours"),)


def test_only_the_figure_that_changed_is_told() -> None:
    [change] = compare("Adrénaline 0,01 mg/kg, 0,5 mg au plus.\n", "Adrénaline 0,1 mg/kg, 0,5 mg au plus.\n").changes

    assert figures(change) == (Figure("adrénaline", "0,01 mg/kg", "0,1 mg/kg"),)


def test_an_order_is_not_taken_for_the_noun() -> None:
    [change] = compare("Donner 5 mg.\n", "Donner 50 mg.\n").changes

    assert figures(change) == (Figure("", "5 mg", "50 mg"),)


def test_a_comment_is_not_seen_and_a_fence_keeps_its_lines() -> None:
    assert not compare("Trier.\n", "Trier.\n\n<!-- à revoir -->\n")
    [change] = compare("```mermaid\na --> b\nb --> c\n```\n", "```mermaid\na --> b\nb --> d\n```\n").changes
    assert change.after == "a --> b\nb --> d"


def test_only_the_header_fields_that_differ_are_told() -> None:
    old = a_header(title="Circuit", audience="all", processes=["R2"])
    new = a_header(title="Circuit du médicament", audience={"roles": ["medecin"]}, processes=["R2"], version="1.1")

    assert tuple(change.as_typed for change in compare_headers(old, new)) == (
        ("title", "Circuit", "Circuit du médicament"),
        ("version", "1.0", "1.1"),
        ("audience", "", "roles: medecin"),
    )
