"""What the search knows of each page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from classeur.model.binder import Binder
from classeur.model.documents import Audience
from classeur.model.organisation import Kind
from classeur.model.states import State
from classeur.views.addresses import SEARCH_WORDS, document_page
from classeur.views.contact import contact
from classeur.views.process_page import ProcessPage
from classeur.views.public_site import NOTHING_HIDDEN, Veil
from classeur.views.shown import Shown
from classeur.wording.states import state_word
from classeur.wording.translator import Translator
from classeur.writers.search.index import SearchEntry, SearchPassage
from classeur.writers.site.texts import PageText

_DRAWING = re.compile(r"<(svg|style)\b.*?</\1>", re.S)
_ABBREVIATION = re.compile(r"</?abbr\b[^<>]*>")
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


@dataclass(frozen=True)
class FoundDocument:
    """All that the search says of a document comes from this."""

    each: Shown
    text: PageText
    kind: Kind | None
    state: State
    words: Translator


def document_entry(found: FoundDocument) -> SearchEntry:
    """A document, cut at its headings."""
    header, kind = found.each.document.header, found.kind
    audience = header.audience or Audience()
    sections = found.text.sections
    passages = [SearchPassage(section.heading, section.anchor, plain_text(section.html)) for section in sections]
    if header.summary:
        passages.append(SearchPassage("", "", header.summary))
    return SearchEntry(
        reference=header.reference,
        title=header.title,
        url=document_page(header.reference),
        kind=kind.title if kind else header.kind,
        processes=header.processes,
        units=audience.units or (),
        state=_state(found),
        synonyms=header.synonyms,
        keywords=header.keywords,
        passages=tuple(passages),
        priority=1 if kind and kind.critical else 0,
    )


def _state(found: FoundDocument) -> str:
    """The state in words that stay true when the day of a coming version has come: the index has no clock."""
    release, words = found.each.release, found.words
    if found.state is State.APPROVED and release is not None:
        return words("in force from {day}", day=words.date(release.effective_from))
    return state_word(found.state, words)


def process_entry(view: ProcessPage, address: str) -> SearchEntry:
    """The page of a process: no document of its own, found by its code, its title and what it exchanges."""
    exchanged = [line.what for line in (*view.sipoc.inputs, *view.sipoc.outputs)]
    measured = [indicator.title for indicator in view.indicators]
    told = "".join(f" {each}." for each in (*exchanged, *measured))
    return SearchEntry(
        reference=None,
        title=f"{view.code} {view.title}",
        url=address,
        kind="",
        processes=(view.code,),
        units=(),
        state="",
        synonyms=(),
        keywords=(),
        passages=(SearchPassage("", "", f"{view.purpose}{told}"),),
        priority=0,
    )


def veiled_entry(entry: SearchEntry, veil: Veil) -> SearchEntry:
    """The same without a word of what the site must not say."""
    if veil == NOTHING_HIDDEN:
        return entry
    passages = [SearchPassage(veil.over(p.heading), p.anchor, veil.over(p.text)) for p in entry.passages]
    return replace(
        entry,
        title=veil.over(entry.title),
        synonyms=tuple(map(veil.over, entry.synonyms)),
        keywords=tuple(map(veil.over, entry.keywords)),
        passages=tuple(passages),
    )


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, without its drawings."""
    return " ".join(html.unescape(_TAG.sub(" ", _DRAWING.sub(" ", _ABBREVIATION.sub("", markup)))).split())


def filter_titles(binder: Binder) -> Mapping[str, str]:
    """What the filters of the search call a process or a unit."""
    processes = {code: f"{code} {process.title}" for code, process in binder.process.items()}
    return {unit.id: unit.title for unit in binder.organisation.units} | processes


def search_words(binder: Binder, words: Translator) -> dict[str, bytes]:
    """The words of the search box, in the reader's language, and whom to ask when nothing is found."""
    said = {
        "one": words("1 result"),
        "many": words("{count} results"),
        "list": words("Results of the search"),
        "none": words("No result for “{query}”."),
        "noneHere": words("No result for “{query}” with these filters."),
        "suggest": words("Did you mean:"),
        "corrected": words("Also looked for: {words}."),
        "explained": words("{term}: {meaning}"),
        "all": words("See all results"),
        "loading": words("Searching…"),
        "failed": words("The search cannot be read. Load the page again, or go through the menu."),
        "kind": words("Kind"),
        "process": words("Process"),
        "unit": words("Unit"),
        "any": words("{facet}: all"),
        "everything": words("Take the filters away"),
        "ask": words("Nothing that helps? Write to {name} ({address})"),
        "subject": words("Looked for on the intranet without finding it: {query}"),
    }
    person = contact(binder)
    if person:
        said |= {"contactName": person.name, "contactAddress": person.email}
    text = json.dumps(said, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c")
    return {SEARCH_WORDS: f"window.classeurSearchWords = {text};\n".encode("ascii")}
