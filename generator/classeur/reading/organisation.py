"""manual/organisation.yml: people, roles, units, kinds, delegations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from classeur.model.findings import Fault, Location
from classeur.model.organisation import (
    ORGANISATION_FILE,
    Account,
    Commitments,
    Delegation,
    Kind,
    NewcomerPath,
    Organisation,
    Person,
    Profile,
    ReadingsShown,
    Role,
    Size,
    Unit,
)
from classeur.model.typed import Choice, Text, TypedModel
from classeur.reading.files import read_text
from classeur.reading.typed import TypedCodes, as_model
from classeur.reading.yaml_text import YamlCodes, read_yaml

YAML_CODES = YamlCodes(unreadable="OR008", duplicate_key="OR009", too_large="OR008")
CODES = TypedCodes(
    missing="OR016",
    unknown_key="OR015",
    version="OR014",
    date="OR014",
    shape="OR014",
    choice="OR014",
    reference="OR014",
    number="OR014",
)
MAX_BYTES = 2 * 1024 * 1024
"""Two thousand people are about 500 KB."""


class _Identity(TypedModel):
    name: Text = ""
    language: Text = "fr"
    timezone: Text = "Europe/Paris"
    size: Choice[Size] = Size.TEAM
    site_url: Text = ""


class _OrganisationFile(TypedModel):
    organisation: _Identity = _Identity()
    profile: Choice[Profile] = Profile.HOUSE
    readings: Choice[ReadingsShown] | None = None
    reference_pattern: Text = "{kind}-{process}-{number:03}"
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()
    units: tuple[Unit, ...] = ()
    kinds: tuple[Kind, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    accounts: tuple[Account, ...] = ()
    paths: tuple[NewcomerPath, ...] = ()
    commitments: Commitments = Commitments()


_REQUIRED = ("organisation", "people", "roles", "units", "kinds")


def read_organisation(root: Path) -> tuple[Organisation, list[Fault]]:
    """The organisation of the house; an empty, unreadable one when its file cannot be read.

    A file that this process read before gives the same organisation.
    """
    text, faults = read_text(root, ORGANISATION_FILE)
    if text is None:
        return Organisation(is_readable=False), [Fault(Location(ORGANISATION_FILE), "OR008")]
    organisation, wrong = _read(text)
    return organisation, [*faults, *wrong]


@lru_cache(maxsize=4)
def _read(text: str) -> tuple[Organisation, Sequence[Fault]]:
    typed, faults = read_yaml(ORGANISATION_FILE, text, YAML_CODES, max_bytes=MAX_BYTES)
    if typed is None:
        return Organisation(is_readable=False), faults
    if not isinstance(typed.value, dict):
        return Organisation(is_readable=False), [*faults, Fault(Location(ORGANISATION_FILE), "OR008")]
    typed.value = _without_empty(typed.value)
    missing = [key for key in _REQUIRED if key not in typed.value]
    faults += [Fault(Location(ORGANISATION_FILE), "OR016", {"field": key, "key": key}) for key in missing]
    file, wrong = as_model(_OrganisationFile, typed, CODES)
    faults += wrong
    if file is None:
        return Organisation(is_readable=False), faults
    identity = {name: getattr(file.organisation, name) for name in _Identity.model_fields}
    lists = {name: getattr(file, name) for name in _OrganisationFile.model_fields if name != "organisation"}
    refused = frozenset((*missing, *(fault.values["field"] for fault in wrong)))
    return Organisation(**identity, **lists, refused=refused, places=typed.places), faults


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    """An empty value means absent, at the top of the file as elsewhere."""
    return {key: item for key, item in value.items() if item is not None}


def organisation_schema() -> dict[str, Any]:
    """The format of manual/organisation.yml as JSON Schema."""
    return _OrganisationFile.model_json_schema()
