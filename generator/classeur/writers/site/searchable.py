"""What the search knows of each page."""

from __future__ import annotations

import html
import re

from classeur.model.binder import Binder
from classeur.model.documents import Audience, Document
from classeur.views.addresses import document_page
from classeur.views.process_page import ProcessPage
from classeur.wording.states import state_word
from classeur.wording.translator import Translator
from classeur.writers.search.index import SearchEntry, SearchPassage
from classeur.writers.site.texts import PageText

_DRAWING = re.compile(r"<(svg|style)\b.*?</\1>", re.S)
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


def document_entry(binder: Binder, document: Document, text: PageText, words: Translator) -> SearchEntry:
    """A document, cut at its headings."""
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
        state=state_word(binder.state_of(document), words),
        synonyms=header.synonyms,
        keywords=header.keywords,
        passages=tuple(passages),
        priority=1 if kind and kind.critical else 0,
    )


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
