"""What changed between two texts, in sentences."""

from __future__ import annotations

from classeur.model.comparison import BlockKind, Change, ChangeKind, Figure, figures
from classeur.wording.translator import Translator


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
