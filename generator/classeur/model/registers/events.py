"""The register of adverse events: facts without any name, their rating, and what was learned."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from classeur.model.registers.rows import Closing, Column, Row, register
from classeur.model.registers.values import Grade, Names, RegisterDay, Worded
from classeur.model.typed import Choice, Text, YesNo

ALWAYS_ANALYSED_FROM = 4
"""A severity of 4 or 5 is always analysed, however rare."""

ACCEPTABLE_UP_TO, WATCHED_UP_TO = 5, 12
"""Criticality: 1 to 5 acceptable, 6 to 12 to be watched, beyond unacceptable."""


class Concerned(Worded):
    """Who is concerned, by category: never a name."""

    PATIENT = "patient", "Patient"
    RELATIVE = "relative", "Proche ou visiteur"
    STAFF = "staff", "Professionnel"
    NOBODY = "nobody", "Aucune personne"


class EventType(Worded):
    """What an event is about, the nearest one."""

    CARE = "care", "Soin et médicament"
    IDENTITY = "identity", "Identité"
    FALL = "fall", "Chute"
    AGGRESSION = "aggression", "Agression"
    RIGHTS = "rights", "Droits et bientraitance"
    PREMISES = "premises", "Matériel et locaux"
    DATA = "data", "Données et informatique"
    ORGANISATION = "organisation", "Organisation"
    OCCUPATIONAL = "occupational", "Risque professionnel"
    ENVIRONMENT = "environment", "Environnement"


class Zone(Worded):
    """What a criticality calls for."""

    ACCEPTABLE = "acceptable", "Acceptable"
    WATCHED = "watched", "À surveiller"
    UNACCEPTABLE = "unacceptable", "Inacceptable"


def zone_of(criticality: int) -> Zone:
    """The zone of a criticality, severity times frequency."""
    if criticality <= ACCEPTABLE_UP_TO:
        return Zone.ACCEPTABLE
    return Zone.WATCHED if criticality <= WATCHED_UP_TO else Zone.UNACCEPTABLE


@register(
    "events",
    "Événements indésirables",
    confidential=True,
    shown=("date", "type", "facts", "severity", "frequency", "feedback_on", "closed_on"),
    closings=(Closing("effect", "closed_on", after=("feedback_on",)),),
)
class Event(Row):
    """One event. Its texts name nobody: people are told by category, colleagues by their role.

    Attributes:
        near_miss: whether it was stopped in time.
        informed: who was told, by category or role.
        declared: to which authority it was declared, and when.
        feedback_on: the day on which the reporter was answered.
        lessons: what the team learned; the only text of an event that is published, with its type.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    date: Annotated[RegisterDay, Column("Date", "Date du fait")]
    time: Annotated[Text, Column("Heure")] = ""
    reported_on: Annotated[RegisterDay | None, Column("Signalé le", "Date de réception")] = None
    place: Annotated[Text, Column("Lieu")] = ""
    unit: Annotated[Text, Column("Unité", "Service")] = ""
    process: Annotated[Text, Column("Processus")] = ""
    concerned: Annotated[Choice[Concerned] | None, Column("Personne concernée", "Concerne")] = None
    type: Annotated[Choice[EventType] | None, Column("Type")] = None
    near_miss: Annotated[YesNo, Column("Évité de justesse", "Presque accident")] = False
    facts: Annotated[Text, Column("Faits")] = ""
    measures: Annotated[Text, Column("Mesures immédiates")] = ""
    actual_consequences: Annotated[Text, Column("Conséquences réelles")] = ""
    possible_consequences: Annotated[Text, Column("Conséquences possibles")] = ""
    care_related: Annotated[YesNo, Column("Lié à un soin")] = False
    informed: Annotated[Text, Column("Personnes informées")] = ""
    severity: Annotated[Grade | None, Column("Gravité")] = None
    frequency: Annotated[Grade | None, Column("Fréquence")] = None
    method: Annotated[Text, Column("Méthode d'analyse")] = ""
    analysed_on: Annotated[RegisterDay | None, Column("Analysé le")] = None
    causes: Annotated[Text, Column("Causes")] = ""
    declared: Annotated[Text, Column("Déclaré à")] = ""
    actions: Annotated[Names, Column("Actions")] = ()
    documents: Annotated[Names, Column("Documents")] = ()
    feedback_on: Annotated[RegisterDay | None, Column("Retour au déclarant le", "Retour le")] = None
    closed_on: Annotated[RegisterDay | None, Column("Clos le")] = None
    effect: Annotated[Text, Column("Efficacité")] = ""
    lessons: Annotated[Text, Column("Retour d'expérience", "REX")] = ""

    @property
    def known_on(self) -> dt.date:
        """The day on which the house knew of it: the delays are counted from there."""
        return self.reported_on or self.date

    @property
    def criticality(self) -> int | None:
        """Severity times frequency; None while it is not rated."""
        return self.severity * self.frequency if self.severity and self.frequency else None

    @property
    def zone(self) -> Zone | None:
        """What its criticality calls for; None while it is not rated."""
        return zone_of(self.criticality) if self.criticality else None

    @property
    def must_be_analysed(self) -> bool:
        """Whether its severity or its criticality asks for an analysis."""
        return (self.severity or 0) >= ALWAYS_ANALYSED_FROM or self.zone is Zone.UNACCEPTABLE

    @property
    def is_analysed(self) -> bool:
        """Whether somebody wrote when it was analysed and what was found."""
        return self.analysed_on is not None and bool(self.causes)

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Everything that was typed freely, by key: none of it may name somebody."""
        return tuple((key, str(getattr(self, key))) for key in _FREE_TEXTS if getattr(self, key))


_FREE_TEXTS = (
    *("place", "facts", "measures", "actual_consequences", "possible_consequences", "informed", "method", "causes"),
    *("declared", "effect", "lessons"),
)
