"""The values that a finding carries (a step, a state, an act, a day), as people say them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from classeur.model.doubt_reasons import DoubtReason
from classeur.model.registers.meetings import MeetingKind
from classeur.model.registers.values import Worded
from classeur.model.states import State
from classeur.wording.states import state_word
from classeur.wording.translator import Translator, translator


def spoken(values: Mapping[str, str], language: str) -> dict[str, str]:
    """The values of a finding with their constants in the reader's language; free text stays as it is."""
    words = translator(language)
    return {name: _SPEAKERS[name](value, words) if name in _SPEAKERS else value for name, value in values.items()}


def step_word(step: str, words: Translator) -> str:
    """A step of the circuit, in the words of the circuit or of the rights."""
    return {
        "writing": words("drafting"),
        "write": words("drafting"),
        "validation": words("validation"),
        "validate": words("validation"),
        "approval": words("approval"),
        "approve": words("approval"),
    }.get(step, step)


def act_word(act: str, words: Translator) -> str:
    """What somebody wants to do with a text: a verb."""
    return {
        "submit": words("submit"),
        "sign": words("sign"),
        "release": words("release"),
        "review": words("review"),
        "suspend": words("suspend"),
        "resume": words("resume"),
        "withdraw": words("withdraw"),
        "abandon": words("abandon"),
        "reassign": words("reassign"),
        "renumber": words("renumber"),
    }.get(act, act)


def _state(state: str, words: Translator) -> str:
    return state_word(State(state), words) if state in set(State) else state


def _steps(steps: str, words: Translator) -> str:
    """« writing, approval » in words, each once."""
    return ", ".join(dict.fromkeys(step_word(step, words) for step in steps.split(", ")))


def _missing(missing: str, words: Translator) -> str:
    """« validation: 2, approval: 1 » in words."""
    parts = [part.partition(": ") for part in missing.split(", ")]
    return ", ".join(_counted(step, number, words) if number.isdecimal() else step for step, _, number in parts)


def _counted(step: str, number: str, words: Translator) -> str:
    if step == "validation":
        return words.count("{n} validation", "{n} validations", int(number))
    return words.count("{n} approval", "{n} approvals", int(number))


def doubt_word(reason: str, words: Translator) -> str:
    """What an editorial change would have touched besides the form."""
    known = {
        DoubtReason.NUMBER: words("a number"),
        DoubtReason.DOSE_OR_UNIT: words("a dose or a unit"),
        DoubtReason.DATE_OR_DELAY: words("a date or a delay"),
        DoubtReason.NEGATION: words("a negation"),
        DoubtReason.MODAL: words("an obligation or a permission"),
        DoubtReason.PERSON: words("a person"),
        DoubtReason.ROLE: words("a role"),
        DoubtReason.TELEPHONE: words("a telephone number"),
        DoubtReason.STEP_ORDER: words("the order of the steps"),
        DoubtReason.STEP_COUNT: words("the number of steps"),
        DoubtReason.TABLE_CELL: words("a table cell"),
        DoubtReason.PICTURE: words("a picture"),
        DoubtReason.ATTACHMENT: words("an attachment"),
        DoubtReason.LINK: words("a link"),
        DoubtReason.WORD_ADDED: words("a word added"),
        DoubtReason.WORD_REMOVED: words("a word removed"),
        DoubtReason.WORD_REPLACED: words("a word replaced"),
    }
    return known[DoubtReason(reason)] if reason in set(DoubtReason) else reason


def trouble_word(trouble: str, words: Translator) -> str:
    """Why a file or a sheet of a register is not read."""
    return {
        "quotes": words("a quotation mark is opened and never closed"),
        "password": words("it is protected by a password, or it is an old .xls file"),
        "damaged": words("it is damaged, or it is no workbook"),
        "bomb": words("it unpacks to far too much"),
        "cells": words("a value stands far away from the table"),
        "yaml": words("its YAML cannot be followed"),
        "size": words("it is too large, or too deep"),
        "macros": words("it holds macros"),
        "format": words("only .xlsx, .csv and .yml are read"),
        "hidden": words("it is hidden"),
        "headings": words("its headings are not those of the register"),
        "forwarded": words("it was forwarded, so its sender is not the reader"),
        "subject": words("its subject does not give the reference, the version and the digest"),
        "sender": words("it does not say who sent it"),
        "date": words("it does not say when it was sent"),
        "damaged-mail": words("it is damaged, or it is no e-mail"),
    }.get(trouble, trouble)


def _thing(what: str, words: Translator) -> str:
    """What a name in a register should be that of."""
    return {
        "person": words("person"),
        "process": words("process"),
        "indicator": words("indicator"),
        "action": words("action"),
        "document": words("document"),
        "register": words("register"),
    }.get(what, what)


def _meeting(kind: str, words: Translator) -> str:
    return worded(MeetingKind(kind), words) if kind in set(MeetingKind) else kind


def worded(value: Worded, words: Translator) -> str:
    """A fixed value of a register, as people say it."""
    return value.french if words.language == "fr" else value.value.replace("_", " ").capitalize()


def _day(day: str, words: Translator) -> str:
    """« 2026-11-22 » as people say it; what is no day stays as it is."""
    try:
        return words.date(dt.date.fromisoformat(day))
    except ValueError:
        return day


_DAYS = ("left", "date", "day", "on", "until", "released", "latest", "start", "end")
_SPEAKERS: Mapping[str, Callable[[str, Translator], str]] = {
    "state": _state,
    "step": step_word,
    "steps": _steps,
    "act": act_word,
    "missing": _missing,
    "doubt": doubt_word,
    "trouble": trouble_word,
    "what": _thing,
    "meeting": _meeting,
    **dict.fromkeys(_DAYS, _day),
}
