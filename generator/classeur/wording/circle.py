"""The agenda of a quality circle in words: its points in order, each with its figures. Web and Word say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from classeur.model.organisation import Organisation
from classeur.model.registers.meetings import Meeting
from classeur.model.registers.values import Worded
from classeur.views.circle import BADLY_READ, CirclePack
from classeur.wording.desk import act_title
from classeur.wording.states import indicator_word, period_word
from classeur.wording.translator import Translator
from classeur.wording.values import worded

_LEAST_READ = 6
"""How many of the badly read texts an agenda names."""


@dataclass(frozen=True)
class AgendaPoint:
    """One point: its title, the minutes that it should take, sentences, and a table when it has one.

    Attributes:
        columns: the headings of the table; none without table.
    """

    title: str
    minutes: int
    sentences: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Agenda:
    """Says one pack."""

    def __init__(self, pack: CirclePack, words: Translator) -> None:
        self._pack, self._words = pack, words

    @property
    def title(self) -> str:
        """What the paper is."""
        kind = worded(self._pack.kind, self._words)
        return self._words("{meeting} of {day}", meeting=kind, day=self._words.date(self._pack.on))

    @property
    def facts(self) -> tuple[str, ...]:
        """When, where, since when the figures are counted."""
        pack, words = self._pack, self._words
        place = [part for part in (pack.planned.time, pack.planned.place) if part] if pack.planned else []
        since = words.date(pack.since) if pack.since else ""
        told = words("Figures taken on {day}", day=words.date(pack.as_of))
        counted = words("since the meeting of {day}", day=since) if since else words("since the registers began")
        return (*((", ".join(place),) if place else ()), f"{told}, {counted}.")

    @property
    def points(self) -> tuple[AgendaPoint, ...]:
        """The points, in their order."""
        return (
            self._minutes(),
            self._events(),
            self._voices(),
            self._indicators(),
            self._evaluations(),
            self._documents(),
            self._outside(),
            self._plan(),
            self._telling(),
            self._next(),
        )

    def _minutes(self) -> AgendaPoint:
        pack, words = self._pack, self._words
        said = [words("There is no earlier meeting in the register.")]
        if pack.last:
            said = [
                words("Decided on {day}: {decision}", day=words.date(pack.last.day), decision=each)
                for each in pack.last.decisions
            ]
            said += [words("Minutes: {reference}", reference=pack.last.minutes)] if pack.last.minutes else []
        columns = (words("No."), words("Action"), words("Pilot"), words("Due"), words("Progress"))
        rows = tuple(
            (
                each.number,
                each.action,
                each.pilot or words("to be named"),
                words.date(each.due),
                worded(each.state, words) + (f" – {words('late')}" if each.is_late else ""),
            )
            for each in pack.actions
        )
        return AgendaPoint(
            words("Last minutes and actions that are due"), 15, tuple(said), columns if rows else (), rows
        )

    def _events(self) -> AgendaPoint:
        events, words = self._pack.events, self._words
        said = [words.count("{n} event since the last meeting.", "{n} events since the last meeting.", events.total)]
        if events.by_type:
            said.append(self._list((self._type(kind), number) for kind, number in events.by_type))
            near = words.count("{n} was stopped in time.", "{n} were stopped in time.", events.near_misses)
            said += [near] if events.near_misses else []
            waiting = words.count(
                "{n} reporter still waits for an answer.", "{n} reporters still wait for an answer.", events.unanswered
            )
            said += [waiting] if events.unanswered else []
        rows = tuple(
            (
                each.number,
                self._type(each.type),
                str(each.criticality or "–"),
                words("yes") if each.is_analysed else words("no"),
                words("yes") if each.is_answered else words("no"),
            )
            for each in events.severe
        )
        columns = (words("No."), words("Type"), words("Criticality"), words("Analysed"), words("Reporter answered"))
        return AgendaPoint(words("Events since the last meeting"), 20, tuple(said), columns if rows else (), rows)

    def _voices(self) -> AgendaPoint:
        pack, words = self._pack, self._words
        complaints = pack.complaints
        said = [
            words.count(
                "{n} complaint since the last meeting.", "{n} complaints since the last meeting.", complaints.total
            )
        ]
        if complaints.settled:
            said.append(
                words("Answered in time: {kept} of {settled}.", kept=complaints.in_time, settled=complaints.settled)
            )
        if complaints.late:
            said.append(words("Late today: {numbers}.", numbers=", ".join(complaints.late)))
        columns = (words("Survey"), words("Wave"), words("Returned"), words("Satisfied"), words("Lowest question"))
        rows = tuple(
            (
                f"{worded(each.public, words)} ({each.survey})",
                each.wave,
                str(each.returned if each.returned is not None else "–"),
                self._percent(each.satisfied),
                each.lowest or "–",
            )
            for each in pack.surveys
        )
        if not rows:
            said.append(words("No survey since the last meeting."))
        title = words("Complaints, satisfaction of patients and of referring physicians")
        return AgendaPoint(title, 15, tuple(said), columns if rows else (), rows)

    def _indicators(self) -> AgendaPoint:
        pack, words = self._pack, self._words
        columns = (
            words("Process"),
            words("Indicator"),
            words("Last measure"),
            words("Target"),
            words("State"),
            words("Actions"),
        )
        rows = tuple(
            (
                each.process,
                each.title,
                f"{words.number(each.value)} {each.unit} ({period_word(each.period, words)})",
                f"{words.number(each.target)} {each.unit}",
                indicator_word(each.state, words),
                ", ".join(each.actions) or words("none yet"),
            )
            for each in pack.indicators
        )
        said = () if rows else (words("Every measured indicator is at its target."),)
        return AgendaPoint(words("Indicators out of target, by process"), 15, said, columns if rows else (), rows)

    def _evaluations(self) -> AgendaPoint:
        pack, words = self._pack, self._words
        columns = (words("Topic"), words("Round"), words("Date"), words("Met"), words("Target"), words("Pilot"))
        rows = tuple(
            (
                each.topic,
                str(each.round),
                words.date(each.date),
                self._percent(each.rate),
                self._percent(each.target),
                each.pilot or "–",
            )
            for each in pack.evaluations
        )
        said = () if rows else (words("No practice evaluation is under way."),)
        return AgendaPoint(words("Practice evaluations in progress"), 15, said, columns if rows else (), rows)

    def _documents(self) -> AgendaPoint:
        asked, words = self._pack.documents, self._words
        rows = [(each.reference, each.title, act_title(each.act, words)) for each in (*asked.waiting, *asked.overdue)]
        for each in asked.proposals:
            day = words.date(each.received_on)
            came = words("proposal {number}, received on {day}", number=each.number, day=day)
            rows.append((each.document or "–", each.proposal, came))
        rows += [
            (each.reference, each.title, words("read by {read} of {asked}", read=each.read, asked=each.asked))
            for each in asked.badly_read[:_LEAST_READ]
        ]
        columns = (words("Reference"), words("Title or proposal"), words("What is asked"))
        said = [] if rows else [words("No document waits for the circle.")]
        if asked.badly_read:
            many = len(asked.badly_read)
            said.append(
                words.count(
                    "{n} text in force is read by fewer than {percent} % of its readers.",
                    "{n} texts in force are read by fewer than {percent} % of their readers; the least read:",
                    many,
                    percent=BADLY_READ,
                )
            )
        title = words("Documents to approve, overdue, badly read; proposals of readers")
        return AgendaPoint(title, 10, tuple(said), columns if rows else (), tuple(rows))

    def _outside(self) -> AgendaPoint:
        pack, words = self._pack, self._words
        columns = (words("Reference"), words("Title"), words("Edition"), words("To be checked on"))
        rows = tuple(
            (each.reference, each.title, each.present_edition or "–", words.date(each.next_check))
            for each in pack.external
        )
        said = () if rows else (words("No outside text is to be checked before the meeting."),)
        return AgendaPoint(words("News from outside"), 5, said, columns if rows else (), rows)

    def _plan(self) -> AgendaPoint:
        plan, words = self._pack.plan, self._words
        still = words.count("{n} action in progress", "{n} actions in progress", plan.open)
        late = words.count("{n} of them is late", "{n} of them are late", plan.late)
        alone = words.count("{n} has no pilot", "{n} have no pilot", plan.without_pilot)
        done = words.count(
            "{n} was done since the last meeting", "{n} were done since the last meeting", plan.closed_since
        )
        to_check = words.count(
            "{n} waits for a check of its effect", "{n} wait for a check of their effect", plan.to_check
        )
        parts = [still, *([late] if plan.late else []), *([alone] if plan.without_pilot else [])]
        said = (", ".join(parts) + ".", ", ".join([done, *([to_check] if plan.to_check else [])]) + ".")
        return AgendaPoint(words("Choices in the action plan"), 15, said)

    def _telling(self) -> AgendaPoint:
        pack, words = self._pack, self._words
        said = tuple(f"{number} : {lesson}" for number, lesson in pack.lessons)
        none = (words("No lesson was written since the last meeting: what will the team and the users be told?"),)
        return AgendaPoint(words("What we tell the team and the users' council"), 5, said or none)

    def _next(self) -> AgendaPoint:
        pack, words = self._pack, self._words
        following = (
            words("Next meeting: {day}", day=words.date(pack.following.day))
            if pack.following
            else words("No later meeting is planned: add one to the register.")
        )
        return AgendaPoint(words("Next date, subjects put off"), 5, (following,))

    def _type(self, kind: Worded | None) -> str:
        return worded(kind, self._words) if kind else self._words("no type")

    def _percent(self, value: float | None) -> str:
        return "–" if value is None else f"{self._words.number(round(value))} %"

    def _list(self, counted: Iterable[tuple[str, int]]) -> str:
        return ", ".join(f"{name} ({number})" for name, number in counted) + "."


def minutes_text(
    meeting: Meeting,
    decisions: Iterable[tuple[str, str, dt.date | None, str]],
    organisation: Organisation,
    words: Translator,
) -> str:
    """The minutes as the body of a text: who came by role, what was on the agenda, what was decided.

    Args:
        decisions: each with the name of its pilot, its day and the number of its action.
    """
    lines = [f"## {words('Who was there')}", "", _attendance(meeting.present, organisation, words)]
    if meeting.excused:
        lines += ["", words("Excused: {people}", people=_attendance(meeting.excused, organisation, words))]
    if meeting.agenda:
        lines += ["", f"## {words('Agenda')}", "", *(f"{n}. {each}" for n, each in enumerate(meeting.agenda, 1))]
    headings = (words("Decision"), words("Pilot"), words("Due"), words("Action"))
    lines += ["", f"## {words('Decisions')}", "", _line(headings), _line(("---",) * len(headings))]
    for text, pilot, due, number in decisions:
        lines.append(_line((text, pilot or "–", words.date(due), number or "–")))
    number, held = meeting.number, words.date(meeting.day)
    followed = words("The actions are followed in the plan, source {number} ({day}).", number=number, day=held)
    lines += ["", f"## {words('Follow-up')}", "", followed]
    return "\n".join(lines) + "\n"


def _attendance(people: Iterable[str], organisation: Organisation, words: Translator) -> str:
    """How many, and their roles: minutes are read by everyone, names stay in the register."""
    listed = tuple(people)
    known = [organisation.person[each].roles[:1] for each in listed if each in organisation.person]
    roles = dict.fromkeys(organisation.title_of_role(role) for first in known for role in first)
    count = words.count("{n} person", "{n} people", len(listed))
    return f"{count} ({', '.join(roles)})" if roles else count


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "/") for cell in cells) + " |"
