"""A house looked at again: rules that judge each text by itself look only at the texts that have changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import is_not
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Fault, Finding
from classeur.rules.registry import CRASHED, Key, Rule, all_rules, checked, in_order, weighed

_Found = Mapping[Key, Finding]


@dataclass(frozen=True)
class Looked:
    """A house, and what the rules that judge each text by itself found in each of its texts, by path."""

    binder: Binder
    by_text: Mapping[PurePosixPath, _Found]


def look_again(
    binder: Binder, faults: Iterable[Fault], last: Looked | None = None
) -> tuple[tuple[Finding, ...], Looked | None]:
    """The findings of a house, as `run` gives them; and what the next look needs, None after a rule crashed.

    Args:
        last: the last look, at this house or another one.
    """
    rules = all_rules()
    alone = [each for each in rules.values() if each.of_one_text]
    changed = texts_to_judge(binder, last.binder) if last else None
    if last is None or changed is None:
        found, is_sound = _found(binder, alone, rules)
        by_text = _by_text(found)
    else:
        found, is_sound = _found(binder.going_through(changed), alone, rules) if changed else ({}, True)
        told = _by_text(found)
        by_text = {**last.by_text, **{document.path: told.get(document.path, {}) for document in changed}}
    if not is_sound:
        found, _ = _found(binder, rules.values(), rules)
        return in_order({**weighed(faults, rules, binder), **found}), None
    others, _ = _found(binder, [each for each in rules.values() if not each.of_one_text], rules)
    whole = weighed(faults, rules, binder) | others
    for each in by_text.values():
        whole |= each
    return in_order(whole), Looked(binder, by_text)


def texts_to_judge(binder: Binder, before: Binder) -> tuple[Document, ...] | None:
    """The texts that are not those of a house seen before; None when more than texts has changed, so that all are."""
    was, now = before.documents, binder.documents
    if len(was) != len(now) or before.organisation is not binder.organisation:
        return None
    if replace(before, documents=()) != replace(binder, documents=()):
        return None
    changed = [(old, new) for old, new in zip(was, now, strict=True) if is_not(old, new)]
    if any(_known_by(old) != _known_by(new) for old, new in changed):
        return None
    return tuple(new for _, new in changed)


def _known_by(document: Document) -> tuple[object, ...]:
    """What the other texts may ask of this one."""
    return document.path, document.reference, document.header.supersedes


def _found(binder: Binder, looking: Iterable[Rule], rules: Mapping[str, Rule]) -> tuple[dict[Key, Finding], bool]:
    """What these rules find, and whether none crashed."""
    faults = [fault for each in looking for fault in checked(each, binder)]
    return weighed(faults, rules, binder), not any(fault.code == CRASHED for fault in faults)


def _by_text(found: _Found) -> dict[PurePosixPath, _Found]:
    told: dict[PurePosixPath, dict[Key, Finding]] = {}
    for key, finding in found.items():
        told.setdefault(finding.where.path, {})[key] = finding
    return told  # type: ignore[return-value]
