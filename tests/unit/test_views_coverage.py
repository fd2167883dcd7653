"""What stands behind each criterion of a standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.tasks.build_site import stage_house
from classeur.tasks.house import Texts, open_house
from classeur.views.coverage import Coverage, CriterionRow, StandardCoverage, coverages
from classeur.views.lists import document_rows
from classeur.views.public_site import SiteAudience
from classeur.views.shown import published
from classeur.wording.coverage import coverage_table
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import released, rewritten
from tests.houses import TODAY, write_house
from tests.standards import CITED, STANDARD, a_house_with_a_standard


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house that follows a standard of four criteria, whose one procedure cites one of them."""
    return write_house(tmp_path, a_house_with_a_standard())


def coverage(root: Path) -> StandardCoverage:
    binder = open_house(root, TODAY, Texts.ALL).binder
    public = published(binder)
    [found] = coverages(binder, public, document_rows(public))
    return found


def row(root: Path, number: str) -> CriterionRow:
    [found] = [row for row in coverage(root).rows if row.number == number]
    return found


def test_a_text_in_force_stands_behind_the_criterion_that_it_cites(house: Path) -> None:
    released(house)

    found = row(house, "7.5.2")

    assert found.state is Coverage.DOCUMENTED
    assert [(each.reference, each.version, each.counts) for each in found.documents] == [("PR-R1-001", "1.0", True)]
    assert found.documents_of("R1") == 1


def test_a_text_that_is_not_released_is_only_to_come(house: Path) -> None:
    released(house, "FP-R1")

    found = row(house, "7.5.2")

    assert (found.state, found.documents, found.working) == (Coverage.COMING, (), ("PR-R1-001",))


def test_a_citation_added_to_a_draft_does_not_count_before_its_release(house: Path) -> None:
    rewritten(house, cites="[]")
    released(house)
    rewritten(house, cites=f"[{CITED}]", version="2.0")

    assert row(house, "7.5.2").state is Coverage.COMING


def test_rows_of_a_register_stand_behind_a_criterion_without_text(house: Path) -> None:
    found = row(house, "10.2")

    assert found.state is Coverage.RECORDED
    assert [(each.name, each.rows) for each in found.registers] == [("actions", 1), ("events", 0)]


def test_an_empty_register_leaves_a_gap_beside_the_action_that_was_decided_for_it(house: Path) -> None:
    found = row(house, "9.2")

    assert found.state is Coverage.GAP
    assert [action.number for action in found.actions] == ["A-1"]


def test_a_criterion_that_does_not_concern_the_house_is_no_gap(house: Path) -> None:
    released(house)

    found = coverage(house)

    assert row(house, "8.3").state is Coverage.NOT_APPLICABLE
    assert [gap.number for gap in found.gaps] == ["9.2"]
    assert (found.applicable, found.documented, found.recorded) == (3, 1, 1)


def test_criteria_stand_in_the_order_of_the_standard(house: Path) -> None:
    assert [row.number for row in coverage(house).rows] == ["7.5.2", "8.3", "9.2", "10.2"]


def test_the_matrix_for_a_spreadsheet_has_a_column_a_process(house: Path) -> None:
    released(house)
    released(house, "FP-R1")

    table = coverage_table(coverage(house), "Maison de test", TODAY, translator("fr"))

    assert table.columns[-1] == "R1"
    assert (
        table.rows[0][0],
        table.rows[0][3],
        table.rows[0][4],
        table.rows[0][-1],
    ) == ("7.5.2", "texte en vigueur", "PR-R1-001 1.0", 1)


def test_a_new_edition_of_the_standard_is_told_of_the_texts_that_cite_it(house: Path) -> None:
    released(house)
    assert "LK014" not in {finding.code for finding in open_house(house, TODAY).findings}
    register = house / "manual/registers/standards/iso.yml"

    register.write_text(STANDARD.replace("edition: 2015", "edition: 2026"), "utf-8")

    told = [finding for finding in open_house(house, TODAY).findings if finding.code == "LK014"]
    assert [finding.reference for finding in told] == ["PR-R1-001"]


def staged(root: Path, folder: Path, audience: SiteAudience) -> Path:
    stage_house(root, folder, TODAY, MkDocsEngine(root).dialect, translator("fr"), audience=audience)
    return folder / "pages/referentiels"


def test_the_page_of_a_standard_tells_its_gaps_and_its_texts(
    house: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    released(house)

    pages = staged(house, tmp_path_factory.mktemp("site"), SiteAudience.INTERNAL)

    page = (pages / "iso-9001-2015/index.md").read_text("utf-8")
    assert "<strong>1</strong> avec un texte en vigueur" in page
    assert '<a href="#critere-9-2">' in page
    assert (pages / "iso-9001-2015/iso-9001-2015.csv").is_file()


def test_people_outside_are_shown_no_standard(house: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    released(house)

    assert not staged(house, tmp_path_factory.mktemp("site"), SiteAudience.PUBLIC).exists()
