"""The quality pages of a house: nobody's name but pilots and owners, no row of a confidential register."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from classeur.tasks.build_site import stage_house
from classeur.views.public_site import SiteAudience
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import ORGANISATION, TODAY, an_organisation, house_files, write_house
from tests.reading_house import reading_house
from tests.released import WORDS

BYSTANDER = "Wilfrid Quatrebarbes"
NAMED = ("Wilfrid", "Quatrebarbes", "w.quatrebarbes")
SECRET = "Zanzibar"
_PEOPLE = (
    ORGANISATION["people"] + f"  - {{id: w.quatrebarbes, name: {BYSTANDER}, roles: [infirmier], units: [soins]}}\n"
)
_TOLD = f"Vu avec {BYSTANDER} au tri."
REGISTERS = {
    "events": f"""- number: E-1
  date: 2026-10-02
  place: Bureau de {BYSTANDER}
  process: R1
  type: fall
  facts: "{_TOLD} {SECRET}"
  causes: "{_TOLD}"
  severity: 4
  frequency: 2
  lessons: "{_TOLD}"
- number: E-2
  date: 2026-10-03
  place: Couloir
  process: R1
  type: fall
  facts: Un patient glisse sur {SECRET}.
  measures: "{SECRET}"
  severity: 2
  frequency: 2
  lessons: Essuyer aussitôt.
""",
    "complaints": f"""- number: R-1
  received_on: 2026-10-02
  subject: "{SECRET}"
  facts: "{_TOLD}"
  answer: "{SECRET}"
  answered_on: 2026-10-12
""",
    "actions": f"""- number: A-1
  opened_on: 2026-10-02
  process: R1
  axis: "1. Recevoir avec {BYSTANDER}"
  finding: "{_TOLD}"
  action: "{_TOLD}"
  means: "{_TOLD}"
  pilot: a.martin
  due: 2026-12-01
- number: A-2
  opened_on: 2026-10-02
  process: R1
  action: "{_TOLD}"
  pilot: a.martin
  due: 2026-11-01
  state: effective
  done_on: 2026-10-20
  evidence: "{_TOLD}"
  effect_checked_on: 2026-11-01
  effect: "{_TOLD}"
""",
    "objectives": f"""- number: O-1
  axis: "1. Recevoir avec {BYSTANDER}"
  objective: "{_TOLD}"
  process: R1
  indicator: R1-1
  target: "{_TOLD}"
  pilot: a.martin
  due: 2026-10-01
  state: reached
  settled_on: 2026-10-02
  result: "{_TOLD}"
  why: "{_TOLD}"
""",
    "risks": f"""- number: K-1
  process: R1
  risk: "{_TOLD}"
  measures: "{_TOLD}"
  pilot: a.martin
  severity: 3
  frequency: 3
  next_review: 2027-01-10
""",
    "meetings": f"""- number: C-1
  planned_on: 2026-10-02
  held_on: 2026-10-02
  place: Chez {BYSTANDER}
  present: [w.quatrebarbes, a.martin]
  decisions: ["{_TOLD}"]
- number: C-2
  planned_on: 2027-01-10
  place: Chez {BYSTANDER}
""",
    "audits": f"""- number: AU-1
  topic: "{_TOLD}"
  process: R1
  planned_on: 2026-12-10
  auditor: w.quatrebarbes
""",
    "evaluations": f"""- number: EPP-1
  topic: "{_TOLD}"
  process: R1
  pilot: a.martin
  round: 1
  date: 2026-10-02
  criterion: "{_TOLD}"
  sample: 10
  met: 9
  comment: "{_TOLD}"
""",
    "surveys": f"""- survey: SP
  public: patients
  wave: 2026-10
  returned: 10
  question: "{_TOLD}"
  entirely: 8
  rather_no: 2
""",
    "external": f"""- reference: DE-1
  title: "{_TOLD}"
  owner: a.martin
  next_check: 2027-01-10
