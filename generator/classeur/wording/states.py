"""How states, change classes and marks are called, in the words of the code (English, translated by the translator)."""

from __future__ import annotations

from classeur.model.journal import ReviewOutcome
from classeur.model.processes import Direction, Family, Frequency, IndicatorState
from classeur.model.states import State
from classeur.model.versions import ChangeClass
from classeur.wording.translator import Translator


def state_word(state: State, words: Translator) -> str:
    """A state in one word."""
    return {
        State.DRAFT: words("draft"),
        State.IN_VALIDATION: words("in validation"),
        State.IN_APPROVAL: words("in approval"),
        State.REFUSED: words("refused"),
        State.APPROVED: words("to come"),
        State.APPLICABLE: words("in force"),
        State.SUSPENDED: words("suspended"),
        State.SUPERSEDED: words("replaced"),
        State.WITHDRAWN: words("withdrawn"),
        State.ABANDONED: words("abandoned"),
    }[state]


def state_banner(state: State, words: Translator) -> str:
    """What the banner above a text says; empty for a text in force."""
    return {
        State.DRAFT: words("draft: not released"),
        State.IN_VALIDATION: words("in validation: not released"),
        State.IN_APPROVAL: words("in approval: not released"),
        State.REFUSED: words("refused: not released"),
        State.APPROVED: words("approved, not yet in force"),
        State.APPLICABLE: "",
        State.SUSPENDED: words("suspended: do not apply"),
        State.SUPERSEDED: words("replaced version: no longer apply"),
        State.WITHDRAWN: words("withdrawn: no longer apply"),
        State.ABANDONED: words("abandoned: never released"),
    }[state]


def change_word(change: ChangeClass | None, words: Translator) -> str:
    """A change class in one word."""
    if change is None:
        return "–"
    return {
        ChangeClass.MAJOR: words("major"),
        ChangeClass.MINOR: words("minor"),
        ChangeClass.EDITORIAL: words("editorial"),
    }[change]


def outcome_word(outcome: ReviewOutcome, words: Translator) -> str:
    """What a review decided."""
    return {
        ReviewOutcome.KEPT: words("kept"),
        ReviewOutcome.REVISE: words("to revise"),
        ReviewOutcome.WITHDRAW: words("to withdraw"),
    }[outcome]


def family_title(family: Family, words: Translator) -> str:
    """A family of processes."""
    return {
        Family.MANAGEMENT: words("Management processes"),
        Family.CORE: words("Core processes"),
        Family.SUPPORT: words("Support processes"),
    }[family]


def indicator_word(state: IndicatorState, words: Translator) -> str:
    """What an indicator's last measure says."""
    return {
        IndicatorState.ON_TARGET: words("on target"),
        IndicatorState.WATCH: words("to watch"),
        IndicatorState.OFF_TARGET: words("off target"),
        IndicatorState.UNKNOWN: words("not measured"),
    }[state]


def frequency_word(frequency: Frequency, words: Translator) -> str:
    """How often an indicator is measured."""
    return {
        Frequency.MONTHLY: words("every month"),
        Frequency.QUARTERLY: words("every quarter"),
        Frequency.YEARLY: words("every year"),
    }[frequency]


def direction_word(direction: Direction, words: Translator) -> str:
    """Which way an indicator gets better."""
    return words("at least") if direction is Direction.UP else words("at most")


def period_word(period: str, words: Translator) -> str:
    """A period of measure in words: « septembre 2026 », « 3e trimestre 2026 », « 2026 »."""
    year, _, part = period.partition("-")
    if not part:
        return year
    if part.startswith("Q"):
        quarter = {
            "Q1": words("1st quarter"),
            "Q2": words("2nd quarter"),
            "Q3": words("3rd quarter"),
            "Q4": words("4th quarter"),
        }
        return f"{quarter.get(part, part)} {year}"
    return words.month(int(year), int(part)) if part.isdecimal() and 1 <= int(part) <= 12 else period
