"""The journal in sentences: who did what to which text."""

from __future__ import annotations

import datetime as dt

from classeur.model.journal import Assurance, EntryKind, JournalEntry, ReviewOutcome, SignStep, Verdict
from classeur.wording.translator import Translator


def entry_sentence(entry: JournalEntry, words: Translator) -> str:
    """An entry told to a person: the act, its reason, and how sure it is that this person did it."""
    said = _act(entry, words)
    reason = _text(entry, "reason")
    if reason:
        said = words("{sentence} Reason: {reason}", sentence=said, reason=reason)
    if entry.kind is EntryKind.GENESIS:
        return said
    notes = [assurance_word(entry.actor.assurance, words)]
    if entry.actor.on_behalf_of:
        notes.insert(0, words("by delegation of {person}", person=entry.actor.on_behalf_of_name))
    return f"{said} ({', '.join(notes)})"


def assurance_word(assurance: Assurance, words: Translator) -> str:
    """How sure it is who acted, in a word."""
    return {
        Assurance.AUTHENTICATED: words("identity checked by the server"),
        Assurance.ATTRIBUTED: words("attributed by the account"),
        Assurance.CLAIMED: words("name as typed"),
    }[assurance]


def _act(entry: JournalEntry, words: Translator) -> str:
    person = entry.actor.name or entry.actor.id
    if entry.actor.role_title:
        person = f"{person} ({entry.actor.role_title})"
    text = f"{entry.reference} {entry.version}" if entry.version else entry.reference
    match entry.kind:
        case EntryKind.SUBMIT:
            return words("{person} submits {text}.", person=person, text=text)
        case EntryKind.SIGN:
            return _signature(entry, person, text, words)
        case EntryKind.RELEASE:
            day = words.date(_day(entry, "effective_from"))
            return words("{person} releases {text}, in force from {day}.", person=person, text=text, day=day)
        case EntryKind.ADOPT:
            return _adoption(entry, person, text, words)
        case EntryKind.REVIEW:
            return _review(entry, person, text, words)
        case _:
            return _life(entry, person, text, words)


def _life(entry: JournalEntry, person: str, text: str, words: Translator) -> str:
    match entry.kind:
        case EntryKind.SUSPEND:
            return words("{person} suspends {text}.", person=person, text=text)
        case EntryKind.RESUME:
            return words("{person} puts {text} back in force.", person=person, text=text)
        case EntryKind.WITHDRAW:
            return _withdrawal(entry, person, text, words)
        case EntryKind.ABANDON:
            return words("{person} abandons {text}.", person=person, text=text)
        case EntryKind.REASSIGN:
            return words("{person} gives {text} to {owner}.", person=person, text=text, owner=_text(entry, "to"))
        case EntryKind.RENUMBER:
            old, new = entry.reference, _text(entry, "to")
            return words("{person} renumbers {old}: now {new}.", person=person, old=old, new=new)
        case EntryKind.GENESIS:
            return words("The journal begins.")
        case EntryKind.JOIN:
            return words("{person} joins two ends of the journal.", person=person)
        case EntryKind.ANCHOR:
            return words("{person} leaves the head of the journal elsewhere.", person=person)
        case EntryKind.INCIDENT:
            return _repair(entry, person, words)
        case _:
            return words("{person} erases files of {text}.", person=person, text=text)


def _repair(entry: JournalEntry, person: str, words: Translator) -> str:
    moved, restored = (len(entry.details.get(name) or ()) for name in ("moved", "restored"))
    done = [
        words.count("{n} file set aside", "{n} files set aside", moved) if moved else "",
        words.count("{n} restored", "{n} restored", restored) if restored else "",
    ]
    told = ", ".join(each for each in done if each)
    if not told:
        return words("{person} repairs the ledger.", person=person)
    return words("{person} repairs the ledger: {done}.", person=person, done=told)


def _signature(entry: JournalEntry, person: str, text: str, words: Translator) -> str:
    is_validation = _text(entry, "step") == SignStep.VALIDATION.value
    if _text(entry, "verdict") == Verdict.REFUSED.value:
        if is_validation:
            return words("{person} refuses to validate {text}.", person=person, text=text)
        return words("{person} refuses to approve {text}.", person=person, text=text)
    if is_validation:
        return words("{person} validates {text}.", person=person, text=text)
    return words("{person} approves {text}.", person=person, text=text)


def _adoption(entry: JournalEntry, person: str, text: str, words: Translator) -> str:
    return words(
        "{person} takes over {text}, approved on {day} by {approver} ({evidence}).",
        person=person,
        text=text,
        day=words.date(_day(entry, "approved_on")),
        approver=_text(entry, "approved_by_name") or _text(entry, "approved_by"),
        evidence=_text(entry, "evidence"),
    )


def _review(entry: JournalEntry, person: str, text: str, words: Translator) -> str:
    outcome = _text(entry, "outcome")
    if outcome == ReviewOutcome.REVISE.value:
        return words("{person} reviews {text}: to be revised.", person=person, text=text)
    if outcome == ReviewOutcome.WITHDRAW.value:
        return words("{person} reviews {text}: to be withdrawn.", person=person, text=text)
    sources = ", ".join(str(each) for each in entry.details.get("sources", ()))
    if sources:
        return words("{person} looks at {sources}: no effect on {text}.", person=person, sources=sources, text=text)
    return words("{person} reviews {text}: kept.", person=person, text=text)


def _withdrawal(entry: JournalEntry, person: str, text: str, words: Translator) -> str:
    restored = _text(entry, "restored")
    if restored:
        return words(
            "{person} withdraws {text}; version {version} is in force again.",
            person=person,
            text=text,
            version=restored,
        )
    others = ", ".join(str(each) for each in entry.details.get("replaced_by", ()))
    if others:
        return words("{person} withdraws {text}, replaced by {others}.", person=person, text=text, others=others)
    return words("{person} withdraws {text}.", person=person, text=text)


def _text(entry: JournalEntry, name: str) -> str:
    value = entry.details.get(name)
    return str(value) if value is not None else ""


def _day(entry: JournalEntry, name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(_text(entry, name))
    except ValueError:
        return None
