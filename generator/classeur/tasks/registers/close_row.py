"""Ending a row: nothing is closed without what proves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.model.binder import Binder
from classeur.model.registers.events import Event
from classeur.model.registers.rows import Closing, RegisterType
from classeur.tasks.act import refusal
from classeur.tasks.registers.write_row import Changed, RowChange, plan_values
from classeur.wording.translator import Translator


def plan_close(
    root: Path,
    binder: Binder,
    kind: RegisterType,
    number: str,
    proofs: Mapping[str, str],
    day: dt.date,
    more: Mapping[str, str],
    words: Translator,
) -> Changed:
    """A row ended that day.

    Args:
        proofs: the sentences given, by column.
        more: other columns to fill in at once.

    Raises:
        ClasseurError: no such row, no proof, or something that must come before is missing.
    """
    row = binder.registers.by_name(kind.row).get(number)
    if row is None:
        raise ClasseurError(
            words("{number} is not in the register {register}.", number=number, register=kind.name),
            remedy=words("See: classeur {register} list", register=kind.name),
        )
    wanted = [closing for closing in kind.closings if closing.proof in proofs]
    kept = [closing for closing in kind.closings if getattr(row, closing.proof) and closing.proof in closing.keeps]
    if not wanted and not kept:
        options = ", ".join(f"--{closing.proof}" for closing in kind.closings)
        raise ClasseurError(
            words("Nothing is closed without a proof."),
            remedy=words("Give one of these: {options}.", options=options),
        )
    closing = (wanted or kept)[-1]
    values = {**_values(closing, proofs, day), **more, **proofs}
    for key in closing.after:
        if not getattr(row, kind.attribute(key)) and not values.get(key):
            column = kind.column_title(key, words.language)
            raise ClasseurError(
                words("{number} cannot be closed: {column} is missing.", number=number, column=column),
                remedy=words("Add: {option} …", option=_option(key, kind)),
            )
    change = plan_values(root, binder, row, values, words)
    if isinstance(change, RowChange) and isinstance(change.row, Event):
        event = change.row
        if event.must_be_analysed and not event.is_analysed:
            told = {"number": event.number, "severity": event.severity, "criticality": event.criticality or "–"}
            return refusal("RG034", row.place_of("severity"), **told, missing="analysed_on")
    return change


def _values(closing: Closing, proofs: Mapping[str, str], day: dt.date) -> dict[str, str]:
    values = dict(closing.sets)
    if closing.day:
        values[closing.day] = day.isoformat()
    return values


def _option(key: str, kind: RegisterType) -> str:
    proofs = {closing.proof for closing in kind.closings}
    return f"--{key.replace('_', '-')}" if key in proofs else f"--set {key}="
