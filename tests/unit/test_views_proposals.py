"""What readers propose about the texts, from the slip to the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.model.registers.proposals import ProposalState
from classeur.tasks.build_site import stage_house
from classeur.tasks.house import Texts, open_house
from classeur.views.proposals import ProposalFigures, proposals
from classeur.views.public_site import SiteAudience
from classeur.views.shown import published
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import WORDS, released
from tests.houses import TODAY, a_text, house_files, write_house

REGISTER = """- number: P-1
  received_on: 2026-09-01
  document: PR-R1-001
  proposed_by: Infirmier
  proposal: Dire où trouver les flacons.
  state: accepted
  answered_on: 2026-09-11
  answer: Ajouté à l'étape 2.
  done_in: 1.1
- {number: P-2, received_on: 2026-10-01, document: PR-R1-001, proposal: Une affiche à l'entrée.}
- {number: P-3, received_on: 2026-11-20, proposal: Un porte-manteau.}
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house whose readers made three proposals, two about its procedure; its users' council was consulted."""
    text = a_text(consulted="{cvs: 2026-08-20}", contributors="[groupe accueil]")
    files = house_files(**{"manual/registers/proposals.yml": REGISTER, "procedures/accueil.md": text})
    root = write_house(tmp_path / "centre", files)
    released(root)
    return root


def figures(house: Path) -> ProposalFigures:
    return proposals(published(open_house(house, TODAY, Texts.ALL).binder))


def staged(house: Path, audience: SiteAudience = SiteAudience.INTERNAL) -> Path:
    folder = house.parent / audience.value
    stage_house(house, folder, TODAY, MkDocsEngine(house).dialect, WORDS, audience=audience)
    return folder / "pages"


def test_proposals_that_wait_come_first(house: Path) -> None:
    assert [line.number for line in figures(house).lines] == ["P-3", "P-2", "P-1"]


def test_a_proposal_is_late_beyond_the_delay_of_the_house(house: Path) -> None:
    found = figures(house)

    assert [line.number for line in found.lines if line.is_late] == ["P-2"]
    assert (found.waiting, found.late, found.answered, found.taken, found.usual_days) == (2, 1, 1, 1, 10)


def test_an_answer_is_traced_to_the_version_that_took_it_up(house: Path) -> None:
    [line] = [each for each in figures(house).by_reference["PR-R1-001"] if each.answered_on]

    assert (line.state, line.done_in, line.days) == (ProposalState.ACCEPTED, "1.1", 10)


def test_the_page_of_a_text_tells_who_took_part_and_what_was_proposed(house: Path) -> None:
    page = (staged(house) / "d/PR-R1-001/index.md").read_text("utf-8")

    assert "<dt>Consultés</dt><dd>CVS, 20 août 2026</dd>" in page
    assert "<dt>Avec la participation de</dt><dd>groupe accueil</dd>" in page
    assert "Ajouté à l&#39;étape 2. Repris en version 1.1." in page


def test_the_page_of_a_text_leads_to_its_slip(house: Path) -> None:
    pages = staged(house)

    assert 'propositions/bulletin/index.html#PR-R1-001_1.0"' in (pages / "d/PR-R1-001/index.md").read_text("utf-8")
    assert "À remettre à : Alix Martin" in (pages / "propositions/bulletin/index.md").read_text("utf-8")


def test_people_outside_read_no_proposal_and_find_no_slip(house: Path) -> None:
    pages = staged(house, SiteAudience.PUBLIC)

    assert not (pages / "propositions").exists()
    assert "flacons" not in (pages / "d/PR-R1-001/index.md").read_text("utf-8")


def test_a_proposal_that_names_somebody_is_shown_without_the_name(house: Path) -> None:
    register = house / "manual/registers/proposals.yml"
    register.write_text(REGISTER.replace("Une affiche à l'entrée.", "Demander à Camille Leroy une affiche."), "utf-8")

    pages = staged(house)

    for page in ("d/PR-R1-001/index.md", "propositions/index.md"):
        told = (pages / page).read_text("utf-8").split("<h2", 1)[-1].split("À remettre", 1)[0]
        assert "une affiche" in told
        assert "Demander à Camille" not in told


def test_the_quality_pages_lead_to_the_proposals(house: Path) -> None:
    page = (staged(house) / "qualite/index.md").read_text("utf-8")

    assert '<a href="../propositions/index.html">Propositions des lecteurs</a>' in page
