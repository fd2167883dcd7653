"""What changed between two texts, in sentences."""

from __future__ import annotations

import datetime as dt
import re

from classeur.model.comparison import BlockKind, Change, ChangeKind, Figure, figures
from classeur.wording.translator import Translator

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def change_sentence(change: Change, words: Translator) -> str:
    """One change told to a person: « étape 3 devenue étape 5 », « ligne 2 modifiée »."""
    place = _place(change, words)
    match change.kind:
        case ChangeKind.ADDED:
            return words("{place} added: “{text}”", place=place, text=change.after)
        case ChangeKind.REMOVED:
            return words("{place} removed: “{text}”", place=place, text=change.before)
        case ChangeKind.MOVED if change.is_step and change.rank_before != change.rank_after:
            return words(
                "step {old} has become step {new}: “{text}”",
                old=change.rank_before,
                new=change.rank_after,
                text=change.after,
            )
        case ChangeKind.MOVED:
            return words("{place} moved: “{text}”", place=place, text=change.after)
        case _:
            return words(
                "{place} changed: “{before}” → “{after}”", place=place, before=change.before, after=change.after
            )


def figure_sentences(change: Change) -> tuple[str, ...]:
    """The numbers that a change replaced: « délai : 48 h → 24 h »."""
    return tuple(_figure(figure) for figure in figures(change))


def field_word(field: str, words: Translator) -> str:
    """A front-matter field in the reader's words; the key itself where people know it by that name."""
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
        "supersedes": words("Replaces"),
        "reading": words("Reading"),
        "urgent": words("Emergency edition"),
        "until": words("end of the emergency edition"),
    }.get(field, field)


def field_value(value: str, words: Translator) -> str:
    """What stood in a field, as a person says it: « oui », « 10 mai 2026 »; a dash where nothing stood."""
    if value in ("true", "false"):
        return words("yes") if value == "true" else words("no")
    try:
        return words.date(dt.date.fromisoformat(value)) if _DAY.fullmatch(value) else value or "–"
    except ValueError:
        return value


def _figure(figure: Figure) -> str:
    label = f"{figure.label} : " if figure.label else ""
    return f"{label}{figure.before} → {figure.after}"


def _place(change: Change, words: Translator) -> str:
    rank = change.rank_after or change.rank_before
    match change.block:
        case BlockKind.ITEM if change.is_step:
            return words("step {rank}", rank=rank)
        case BlockKind.ITEM:
            return words("item of a list")
        case BlockKind.ROW:
            return words("row {rank} of a table", rank=rank)
        case BlockKind.HEADING:
            return words("heading")
        case BlockKind.PICTURE:
            return words("picture")
        case BlockKind.FENCE | BlockKind.CODE:
            return words("diagram or code")
        case _:
            return words("paragraph")
