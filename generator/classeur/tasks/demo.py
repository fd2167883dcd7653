"""The demonstration: a story of eighteen months told by the very tasks that people use.

Each act bears an instant and a person that the story gives, so that the ledger is made again byte for byte.
`python -m classeur.tasks.demo` plays it over the repository's own texts (`make demo`).
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.journal import Assurance, ReviewOutcome, SignStep
from classeur.tasks.act import ActPlan, Planned, Who, carry_out
from classeur.tasks.adopt import plan_adopt
from classeur.tasks.demo_story import STORY
from classeur.tasks.house import House, house_at
from classeur.tasks.init_folder import STARTER, init_folder
from classeur.tasks.lifecycle import plan_resume, plan_review, plan_suspend, plan_withdraw
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.tasks.reassign import plan_reassign
from classeur.tasks.release import plan_release
from classeur.tasks.sign import plan_sign
from classeur.tasks.story import Acted, Edited, Event, Removed, Written
from classeur.tasks.submit import plan_submit
from classeur.wording.rule_pages import told
from classeur.wording.translator import Translator, translator

BETWEEN = dt.timedelta(minutes=4)
"""From one document to the next of the same batch."""

RELEASES = "releases"
_FIRST_EDITION = re.compile(r"^version: 1\.0$", re.MULTILINE)


@dataclass(frozen=True)
class Moment:
    """One act about to be done."""

    house: House
    reference: str
    who: Who
    now: dt.datetime
    details: Mapping[str, str]
    words: Translator


def play(root: Path, words: Translator, story: tuple[Event, ...] = STORY) -> None:
    """Play a story over the texts of a house that has no ledger yet.

    Raises:
        ClasseurError: an act of the story is refused.
    """
    house: House | None = None
    for event in sorted(story, key=lambda each: each.at):
        if not isinstance(event, Acted):
            _write(root, event)
            house = None
            continue
        house = _act(house or house_at(root, event.at), event, words)
    shutil.rmtree(root / CACHE_FOLDER, ignore_errors=True)


def _act(house: House, event: Acted, words: Translator) -> House:
    now = event.at
    day = house.binder.ledger.local_day(now)
    house = replace(house, binder=replace(house.binder, today=day), known_findings=None)
    for reference in event.references:
        who = Who(_person(house, event, reference), Assurance.ATTRIBUTED)
        planned = ACTS[event.act](Moment(house, reference, who, now, event.details, words))
        if not isinstance(planned, ActPlan):
            reasons = "; ".join(f"{f.code} {f.where} {told(f, words.language).message}" for f in planned)
            raise ClasseurError(f"{event.act} {reference} {now:%Y-%m-%d}: {reasons}", remedy="demo_story.py")
        house = carry_out(planned, house, words)
        if planned.edits:
            house = house_at(house.root, now)
        now += BETWEEN
    return house


def _person(house: House, event: Acted, reference: str) -> str:
    """The person of the event: an id, or the writer, validator or approver that the text names."""
    document = house.binder.document(reference)
    if document is None or event.by not in ("writer", "validator", "approver"):
        return event.by
    named: tuple[str, ...] = getattr(document.header, event.by)
    return named[0]


def _sign(moment: Moment, step: SignStep) -> Planned:
    refused = moment.details.get("refuse", "")
    return plan_sign(moment.house, moment.reference, step, moment.who, moment.now, moment.words, refused)


def _review(moment: Moment) -> Planned:
    outcome, reason = ReviewOutcome(moment.details["outcome"]), moment.details["reason"]
    return plan_review(moment.house, moment.reference, outcome, moment.who, moment.now, moment.words, reason)


def _withdraw(moment: Moment) -> Planned:
    replaced = tuple(moment.details.get("replaced_by", "").split())
    reason = moment.details["reason"]
    return plan_withdraw(moment.house, moment.reference, moment.who, moment.now, moment.words, reason, replaced)


def _adopt(moment: Moment) -> Planned:
    details = moment.details
    day = dt.date.fromisoformat(details["approved_on"])
    return plan_adopt(
        moment.house,
        moment.reference,
        moment.who,
        moment.now,
        moment.words,
        approved_on=day,
        approved_by=details["approved_by"],
        evidence=details["evidence"],
    )


ACTS: Mapping[str, Callable[[Moment], Planned]] = {
    "submit": lambda m: plan_submit(m.house, m.reference, m.who, m.now, m.words),
    "validate": lambda m: _sign(m, SignStep.VALIDATION),
    "approve": lambda m: _sign(m, SignStep.APPROVAL),
    "release": lambda m: plan_release(m.house, m.reference, m.who, m.now, m.words),
    "adopt": _adopt,
    "review": _review,
    "suspend": lambda m: plan_suspend(m.house, m.reference, m.who, m.now, m.words, m.details["reason"]),
    "resume": lambda m: plan_resume(m.house, m.reference, m.who, m.now, m.words, m.details["reason"]),
    "withdraw": _withdraw,
    "reassign": lambda m: plan_reassign(m.house, m.reference, m.details["to"], m.who, m.now, m.words),
}


def _write(root: Path, event: Written | Edited | Removed) -> None:
    if isinstance(event, Written):
        (root / event.path).write_text(event.text, "utf-8", newline="\n")
    elif isinstance(event, Removed):
        (root / event.path).unlink()
    else:
        text = (root / event.path).read_text("utf-8")
        (root / event.path).write_text(edited(text, event), "utf-8", newline="\n")


def edited(text: str, event: Edited) -> str:
    """The text with its front-matter lines set and its passages replaced.

    Raises:
        ValueError: a passage does not stand in the text exactly once.
    """
    for key, value in event.header.items():
        line = f"{key}: {value}"
        text, found = re.subn(rf"^{key}:.*$", lambda _, line=line: line, text, count=1, flags=re.M)  # type: ignore[misc]
        if not found:
            text = text.replace("\nreading:", f"\n{line}\nreading:", 1)
    for before, after in event.passages:
        if text.count(before) != 1:
            raise ValueError(f"{event.path}: {text.count(before)} times: {before}")
        text = text.replace(before, after)
    return text


def make_again(root: Path, words: Translator) -> tuple[PurePosixPath, ...]:
    """Play the story over the first editions of the repository's own texts, and put the result in its place.

    A text that is still in its first edition may be corrected by hand before; one that has several is corrected by
    telling a new version in the story.
    """
    with tempfile.TemporaryDirectory() as folder:
        house = Path(folder, "house")
        init_folder(house, words)
        _take_corrections(root, house)
        play(house, words)
        shutil.rmtree(root / RELEASES, ignore_errors=True)
        shutil.rmtree(root / CACHE_FOLDER, ignore_errors=True)
        shutil.copytree(house / RELEASES, root / RELEASES)
        for name in STARTER:
            if (house / name).is_dir():
                shutil.copytree(house / name, root / name, dirs_exist_ok=True)
        return tuple(sorted(PurePosixPath(path.relative_to(house)) for path in house.rglob("*") if path.is_file()))


def _take_corrections(root: Path, house: Path) -> None:
    """A text that is still in its first edition may have been corrected since the story was last played."""
    for text in house.rglob("*.md"):
        ours = root / text.relative_to(house)
        if ours.is_file() and _FIRST_EDITION.search(ours.read_text("utf-8")):
            shutil.copyfile(ours, text)


if __name__ == "__main__":
    made = make_again(Path(__file__).parents[3], translator("fr"))
    sys.stdout.write(f"{len(made)} files\n")
