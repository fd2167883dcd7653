"""A site for people outside the house: what is confidential is not in it, nor what only the team needs.

Doubt leaves out. A document is confidential when its working text or any of its released texts says so, or when one of
these texts could not be read: nobody knows then what it said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.glossary import Term
from classeur.model.journal import JournalEntry
from classeur.model.ledger import Ledger
from classeur.model.organisation import Organisation
from classeur.model.registers.rows import Registers
from classeur.views.public_glossary import public_glossary
from classeur.views.shown import pages_by_path

_NAMES_OTHERS = ("supersedes", "replaced_by", "sources")
"""What an entry says of other documents, as lists of references."""

_DISTINCTIVE = 15
"""A title of so many characters is no chance meeting of words: it is veiled where a text quotes it."""

_TAG = re.compile(r"(<[^<>]*>)")
_VARIANTS = {"'": "(?:'|’|&#39;|&#x27;|&rsquo;)", '"': '(?:"|&quot;|&#34;|\\\\")', "&": "(?:&amp;|&)", " ": r"\s+",
             "<": "(?:<|&lt;)", ">": "(?:>|&gt;)"}  # fmt: skip
"""The ways in which a character of a title is written in a page."""


class SiteAudience(StrEnum):
    """For whom a site is built."""

    INTERNAL = "internal"
    PUBLIC = "public"


@dataclass(frozen=True)
class Veil:
    """What a site must not say, and the words that stand in its place.

    Attributes:
        references: every reference, present or former, of the documents left out.
        titles: every title that they had.
        paths: every place of the house where their texts stood.
        word: what is read instead, such as « document interne ».
    """

    references: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    paths: frozenset[PurePosixPath] = frozenset()
    word: str = ""

    def over(self, text: str) -> str:
        """The text without a reference or a distinctive title of what is left out; inside tags, without a space."""
        if self._pattern is None or not self._pattern.search(text):
            return text
        inside = re.sub(r"\W+", "-", self.word)
        pieces = _TAG.split(text)
        return "".join(
            self._pattern.sub(inside if number % 2 else self.word, piece) for number, piece in enumerate(pieces)
        )

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        titles = [title for title in self.titles if len(title) >= _DISTINCTIVE]
        named = [re.escape(reference) for reference in self.references] + [_as_written(title) for title in titles]
        longest = sorted(named, key=lambda each: (-len(each), each))
        return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w|-\w)", re.IGNORECASE) if named else None


NOTHING_HIDDEN = Veil()


@dataclass(frozen=True)
class PublicHouse:
    """A house without what is confidential, and the veil over what still speaks of it."""

    binder: Binder
    veil: Veil = field(default=NOTHING_HIDDEN)


def confidential(binder: Binder) -> frozenset[str]:
    """The present references of the documents that a public site leaves out."""
    ledger = binder.ledger
    said = [(document.reference, document.header.confidential) for document in binder.documents]
    for history in ledger.histories.values():
        for release in history.releases:
            text = ledger.text(release)
            said.append((history.reference, text is None or text.header.confidential))
    return frozenset(ledger.present(reference) for reference, is_hidden in said if is_hidden)


def for_the_public(binder: Binder, word: str) -> PublicHouse:
    """The house as people outside may see it.

    Nobody's e-mail, leave or account is in it, nor any register; the names of those who wrote and signed stay, as on
    paper.
    """
    hidden = confidential(binder)
    organisation = _without_personal_data(binder.organisation)
    documents = tuple(each for each in binder.documents if binder.ledger.present(each.reference) not in hidden)
    ledger = _ledger(binder.ledger, hidden)
    if ledger.is_empty and not binder.ledger.is_empty:  # all that was released is confidential: drafts stay drafts
        documents = ()
    shown = {document.reference for document in documents} | set(ledger.histories)
    processes = tuple(each for each in binder.processes if each.reference in shown)
    house = replace(
        binder,
        organisation=organisation,
        documents=documents,
        processes=processes,
        ledger=ledger,
        unread=frozenset(),
        glossary=_glossary(binder, hidden, (*documents, *ledger.texts.values())) if hidden else binder.glossary,
        waivers=(),
        registers=Registers(),
    )
    return PublicHouse(house, _veil(binder, hidden, word))


def _glossary(binder: Binder, hidden: frozenset[str], told: Iterable[Document]) -> tuple[Term, ...]:
    ledger = binder.ledger
    releases = [release for name in hidden for release in ledger.history(name).releases]
    read = [ledger.text(release) for release in releases]
    working = [each for each in binder.documents if ledger.present(each.reference) in hidden]
    texts = [*working, *filter(None, read)]
    return public_glossary(binder.glossary, told, texts, is_all_read=None not in read)


def _veil(binder: Binder, hidden: frozenset[str], word: str) -> Veil:
    ledger = binder.ledger
    former = {old for old, new in ledger.renumbered.items() if new in hidden}
    texts = [each for each in (*binder.documents, *ledger.texts.values()) if ledger.present(each.reference) in hidden]
    told = {release.detail("title") for name in hidden for release in ledger.history(name).releases}
    paths = {path for path, reference in pages_by_path(binder).items() if reference in hidden}
    return Veil(
        references=hidden | former,
        titles=frozenset({each.header.title for each in texts} | told) - {""},
        paths=frozenset(paths | {each.path for each in texts}),
        word=word,
    )


def _ledger(ledger: Ledger, hidden: frozenset[str]) -> Ledger:
    """The journal without the entries of these documents; its head stays that of the whole."""
    entries = tuple(_entry(e, ledger, hidden) for e in ledger.entries if ledger.present(e.reference) not in hidden)
    texts = {key: text for key, text in ledger.texts.items() if ledger.present(key[0]) not in hidden}
    return replace(ledger, entries=entries, texts=texts)


def _entry(entry: JournalEntry, ledger: Ledger, hidden: frozenset[str]) -> JournalEntry:
    named = {name: entry.details[name] for name in _NAMES_OTHERS if entry.details.get(name)}
    kept = {name: _others(others, ledger, hidden) for name, others in named.items()}
    return replace(entry, details={**entry.details, **kept}) if kept != named else entry


def _others(references: Iterable[object], ledger: Ledger, hidden: frozenset[str]) -> list[object]:
    return [each for each in references if ledger.present(str(each)) not in hidden]


def _without_personal_data(organisation: Organisation) -> Organisation:
    people = tuple(person.model_copy(update={"email": "", "leaves": ()}) for person in organisation.people)
    return replace(organisation, people=people, accounts=(), delegations=(), paths=())


def _as_written(title: str) -> str:
    """A title as a pattern, whatever way a page writes its apostrophes and spaces."""
    return "".join(_VARIANTS.get(sign, re.escape(sign)) for sign in " ".join(title.split()))
