"""The words of the quality pages: the four questions, what is to be looked at, traces of use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from classeur.views import addresses
from classeur.views.quality.dashboard import Dashboard
from classeur.views.quality.four_questions import Answer, Asked
from classeur.wording.translator import Translator


@dataclass(frozen=True)
class Watched:
    """Something to be looked at: how many, what it is, and where it is told.

    Attributes:
        address: a page of the site, with its anchor.
    """

    count: int
    told: str
    address: str


def asked_question(asked: Asked, words: Translator) -> str:
    """One of the four questions."""
    return {
        Asked.ACCESSIBLE: words("Accessible?"),
        Asked.KNOWN: words("Known?"),
        Asked.UP_TO_DATE: words("Up to date?"),
        Asked.USED: words("Used?"),
    }[asked]


def asked_sentence(answer: Answer, words: Translator) -> str:
    """What is counted, in a sentence."""
    total = answer.total
    return {
        Asked.ACCESSIBLE: words.count(
            "{done} text of {n} in force opens on this site", "{done} texts of {n} in force open on this site", total,
            done=answer.done,
        ),
        Asked.KNOWN: words.count(
            "{done} reading done of {n} asked", "{done} readings done of {n} asked", total, done=answer.done
        ),
        Asked.UP_TO_DATE: words.count(
            "{done} text of {n} whose review is not overdue", "{done} texts of {n} whose review is not overdue", total,
            done=answer.done,
        ),
        Asked.USED: words.count(
            "{done} text of {n} with a trace of use in twelve months",
            "{done} texts of {n} with a trace of use in twelve months",
            total,
            done=answer.done,
        ),
    }[answer.asked]  # fmt: skip


def watch_list(shown: Dashboard, words: Translator) -> tuple[Watched, ...]:
    """What a quality circle looks at first; a zero is worth saying too."""
    return tuple(_watched(shown, words))


def _watched(shown: Dashboard, words: Translator) -> Iterator[Watched]:
    def at(anchor: str) -> str:
        return f"{addresses.QUALITY}#{anchor}"

    if shown.indicators.total:
        n = shown.off_target
        yield Watched(n, words.count("indicator not at its target", "indicators not at target", n), at("indicateurs"))
    if shown.plan:
        n = len(shown.plan.late)
        yield Watched(n, words.count("late action", "late actions", n), at("actions"))
        n = len(shown.plan.without_effect)
        yield Watched(n, words.count("effect of an action to check", "effects of actions to check", n), at("actions"))
    if shown.events:
        n = shown.events.must_be_analysed - shown.events.analysed
        yield Watched(n, words.count("severe event not analysed", "severe events not analysed", n), at("evenements"))
        n = shown.events.waiting
        told = words.count("reporter waiting for an answer", "reporters waiting for an answer", n)
        yield Watched(n, told, at("evenements"))
    if shown.complaints:
        n = shown.complaints.late
        yield Watched(n, words.count("complaint past its delay", "complaints past their delay", n), at("plaintes"))
    if shown.has_objectives:
        n = sum(each.is_late for axis in shown.policy.axes for each in axis.objectives)
        yield Watched(n, words.count("objective past its day", "objectives past their day", n), at("objectifs"))
    n = next((len(a.rest) for a in shown.questions.answers if a.asked is Asked.UP_TO_DATE), 0)
    yield Watched(n, words.count("text to review overdue", "texts to review overdue", n), at("documents"))
    if shown.readings:
        n = shown.readings.late
        yield Watched(n, words.count("late reading", "late readings", n), at("documents"))
