"""The words of the quality pages: the four questions, what is to be looked at, traces of use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from classeur.views import addresses
from classeur.views.quality.calendar import MeetingState, Occasion
from classeur.views.quality.dashboard import Dashboard
from classeur.views.quality.events import Lesson
from classeur.views.quality.four_questions import Answer, Asked
from classeur.wording.translator import Translator
from classeur.wording.values import worded


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
    done, total = answer.done, answer.total
    return {
        Asked.ACCESSIBLE: words.count(
            "{n} text of {total} opens on this site", "{n} texts of {total} open on this site", done, total=total
        ),
        Asked.KNOWN: words.count(
            "{n} reading done of {total} asked", "{n} readings done of {total} asked", done, total=total
        ),
        Asked.UP_TO_DATE: words.count(
            "{n} text of {total} whose review is not overdue",
            "{n} texts of {total} whose review is not overdue",
            done,
            total=total,
        ),
        Asked.USED: words.count(
            "{n} text of {total} with a trace of use in twelve months",
            "{n} texts of {total} with a trace of use in twelve months",
            done,
            total=total,
        ),
    }[answer.asked]


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


def lessons_by_type(lessons: Iterable[Lesson], words: Translator) -> tuple[tuple[str, tuple[Lesson, ...]], ...]:
    """The lessons under the type of their event, the type with most lessons first."""
    groups: dict[str, tuple[Lesson, ...]] = {}
    for lesson in lessons:
        title = worded(lesson.type, words) if lesson.type else words("Other events")
        groups[title] = (*groups.get(title, ()), lesson)
    return tuple(sorted(groups.items(), key=lambda each: (-len(each[1]), each[0])))


def occasion_word(occasion: Occasion, words: Translator) -> str:
    """What happens on a day of the calendar."""
    return {
        Occasion.MEETING: words("meeting"),
        Occasion.ACTION: words("action due"),
        Occasion.AUDIT: words("audit"),
        Occasion.EXTERNAL: words("external document to check"),
        Occasion.OBJECTIVE: words("objective due"),
        Occasion.RISK: words("risk to rate again"),
    }[occasion]


def meeting_state_word(state: MeetingState, words: Translator) -> str:
    """What became of a meeting."""
    return {
        MeetingState.HELD: words("held"),
        MeetingState.TO_COME: words("to be held"),
        MeetingState.MISSED: words("not held"),
        MeetingState.CANCELLED: words("cancelled"),
    }[state]