""",
}
PAGES = ("qualite", "plan-d-actions", "politique-au-terrain", "retours-d-experience", "calendrier")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"manual/registers/{name}.yml": text for name, text in REGISTERS.items()}
    organisation = {"manual/organisation.yml": an_organisation(people=_PEOPLE)}
    return write_house(tmp_path_factory.mktemp("quality") / "maison", house_files(**organisation, **files))


def staged(house: Path, audience: SiteAudience) -> Path:
    folder = house.parent / audience.value
    stage_house(house, folder, TODAY, MkDocsEngine(house).dialect, WORDS, audience=audience)
    return folder / "pages"


@pytest.fixture(scope="module")
def inside(house: Path) -> Path:
    """The pages for the team."""
    return staged(house, SiteAudience.INTERNAL)


@pytest.fixture(scope="module")
def outside(house: Path) -> Path:
    """The pages for people outside."""
    return staged(house, SiteAudience.PUBLIC)


def files_that_hold(pages: Path, *words: str) -> list[str]:
    """The files, unpacked where they are workbooks, in which one of the words stands."""
    found = []
    for path in sorted(pages.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.suffix == ".xlsx":
                with zipfile.ZipFile(io.BytesIO(data)) as book:
                    data = b"".join(book.read(name) for name in book.namelist())
            text = data.decode("utf-8", "replace")
            found += [path.relative_to(pages).as_posix() for word in words if word in text]
    return found


def test_who_pilots_nothing_and_owns_nothing_is_named_nowhere(inside: Path) -> None:
    assert files_that_hold(inside, *NAMED) == []


def test_the_name_of_a_pilot_stands_on_the_action_plan(inside: Path) -> None:
    assert "plan-d-actions/index.md" in files_that_hold(inside, "Alix Martin")


def test_no_row_of_a_confidential_register_is_on_the_site(inside: Path) -> None:
    assert files_that_hold(inside, SECRET) == []


def test_only_the_lesson_of_an_event_that_names_nobody_is_published(inside: Path) -> None:
    page = (inside / "retours-d-experience/index.md").read_text("utf-8")

    assert "Essuyer aussitôt." in page
    assert page.count("<li>") == 1 + page.count('<li><a href="')


def test_a_public_site_has_none_of_these_pages(outside: Path) -> None:
    assert [name for name in PAGES if (outside / name).exists()] == []
    assert not (outside / "feeds/qualite.ics").exists()


def test_a_public_site_says_nothing_of_the_registers(outside: Path) -> None:
    assert files_that_hold(outside, SECRET, "A-1<", "K-1", "O-1", "EPP-1", "C-2", *NAMED) == []


def test_a_process_keeps_its_indicators_on_a_public_site(outside: Path) -> None:
    assert "cl-plot--line" in (outside / "p/R1/index.md").read_text("utf-8")


def test_two_stagings_give_the_same_bytes(house: Path, inside: Path, tmp_path: Path) -> None:
    stage_house(house, tmp_path, TODAY, MkDocsEngine(house).dialect, WORDS)

    again = {path.relative_to(tmp_path / "pages"): path.read_bytes() for path in (tmp_path / "pages").rglob("*.md")}
    assert again == {path.relative_to(inside): path.read_bytes() for path in inside.rglob("*.md")}


def test_a_house_without_registers_still_has_its_pages(tmp_path: Path) -> None:
    pages = staged(write_house(tmp_path / "maison"), SiteAudience.INTERNAL)

    assert all((pages / name / "index.md").is_file() for name in PAGES)
    assert not (pages / "plan-d-actions/plan-d-actions.xlsx").exists()


def test_the_readings_done_are_counted_where_the_site_may_say_them(tmp_path: Path) -> None:
    page = (staged(reading_house(tmp_path / "maison"), SiteAudience.INTERNAL) / "qualite/index.md").read_text("utf-8")

    assert re.search(r"Connu.\?</h2>\n<p class=\"cl-tile__figure\">\d+.%", page)
    assert re.search(r"\d+ lectures faites sur \d+ demandées", page)


def test_a_house_that_shows_no_readings_does_not_count_them_here(tmp_path: Path) -> None:
    house = reading_house(tmp_path / "maison", shown="none")
    page = (staged(house, SiteAudience.INTERNAL) / "qualite/index.md").read_text("utf-8")

    assert "Non compté" in page
    assert "lectures faites" not in page
