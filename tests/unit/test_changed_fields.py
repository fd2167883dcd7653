"""Fields of the front matter that changed, told to people."""

from __future__ import annotations

import datetime as dt

import pytest

from classeur.model.documents import Audience, Header, ProcessHeader, Reading
from classeur.model.organisation import Kind, Organisation, Person, Role, Unit
from classeur.model.typed import FlowEnd
from classeur.model.versions import ChangeClass
from classeur.wording.changed_fields import field_value, field_word
from classeur.wording.translator import translator

FRENCH = translator("fr")
HOUSE = Organisation(
    people=(Person(id="a.martin", name="Alix Martin"),),
    roles=(Role(id="infirmier", title="Infirmier"),),
    units=(Unit(id="soins", title="Soins"),),
    kinds=(Kind(id="procedure", code="PR", title="Procédure"),),
)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("urgent", True, "oui"),
        ("confidential", False, "non"),
        ("effective_from", dt.date(2026, 5, 10), "10 mai 2026"),
        ("until", None, "–"),
        ("order", 0, "–"),
        ("cites", (), "–"),
        ("writer", ("a.martin", "b.parti"), "Alix Martin, b.parti"),
        ("contributors", ("groupe douleur", "a.martin"), "groupe douleur, Alix Martin"),
        ("reread", ("infirmier",), "Infirmier"),
        ("kind", "procedure", "Procédure"),
        ("change", ChangeClass.MINOR, "mineure"),
        ("reading", Reading.INFORMATION, "pour information"),
        ("audience", Audience(), "tous"),
        ("audience", Audience(roles=("infirmier",), units=("soins",)), "Infirmier – Soins"),
        ("consulted", {"cvs": dt.date(2026, 10, 12)}, "cvs (12 octobre 2026)"),
        ("inputs", (FlowEnd.model_validate({"what": "Ordonnance", "from": "Médecin"}),), "Ordonnance (Médecin)"),
        ("keywords", ("douleur", "EVA"), "douleur, EVA"),
    ],
)
def test_a_value_is_told_as_a_person_says_it(field: str, value: object, told: str) -> None:
    assert field_value(field, value, HOUSE, FRENCH) == told


@pytest.mark.parametrize("field", sorted({*Header.model_fields, *ProcessHeader.model_fields}))
def test_every_field_has_a_name_in_the_words_of_the_house(field: str) -> None:
    assert field_word(field, FRENCH) not in (field, "")
    assert field_word(field, FRENCH) != field_word(field, translator("en")) or field in SAME_IN_BOTH


SAME_IN_BOTH = {"version", "audience"}
