"""What the search knows of each page."""

from __future__ import annotations

import html
import re

from classeur.model.binder import Binder
from classeur.model.documents import Audience
from classeur.model.states import State
from classeur.views.addresses import document_page
from classeur.views.process_page import ProcessPage
from classeur.views.shown import Shown
from classeur.wording.states import state_word
from classeur.wording.translator import Translator
from classeur.writers.search.index import SearchEntry, SearchPassage
from classeur.writers.site.texts import PageText

_DRAWING = re.compile(r"<(svg|style)\b.*?</\1>", re.S)
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


def document_entry(binder: Binder, each: Shown, text: PageText, words: Translator) -> SearchEntry:
    """A document, cut at its headings."""
    document = each.document
    header, kind = document.header, binder.kind_of(document)
    audience = header.audience or Audience()
    passages = [SearchPassage(section.heading, section.anchor, plain_text(section.html)) for section in text.sections]
    if header.summary:
        passages.append(SearchPassage("", "", header.summary))
    return SearchEntry(
        reference=header.reference,
        title=header.title,
        url=document_page(header.reference),
        kind=kind.title if kind else header.kind,
        processes=header.processes,
        units=audience.units or (),
        state=_state(binder, each, words),
        synonyms=header.synonyms,
        keywords=header.keywords,
        passages=tuple(passages),
        priority=1 if kind and kind.critical else 0,
    )


def _state(binder: Binder, each: Shown, words: Translator) -> str:
    """The state in words that stay true when the day of a coming version has come: the index has no clock."""
    state = binder.state_of(each.document)
    if state is State.APPROVED and each.release is not None:
        return words("in force from {day}", day=words.date(each.release.effective_from))
    return state_word(state, words)


def process_entry(view: ProcessPage, address: str) -> SearchEntry:
    """The page of a process: no document of its own, found by its code, its title and what it exchanges."""
    exchanged = ". ".join(line.what for line in (*view.sipoc.inputs, *view.sipoc.outputs))
    measured = ". ".join(indicator.title for indicator in view.indicators)
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
        passages=(SearchPassage("", "", f"{view.purpose} {exchanged}. {measured}."),),
        priority=0,
    )


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, without its drawings."""
    return " ".join(html.unescape(_TAG.sub(" ", _DRAWING.sub(" ", markup))).split())
