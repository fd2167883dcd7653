"""What the checker says of texts that cite, link to or take the place of others, once these have changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from classeur.model.findings import Severity
from classeur.model.journal import ReviewOutcome
from classeur.tasks.lifecycle import plan_review, plan_withdraw
from tests.acts import ACCUEIL, codes, done, released, rewritten, told
from tests.houses import TODAY
from tests.rules.two_procedures import SECOND, the, two_procedures

YESTERDAY = TODAY - dt.timedelta(days=1)
LAST_YEAR = dt.date(2025, 11, 24)
EXTERNAL = "manual/registers/external.yml"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Two procedures that name no other text, and a process sheet; nothing released."""
    return two_procedures(tmp_path)


def an_edition(root: Path, edition: str, **more: str) -> None:
    row = {"reference": "DE-004", "title": "Gestion des déchets", "edition": edition, "owner": "a.martin"} | more
    (root / EXTERNAL).parent.mkdir(exist_ok=True)
    (root / EXTERNAL).write_text("- {" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}\n", "utf-8")


def kept(root: Path, **more: Any) -> None:
    """A review that changes nothing."""
    done(root, plan_review, "PR-R1-001", ReviewOutcome.KEPT, by="a.martin", reason="Sans impact.", **more)


def test_a_new_edition_of_a_cited_source_asks_for_a_look_until_somebody_answers(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, cites="[DE-004]")
    released(house)
    assert "LK014" not in codes(told(house))

    an_edition(house, "2025", previous="[2021]")
    found = the("LK014", told(house))
    assert (found.severity, found.values["before"], found.values["after"]) == (Severity.WARNING, "2021", "2025")
    assert found.where.line == (house / ACCUEIL).read_text("utf-8").split("\n").index("cites: [DE-004]") + 1

    kept(house, sources=["DE-004"])
    assert "LK014" not in codes(told(house))

    an_edition(house, "2026", previous="[2021, 2025]")
    assert "LK014" in codes(told(house))


def test_a_new_edition_of_a_standard_asks_for_a_look(house: Path) -> None:
    standard = house / "manual/registers/standards/iso.yml"
    standard.parent.mkdir(parents=True)
    row = "rows:\n  - {criterion: 7.5.2, title: Relire les textes}\n"
    standard.write_text(f"standard: ISO-9001\nedition: de 2015\n{row}", "utf-8")
    rewritten(house, cites='["ISO-9001:7.5.2"]')
    released(house)
    assert "LK014" not in codes(told(house))

    standard.write_text(f"standard: ISO-9001\nedition: de 2026\n{row}", "utf-8")

    found = the("LK014", told(house))
    assert (found.values["before"], found.values["after"]) == ("de 2015", "de 2026")


def test_a_new_release_answers_too(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, cites="[DE-004]")
    released(house, day=YESTERDAY)
    an_edition(house, "2025")
    rewritten(house, version="1.1", change="minor", summary="Le tri suit l'édition 2025.")

    released(house)

    assert "LK014" not in codes(told(house))


def test_a_source_that_enters_the_register_after_a_release_counts_when_it_is_newer(house: Path) -> None:
    rewritten(house, cites='["DE-004:3.2"]')
    released(house, day=LAST_YEAR)

    an_edition(house, "2021", date="2021-04-01")
    assert "LK014" not in codes(told(house))

    an_edition(house, "2026", date="2026-03-01")
    assert the("LK014", told(house)).values["source"] == "DE-004"


@pytest.mark.parametrize(
    ("version", "change", "asked"), [("1.0.1", "editorial", False), ("1.1", "minor", True), ("2.0", "major", True)]
)
def test_a_new_version_of_a_cited_document_of_the_house_asks_for_a_look(
    house: Path, version: str, change: str, asked: bool
) -> None:
    rewritten(house, cites="[PR-R1-002]")
    released(house, "PR-R1-002")
    released(house)
    rewritten(house, SECOND, version=version, change=change, summary="Le délai d'attente est précisé.")

    released(house, "PR-R1-002")

    assert ("LK014" in codes(told(house))) is asked


def test_an_external_document_that_a_text_cites_is_known(house: Path) -> None:
    an_edition(house, "2021", reference="PR-X1-004")
    rewritten(house, old="Aucun.", new="La procédure PR-X1-004 du laboratoire.")

    assert told(house) == ()


def test_a_source_is_told_at_its_own_place_among_those_that_a_text_cites(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, cites="[PR-R1-002, DE-004]")
    released(house)

    an_edition(house, "2025")

    line = (house / ACCUEIL).read_text("utf-8").split("\n").index("cites: [PR-R1-002, DE-004]")
    found = the("LK014", told(house))
    assert (found.where.line, found.where.column) == (line + 1, len("cites: [PR-R1-002, ") + 1)


def test_a_source_that_changed_is_told_at_the_release_when_the_text_has_gone(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, cites="[DE-004]")
    released(house)
    (house / ACCUEIL).unlink()

    an_edition(house, "2025")

    assert str(the("LK014", told(house)).where.path) == "releases/PR-R1-001/1.0/source.md"


def test_a_source_that_left_the_register_is_still_known_by_its_edition(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, cites="[DE-004]")
    released(house)

    an_edition(house, "2025", reference="DE-005")

    assert [(f.values["before"], f.values["after"]) for f in told(house) if f.code == "LK014"] == [("2021", "–")]


