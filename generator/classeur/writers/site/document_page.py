"""The page of a document: all that it depends on, and the values that its template lays out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from classeur.model.binder import Binder
from classeur.views import addresses
from classeur.views.banners import banners
from classeur.views.confirming import read_mail
from classeur.views.control_block import control_block
from classeur.views.document_brief import CONTENTS_FROM, document_brief
from classeur.views.proposals import ProposalLine
from classeur.views.reading_lists import DocumentReaders
from classeur.views.sheet_check import SheetMark
from classeur.views.shown import Shown
from classeur.views.timeline import Span, states_of
from classeur.wording.confirming import read_mail_address
from classeur.wording.improvement import improvement_mail
from classeur.wording.translator import Translator
from classeur.writers.site.sheet_code import sheet_code
from classeur.writers.site.texts import PageText


@dataclass(frozen=True)
class DocumentPage:
    """All that the page of one version, or of a working text, is made from.

    Attributes:
        house: what this page may know of the house (`page_house`).
        theme: its folder, as the titles of the house write these words.
        readers: who has read it, at the document's own address.
        counts_readings: whether the site says anything of who has read what.
        has_slip: the site has the slip on which a reader writes a proposal.
    """

    house: Binder
    each: Shown
    text: PageText
    spans: tuple[Span, ...]
    theme: str
    proposals: tuple[ProposalLine, ...]
    readers: DocumentReaders | None
    counts_readings: bool
    has_word_copies: bool
    has_slip: bool
    words: Translator


def document_values(page: DocumentPage) -> dict[str, Any]:
    """What the template `document` shows."""
    house, each, words = page.house, page.each, page.words
    states_here = states_of(each.release, page.spans) if each.release else ()
    block = control_block(house, each, states_here)
    brief = document_brief(house, each, page.has_word_copies)
    facts, site_url = block.facts, house.organisation.site_url
    sheet = SheetMark(block.reference, block.version, facts.short_digest) if facts else None
    headings = tuple(section for section in page.text.sections if section.level)
    mail = read_mail(house, each) if page.counts_readings else None
    return {
        "title": f"{block.reference} {block.title}",
        "block": block,
        "brief": brief,
        "has_slip": page.has_slip,
        "proposals": page.proposals,
        "mail": improvement_mail(brief.improvement, words) if brief.improvement else "",
        "read_mail": read_mail_address(mail, words) if mail else "",
        "readers": page.readers,
        "sheet": sheet,
        "code": sheet_code(sheet, site_url) if sheet else "",
        "code_opens": bool(sheet and sheet.address(site_url)),
        "contents": headings if len(headings) >= CONTENTS_FROM and not brief.is_card else (),
        "banners": banners(house, each, page.spans, states_here),
        "sections": page.text.sections,
        "theme": page.theme,
        "place": each.document.path.parts[0],
        "source": str(each.document.path),
        "is_watermarked": each.release is None and not house.ledger.is_empty,
        "home_page": addresses.document_page(each.reference),
        "has_ledger": not house.ledger.is_empty,
    }
