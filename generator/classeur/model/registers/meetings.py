"""The meetings of the year: planned, held, and what they decided."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from classeur.model.registers.rows import Closing, Column, Row, register
from classeur.model.registers.values import Count, Names, RegisterDay, Sentences, Worded
from classeur.model.typed import Choice, Text


class MeetingKind(Worded):
    """Which meeting."""

    CIRCLE = "circle", "Cercle EPP"
    STEERING = "steering", "COPIL"
    MANAGEMENT_REVIEW = "management_review", "Revue de direction"
    PROCESS_REVIEW = "process_review", "Revue de processus"
    CVS = "cvs", "CVS"
    TEAM = "team", "Réunion d'équipe"
    OTHER = "other", "Autre"


@register(
    "meetings",
    "Réunions",
    shown=("kind", "planned_on", "held_on", "decisions"),
    closings=(Closing("decisions", "held_on"), Closing("cancelled")),
)
class Meeting(Row):
    """One meeting.

    Attributes:
        planned_on: its day in the year's calendar; `moved_to` the day to which it was put off.
        cancelled: why it will not be held.
        decisions: in sentences; each that somebody must carry out is an action whose source is this meeting.
        minutes: the reference of the minutes.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    kind: Annotated[Choice[MeetingKind], Column("Réunion", "Type")] = MeetingKind.CIRCLE
    planned_on: Annotated[RegisterDay, Column("Prévue le", "Date prévue")]
    time: Annotated[Text, Column("Heure")] = ""
    minutes_long: Annotated[Count | None, Column("Durée en minutes", "Durée")] = None
    place: Annotated[Text, Column("Lieu")] = ""
    moved_to: Annotated[RegisterDay | None, Column("Reportée au")] = None
    held_on: Annotated[RegisterDay | None, Column("Tenue le")] = None
    cancelled: Annotated[Text, Column("Annulée : motif", "Motif d'annulation")] = ""
    present: Annotated[Names, Column("Présents")] = ()
    excused: Annotated[Names, Column("Excusés")] = ()
    agenda: Annotated[Sentences, Column("Ordre du jour")] = ()
    decisions: Annotated[Sentences, Column("Décisions")] = ()
    minutes: Annotated[Text, Column("Compte rendu")] = ""

    @property
    def day(self) -> dt.date:
        """The day it was held, else the day it is to be held."""
        return self.held_on or self.moved_to or self.planned_on

    @property
    def year(self) -> int:
        """The year in whose calendar it stands."""
        return self.planned_on.year

    def is_missed(self, today: dt.date) -> bool:
        """Whether its day has passed without being held, put off or cancelled."""
        return self.held_on is None and not self.cancelled and (self.moved_to or self.planned_on) < today
