"""What changed at the top of a text, in the reader's words: no key and no id of the files is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from classeur.model.documents import Audience, Reading
from classeur.model.organisation import Organisation
from classeur.model.processes import Family
from classeur.model.typed import FlowEnd
from classeur.model.versions import ChangeClass
from classeur.wording.states import change_word, family_title
from classeur.wording.translator import Translator

NOTHING = "–"
_PEOPLE = frozenset({"owner", "writer", "validator", "approver", "contributors", "pilot", "deputy"})


def field_word(field: str, words: Translator) -> str:
    """A front-matter field in the reader's words."""
    return _document_words(words).get(field) or _process_words(words).get(field, field)


def _document_words(words: Translator) -> dict[str, str]:
    return {
        "reference": words("Reference"),
        "title": words("Title"),
        "kind": words("Kind"),
        "version": words("Version"),
        "change": words("Class"),
        "summary": words("What changes for you"),
        "owner": words("Owner"),
        "processes": words("Processes"),
        "audience": words("Audience"),
        "writer": words("Writer"),
        "validator": words("Validator"),
        "approver": words("Approver"),
        "effective_from": words("In force from"),
        "review_date": words("Next review"),
        "reading": words("Reading"),
        "reread": words("Who reads it again"),
        "cites": words("What it cites"),
        "keywords": words("Keywords"),
        "synonyms": words("Other words for it"),
        "contributors": words("Who took part"),
        "consulted": words("Who was consulted"),
        "confidential": words("Confidential"),
        "cumul_reason": words("Why one person holds two steps"),
        "urgent": words("Emergency edition"),
        "until": words("end of the emergency edition"),
        "supersedes": words("Replaces"),
    }


def _process_words(words: Translator) -> dict[str, str]:
    return {
        "code": words("Process code"),
        "family": words("Family"),
        "pilot": words("Pilot"),
        "deputy": words("Deputy"),
        "purpose": words("Purpose"),
        "order": words("Place on the map"),
        "customers": words("Customers"),
        "inputs": words("Inputs"),
        "outputs": words("Outputs"),
        "risks": words("Risks"),
        "resources": words("Resources"),
    }


def field_value(field: str, value: object, organisation: Organisation, words: Translator) -> str:
    """What stood in a field, as a person says it: « oui », « 10 mai 2026 », a name; a dash where nothing stood."""
    match value:
        case Audience():
            return _concerned(value, organisation, words)
        case bool():
            return words("yes") if value else words("no")
        case ChangeClass():
            return change_word(value, words)
        case Reading():
            return words("required") if value is Reading.REQUIRED else words("for information")
        case Family():
            return family_title(value, words)
        case dt.date():
            return words.date(value)
        case Mapping():
            held = (f"{_one(field, str(key), organisation)} ({words.date(day)})" for key, day in sorted(value.items()))
            return ", ".join(held) or NOTHING
        case tuple():
            return ", ".join(_flow(each) or _one(field, str(each), organisation) for each in value) or NOTHING
        case None | 0:
            return NOTHING
        case _:
            return _one(field, str(value), organisation) or NOTHING


def _one(field: str, value: str, organisation: Organisation) -> str:
    if field in _PEOPLE:
        return organisation.name_of(value)
    if field == "reread":
        return organisation.title_of_role(value)
    if field == "kind" and value in organisation.kind:
        return organisation.kind[value].title
    return value


def _concerned(audience: Audience, organisation: Organisation, words: Translator) -> str:
    roles = ", ".join(map(organisation.title_of_role, audience.roles or ()))
    units = ", ".join(map(organisation.title_of_unit, audience.units or ()))
    return " – ".join(filter(None, (roles, units))) or words("everyone")


def _flow(value: object) -> str:
    """An input or an output: what, and the other end; empty for anything else."""
    if not isinstance(value, FlowEnd):
        return ""
    end = value.from_ or value.to
    return f"{value.what} ({end})" if end else value.what
