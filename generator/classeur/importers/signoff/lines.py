"""What a filled sheet or an e-mail says, before anybody knows whether it holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from classeur.model.confirmations import Means
from classeur.model.findings import Fault, Location
from classeur.model.registers.rows import Column, RegisterType, Row
from classeur.model.registers.values import RegisterDay
from classeur.model.typed import ReferenceText, Text, VersionText


class SignOffRow(Row):
    """One line of a sign-off sheet: a person and a version; a line without a day was not read."""

    reference: Annotated[ReferenceText, Column("Référence", "Ref")]
    version: Annotated[VersionText, Column("Version")]
    title: Annotated[Text, Column("Titre")] = ""
    person: Annotated[Text, Column("Identifiant", "Id")] = ""
    name: Annotated[Text, Column("Nom", "Prénom et nom", "Lecteur", "Personne")] = ""
    read_on: Annotated[RegisterDay | None, Column("Lu le", "Lu et compris le", "Date", "Date de lecture")] = None
    signature: Annotated[Text, Column("Signature", "Visa")] = ""
    digest: Annotated[Text, Column("Empreinte")] = ""
    organisation: Annotated[Text, Column("Établissement", "Organisme", "Organisation")] = ""
    stage: Annotated[Text, Column("Étape")] = ""
    minutes: Annotated[Text, Column("Minutes")] = ""


SIGN_OFF = RegisterType("sign-off", "Feuille d'émargement", SignOffRow, ("reference", "version", "person", "name"))
"""The columns of a sheet, in the order in which they are written."""


@dataclass(frozen=True)
class SignOffLine:
    """Somebody says to have read a version.

    Attributes:
        person: an id as typed; empty when only the name or the address is known.
        email: the address of the sender of an e-mail.
        organisation: the one that the sheet names; empty when it names none.
    """

    reference: str
    version: str
    digest: str
    person: str
    name: str
    email: str
    on: dt.date
    means: Means
    where: Location
    organisation: str = ""


@dataclass(frozen=True)
class SignOffRead:
    """What one file holds, and what is wrong in it."""

    lines: tuple[SignOffLine, ...] = ()
    faults: tuple[Fault, ...] = ()
