"""Builder of a house whose people have read: six people in two units, four documents, one in a minor version."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from classeur.model.confirmations import Means
from classeur.model.findings import Location
from classeur.model.journal import Assurance
from classeur.model.organisation import ORGANISATION_FILE
from classeur.tasks.confirm import Claim, record
from classeur.wording.translator import translator
from tests.houses import ORGANISATION, a_text, an_organisation, house_files, write_house
from tests.released import Acts

READER, READER_NAME = "z.lectrice", "Zoé Lectrice"
"""Somebody who only reads: nothing else on the site names her."""
NEWCOMER, NEWCOMER_NAME = "n.nouveau", "Noé Nouveau"
DOCUMENT, NURSES = "PR-R1-001", "PR-R1-003"

_READERS = "".join(
    f"  - {{id: {id_}, name: {name}, email: {id_}@example.org, roles: [{role}], units: [{unit}], from: {since}}}\n"
    for id_, name, role, unit, since in (
        (READER, READER_NAME, "infirmier", "soins", "2020-01-06"),
        (NEWCOMER, NEWCOMER_NAME, "secretaire", "accueil", "2026-11-02"),
        ("s.tresse", "Sacha Tresse", "secretaire", "accueil", "2020-01-06"),
    )
)
_PATHS = """paths:
  - role: secretaire
    stages:
      - {title: Jour 1, days: 1, documents: [PR-R1-001]}
      - {title: Mois 1, days: 30, documents: [PR-R1-002, PR-R1-001]}
"""


def reading_house(root: Path, shown: str = "people", size: str = "team") -> Path:
    """A house on 22 November 2026: version 1.1 covers what two people confirmed in 1.0, a third confirmed it itself."""
    typed = an_organisation(
        organisation=ORGANISATION["organisation"].replace("size: team", f"size: {size}"),
        people=ORGANISATION["people"] + _READERS,
        roles=ORGANISATION["roles"] + "  - {id: secretaire, title: Secrétaire, may: [write]}\n",
        units=ORGANISATION["units"] + "  - {id: accueil, title: Accueil}\n",
    )
    files = house_files(
        **{
            str(ORGANISATION_FILE): f"{typed}readings: {shown}\n{_PATHS}",
            "procedures/suite.md": a_text(reference="PR-R1-002", title="Programmer un rendez-vous"),
            "procedures/soins.md": a_text(
                reference=NURSES, title="Préparer la salle de soins", audience="{roles: [infirmier]}"
            ),
        }
    )
    acts = Acts(write_house(root, files))
    acts.release("FP-R1", "2026-05-04")
    for reference in (DOCUMENT, "PR-R1-002", NURSES):
        acts.release(reference, "2026-06-01")
    confirmed(root, "2026-06-10", (DOCUMENT, READER), (NURSES, READER), (DOCUMENT, "a.martin"))
    acts.write("procedures/accueil.md", version="1.1", change="minor", summary="L'ordre des étapes est plus clair.")
    acts.release(DOCUMENT, "2026-11-10")
    confirmed(root, "2026-11-12", (DOCUMENT, "c.leroy"))
    return root


def confirmed(root: Path, day: str, *read: tuple[str, str]) -> None:
    """What people say to have read on a day: (reference, person), in the version then in force."""
    on = dt.date.fromisoformat(day)
    where = Location(ORGANISATION_FILE)
    claims = [
        Claim(reference, None, "", person, on, Means.TYPED, Assurance.CLAIMED, where) for reference, person in read
    ]
    at = dt.datetime.combine(on, dt.time(18), dt.UTC)
    done = record(root, on, at, "a.martin", claims, translator("fr"))
    assert done.taken == len(claims), done.findings
