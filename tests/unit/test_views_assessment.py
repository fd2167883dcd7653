"""The self-assessment: this year's answers, last year's beside them, and what shows them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from classeur.model.registers.assessments import Level
from classeur.tasks.build_site import stage_house
from classeur.tasks.house import Texts, open_house
from classeur.views.assessment import AnswerLine, SelfAssessment, self_assessment
from classeur.views.public_site import SiteAudience
from classeur.views.shown import published
from classeur.wording.assessment import assessment_radar
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import WORDS, released
from tests.houses import TODAY, write_house
from tests.standards import a_house_with_a_standard

ANSWERS = """- {date: 2025-11-20, dimension: strategic, number: S1, question: Des priorités ?, level: begun}
- {date: 2025-11-20, dimension: strategic, number: S2, question: Traduites ?, level: absent}
- {date: 2026-11-12, dimension: strategic, number: S1, question: Des priorités ?, level: living, evidence: [PR-R1-001]}
- {date: 2026-11-12, dimension: strategic, number: S2, question: Traduites ?, level: begun, action: A-1}
- {date: 2026-11-12, dimension: strategic, number: S10, question: Sites reliés ?, level: not_concerned}
- {date: 2026-11-12, dimension: cultural, number: C1, question: Sans crainte ?, level: begun, evidence: [enquête]}
- {date: 2027-11-12, dimension: cultural, number: C1, question: Sans crainte ?, level: living}
"""
MEETINGS = "- {number: C-1, planned_on: 2026-12-10}\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house that assessed itself twice, and plans to do it again."""
    files = {"manual/registers/assessments.yml": ANSWERS, "manual/registers/meetings.yml": MEETINGS}
    root = write_house(tmp_path / "centre", a_house_with_a_standard(**files))
    released(root)
    return root


def found(house: Path) -> SelfAssessment:
    shown = self_assessment(published(open_house(house, TODAY, Texts.ALL).binder))
    assert shown is not None
    return shown


def answer(house: Path, number: str) -> AnswerLine:
    [line] = [each for part in found(house).dimensions for each in part.answers if each.number == number]
    return line


def staged(house: Path, audience: SiteAudience = SiteAudience.INTERNAL) -> Path:
    folder = house.parent / audience.value
    stage_house(house, folder, TODAY, MkDocsEngine(house).dialect, WORDS, audience=audience)
    return folder / "pages"


def test_the_last_assessment_up_to_today_is_shown_beside_the_one_before(house: Path) -> None:
    shown = found(house)

    assert (shown.on, shown.before) == (dt.date(2026, 11, 12), dt.date(2025, 11, 20))


def test_a_dimension_has_the_mean_of_what_concerns_the_house(house: Path) -> None:
    strategic = found(house).dimensions[0]

    assert (strategic.score, strategic.before) == (2.0, 0.5)
    assert [each.number for each in strategic.answers] == ["S1", "S2", "S10"]


def test_an_answer_that_went_up_says_so(house: Path) -> None:
    line = answer(house, "S1")

    assert (line.before, line.is_better) == (Level.BEGUN, True)


def test_an_answer_leads_to_the_texts_that_show_it(house: Path) -> None:
    assert [each.address for each in answer(house, "S1").evidence] == ["d/PR-R1-001/index.html"]
    assert [each.address for each in answer(house, "C1").evidence] == [""]


def test_an_answer_that_nothing_follows_is_counted(house: Path) -> None:
    assert [line.number for line in found(house).without_action] == ["C1"]


def test_the_radar_has_an_axis_a_dimension_and_last_year_beside(house: Path) -> None:
    radar = assessment_radar(found(house), WORDS)

    assert radar.axes == ("Stratégique", "Structurelle", "Technique", "Culturelle")
    assert [series.values for series in radar.series] == [(2.0, None, None, 1.0), (0.5, None, None, None)]


def test_the_page_draws_it_and_names_the_action(house: Path) -> None:
    page = (staged(house) / "auto-diagnostic/index.md").read_text("utf-8")

    assert "<svg" in page
    assert "A-1 <small>Programmer un audit</small>" in page
    assert "1 réponse n&#39;est pas en place" in page or "1 réponse n'est pas en place" in page


def test_the_next_meeting_has_its_page_and_its_calendar(house: Path) -> None:
    pages = staged(house)

    assert "Cercle EPP du 10 décembre 2026" in (pages / "cercle/index.md").read_text("utf-8")
    assert (pages / "feeds/cercle.ics").read_text("utf-8").count("BEGIN:VEVENT") == 1


def test_people_outside_see_neither(house: Path) -> None:
    pages = staged(house, SiteAudience.PUBLIC)

    assert not (pages / "auto-diagnostic").exists()
    assert not (pages / "cercle").exists()
    assert not (pages / "feeds/cercle.ics").exists()


def test_a_house_that_never_assessed_itself_has_no_page(tmp_path: Path) -> None:
    root = write_house(tmp_path / "centre")

    assert self_assessment(published(open_house(root, TODAY).binder)) is None
    assert not (staged(root) / "auto-diagnostic").exists()