def test_a_source_that_enters_the_register_had_no_edition_before(house: Path) -> None:
    rewritten(house, cites="[DE-004]")
    released(house, day=LAST_YEAR)

    an_edition(house, "2026", date="2026-03-01")

    assert the("LK014", told(house)).values["before"] == "–"


def test_a_source_published_on_the_day_of_the_release_was_known(house: Path) -> None:
    rewritten(house, cites="[DE-004]")
    released(house, day=LAST_YEAR)

    an_edition(house, "2025", date=LAST_YEAR.isoformat())

    assert "LK014" not in codes(told(house))


def test_a_review_before_the_last_release_answers_nothing(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, cites="[DE-004]")
    released(house, day=YESTERDAY)
    an_edition(house, "2025")
    kept(house, sources=["DE-004"])
    an_edition(house, "2021")
    rewritten(house, version="1.1", change="minor", summary="Le tri des déchets est précisé.")
    released(house)

    an_edition(house, "2025")

    assert "LK014" in codes(told(house))


def test_a_review_about_another_source_answers_nothing(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, cites="[DE-004, PR-R1-002]")
    released(house, "PR-R1-002")
    released(house)
    an_edition(house, "2025")

    kept(house, sources=["PR-R1-002"])

    assert "LK014" in codes(told(house))


def test_a_withdrawn_text_no_longer_follows_its_sources_and_the_next_one_does(house: Path) -> None:
    an_edition(house, "2021")
    for path in (ACCUEIL, SECOND):
        rewritten(house, path, cites="[DE-004]")
    released(house)
    released(house, "PR-R1-002")
    done(house, plan_withdraw, "PR-R1-001", by="a.martin", reason="Acte arrêté.")

    an_edition(house, "2025")

    assert the("LK014", told(house)).reference == "PR-R1-002"


def test_a_text_that_was_never_released_does_not_hide_a_source_that_changed(house: Path) -> None:
    an_edition(house, "2021")
    rewritten(house, SECOND, cites="[DE-004]")
    released(house, "PR-R1-002")

    an_edition(house, "2025")

    assert the("LK014", told(house)).reference == "PR-R1-002"


# --- references that are no longer the right ones


def test_an_unknown_reference_is_compared_with_all_the_near_ones(house: Path) -> None:
    rewritten(house, SECOND, reference="PR-R1-011")
    rewritten(house, old="Aucun.", new="La suite est dans PR-R1-021.")

    assert the("LK004", told(house)).values["close"] == "PR-R1-011, PR-R1-001"


def test_an_unknown_reference_that_looks_like_none_of_ours_has_no_near_one(house: Path) -> None:
    rewritten(house, old="Aucun.", new="La suite est dans FR-Z9-7777.")

    assert the("LK004", told(house)).values["close"] == "–"


def test_a_text_withdrawn_for_two_others_names_both_wherever_it_is_told(house: Path) -> None:
    for reference in ("PR-R1-001", "PR-R1-002", "FP-R1"):
        released(house, reference)
    rewritten(house, SECOND, old="Aucun.", new="La suite de PR-R1-001.", version="2.0", summary="Un renvoi s'ajoute.")
    by = ["PR-R1-002", "FP-R1"]
    done(house, plan_withdraw, "PR-R1-001", by="a.martin", reason="Partagé.", replaced_by=by)

    found = told(house)

    assert the("LG031", found).values["replacement"] == "PR-R1-002, FP-R1"
    assert "LK006" not in codes(found)  # those that replace it are free to speak of it


def test_a_link_to_a_text_withdrawn_for_two_others_names_both(house: Path) -> None:
    third = (house / SECOND).read_text("utf-8").replace("PR-R1-002", "PR-R1-003").replace("Raccompagner", "Rappeler")
    (house / "procedures/rappel.md").write_text(third.replace("Aucun.", "La suite de PR-R1-001."), "utf-8")
    for reference in ("PR-R1-001", "PR-R1-002", "PR-R1-003", "FP-R1"):
        released(house, reference)
    by = ["PR-R1-002", "FP-R1"]
    done(house, plan_withdraw, "PR-R1-001", by="a.martin", reason="Partagé.", replaced_by=by)

    found = the("LK006", told(house))

    assert (found.reference, found.values["replacement"]) == ("PR-R1-003", "PR-R1-002, FP-R1")


def test_a_link_to_a_text_that_a_release_replaced_names_that_one(house: Path) -> None:
    for reference in ("PR-R1-001", "FP-R1"):
        released(house, reference)
    rewritten(house, SECOND, supersedes="[PR-R1-001]")
    released(house, "PR-R1-002")

    found = the("LK006", told(house))

    assert (found.reference, found.values["replacement"]) == ("FP-R1", "PR-R1-002")


def test_a_text_that_refers_twice_to_a_draft_is_told_once(house: Path) -> None:
    rewritten(house, old="Aucun.", new="La suite est dans PR-R1-002, puis encore dans PR-R1-002.")
    released(house)

    assert the("LK013", told(house)).values["cited"] == "PR-R1-002"


def test_a_referral_to_a_text_in_force_does_not_hide_one_to_a_draft(house: Path) -> None:
    released(house, "PR-R1-002")
    rewritten(house, old="Aucun.", new="La suite est dans PR-R1-777, PR-R1-002 et FP-R1.")
    released(house)

    assert the("LK013", told(house)).values["cited"] == "FP-R1"
