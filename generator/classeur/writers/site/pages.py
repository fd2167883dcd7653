"""One method a page: a view, a template, a place."""

from __future__ import annotations

from functools import partial
from collections.abc import Callable, Mapping
from typing import Any

from classeur.drawings.process_map import both
from classeur.drawings.sipoc import sipoc_svg
from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.processes import Family, Process
from classeur.rules.profiles import severity_in
from classeur.rules.registry import all_rules
from classeur.views import addresses
from classeur.views.banners import banners
from classeur.views.confirming import read_mail
from classeur.views.control_block import control_block
from classeur.views.discretion import discreet
from classeur.views.document_brief import CONTENTS_FROM, document_brief
from classeur.views.glossary import glossary_letters
from classeur.views.home import home
from classeur.views.lists import DocumentRow, MissingText, Theme, calendar, theme_of
from classeur.views.process_map import exchanges, process_map
from classeur.views.process_page import ProcessPage, matrix, process_addresses, process_view
from classeur.views.quality.process_part import ProcessPart
from classeur.views.reading_lists import document_readers
from classeur.views.proposals import proposals
from classeur.views.reading_rates import SiteReadings
from classeur.views.sheet_check import SheetMark
from classeur.views.shown import Shown
from classeur.views.timeline import Span, states_of
from classeur.wording import states
from classeur.wording.banners import banner_link, banner_sentence
from classeur.wording.confirming import read_mail_address
from classeur.wording.improvement import improvement_mail
from classeur.wording.journal import assurance_word
from classeur.wording.rule_pages import FAMILIES, page_of, severity_word, told
from classeur.wording.translator import Translator
from classeur.wording.values import worded
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.process_drawings import process_drawings
from classeur.writers.site.rule_page import rule_families
from classeur.writers.site.sheet_code import sheet_code
from classeur.writers.site.templates import Templates, heading, link_from
from classeur.writers.site.texts import PageText

_BANDS = tuple(Family)
THEMES_ON_ONE_PAGE = 300
"""Beyond so many procedures, their index names the themes only; each theme has its page."""


class Pages:
    """Puts the pages of a site into an outbox."""

    def __init__(
        self,
        outbox: Outbox,
        templates: Templates,
        words: Translator,
        binder: Binder,
        rows: tuple[DocumentRow, ...],
        has_word_copies: bool = False,
        read: SiteReadings | None = None,
        has_slip: bool = False,
    ) -> None:
        """Get ready.

        Args:
            has_slip: the site has the slip on which a reader writes a proposal.
            has_word_copies: somebody puts the Word copy of each version in force beside it.
            read: who has read what; None on a site that says nothing of it.
        """
        self._has_word_copies, self._read, self._has_slip = has_word_copies, read, has_slip
        self._proposals = proposals(discreet(binder)).by_reference
        self._outbox, self._templates, self._words, self._binder, self.rows = outbox, templates, words, binder, rows

    def document(self, each: Shown, text: PageText, spans: tuple[Span, ...], address: str) -> None:
        """A document: what its state warns of, its control block, its text, its history."""
        self._put_later("document", address, partial(self._document, each, text, spans, address))

    def _document(self, each: Shown, text: PageText, spans: tuple[Span, ...], address: str) -> dict[str, Any]:
        states_here = states_of(each.release, spans) if each.release else ()
        block = control_block(self._binder, each, states_here)
        brief = document_brief(self._binder, each, self._has_word_copies)
        facts = block.facts
        sheet = SheetMark(block.reference, block.version, facts.short_digest) if facts else None
        headings = tuple(section for section in text.sections if section.level)
        return {
            "title": f"{block.reference} {block.title}",
            "block": block,
            "brief": brief,
            "has_slip": self._has_slip,
            "proposals": self._proposals.get(each.reference, ()),
            "mail": improvement_mail(brief.improvement, self._words) if brief.improvement else "",
            **self._readers(each, address),
            "sheet": sheet,
            "code": sheet_code(sheet, self._binder.organisation.site_url) if sheet else "",
            "code_opens": bool(sheet and sheet.address(self._binder.organisation.site_url)),
            "contents": headings if len(headings) >= CONTENTS_FROM and not brief.is_card else (),
            "banners": banners(self._binder, each, spans, states_here),
            "sections": text.sections,
            "theme": theme_of(self._binder, each.document.path),
            "place": each.document.path.parts[0],
            "source": str(each.document.path),
            "is_watermarked": each.release is None and not self._binder.ledger.is_empty,
            "home_page": addresses.document_page(each.reference),
            "has_ledger": not self._binder.ledger.is_empty,
        }

    def _readers(self, each: Shown, address: str) -> dict[str, Any]:
        """Who has read the version at the document's own address, and the e-mail by which one says it."""
        mail = read_mail(self._binder, each) if self._read else None
        is_home = address == addresses.document_page(each.reference) and each.release == each.standing.in_force
        organisation = self._binder.organisation
        return {
            "read_mail": read_mail_address(mail, self._words) if mail else "",
            "readers": document_readers(organisation, self._read, each.reference) if self._read and is_home else None,
        }

    def process(self, process: Process, text: PageText, part: ProcessPart | None = None) -> ProcessPage:
        """A process: SIPOC, indicators, what registers say of it inside the house, documents, the text of its sheet."""
        address = addresses.process_page(process.code)
        link = link_from(address)
        ways = {code: link(page) for code, page in process_addresses(self._binder).items()}
        view = process_view(self._binder, process, self.rows, ways)
        self._put_later(
            "process",
            address,
            lambda: {
                "title": f"{view.code} {view.title}",
                "process": view,
                "drawing": partial(sipoc_svg, view.sipoc, self._words),
                "sections": text.sections,
                "part": part,
                "codes": frozenset(self._binder.process),
                **process_drawings(process, part, self._binder.today, self._words),
            },
        )
        return view

    def process_map(self) -> None:
        """The map, with its table as text version."""
        flows: dict[tuple[str, str], tuple[str, ...]] = {}
        listed = tuple(self._binder.process[code] for code in sorted(self._binder.process))
        for flow in exchanges(listed):
            flows[flow.source, flow.target] = (*flows.get((flow.source, flow.target), ()), flow.what)
        self.put(
            "process_map",
            addresses.MAP,
            title=self._words("Process map"),
            drawing=self._map(addresses.MAP),
            rows=matrix(listed, flows),
            processes=listed,
        )

    def home(self, missing: tuple[MissingText, ...], with_drafts: bool) -> None:
        """The home page."""
        self.put(
            "home",
            addresses.HOME,
            title=self._binder.organisation.name,
            home=home(self._binder, self.rows, len(missing), self._read.rates if self._read else None),
            has_lists=self._read is not None,
            drawing=self._map(addresses.HOME),
            with_drafts=with_drafts,
        )

    def manual(self, chapters: tuple[DocumentRow, ...]) -> None:
        """The manual's chapters."""
        self.put("manual", addresses.MANUAL, title=self._words("Manual"), rows=chapters)

    def procedures(self, themes: tuple[Theme, ...]) -> None:
        """The procedures by theme, then by process."""
        by_process = [
            (process, [row for row in self.rows if process.code in row.processes])
            for process in sorted(self._binder.process.values(), key=lambda p: (_BANDS.index(p.family), p.code))
        ]
        total = sum(len(theme.rows) for theme in themes)
        self.put(
            "procedures",
            addresses.PROCEDURES,
            title=self._words("Procedures"),
            themes=themes,
            by_process=by_process,
            whole=total <= THEMES_ON_ONE_PAGE,
        )

    def theme(self, theme: Theme) -> None:
        """The procedures of one folder."""
        title = theme.title or self._words("Other procedures")
        self.put("theme", addresses.theme_page(theme.slug), title=title, theme=theme)

    def cards(self) -> None:
        """The documents at hand for an emergency."""
        rows = tuple(row for row in self.rows if row.is_critical)
        self.put("cards", addresses.CARDS, title=self._words("Reflex cards"), rows=rows)

    def calendar(self) -> None:
        """What is to be reviewed, month by month."""
        undated = tuple(row for row in self.rows if row.review_on is None)
        months = calendar(self.rows)
        self.put("calendar", addresses.CALENDAR, title=self._words("Reviews"), months=months, undated=undated)

    def missing(self, missing: tuple[MissingText, ...]) -> None:
        """The texts that the site could not show, and why."""
        language = self._words.language
        told_rows = [(each, [(f, told(f, language)) for f in each.findings]) for each in missing]
        self.put("missing", addresses.MISSING, title=self._words("Missing texts"), rows=told_rows)

    def drafts(self, listed: tuple[Shown, ...]) -> None:
        """The working texts, on a site built to look at them."""
        self.put("drafts", addresses.DRAFTS, title=self._words("Drafts"), drafts=listed)

    def rules(self) -> None:
        """Every rule, by family, as `classeur rule` prints it; they are read when the page is laid out, which is rare."""
        profile = self._binder.organisation.profile
        families = partial(rule_families, profile, self._words)
        self.put("rules", addresses.RULES, title=self._words("Rules"), families=families, profile=profile)

    def search(self) -> None:
        """The page that answers a search made without script, or from another page."""
        self.put("search", addresses.SEARCH, title=self._words("Search"))

    def glossary(self) -> None:
        """The words of the house."""
        self.put("glossary", addresses.GLOSSARY, title=self._words("Glossary"), letters=glossary_letters(self._binder))

    def _map(self, address: str) -> Callable[[], str]:
        """What draws the map: only where the page is laid out."""
        link = link_from(address)
        ways = {code: link(page) for code, page in process_addresses(self._binder).items()}
        listed = self._binder.process.values()
        return partial(both, process_map(listed, self._binder.organisation, ways), self._words)

    def put(self, template: str, address: str, **values: Any) -> None:
        """Lay out a page, once all are known; again only when something that it is given has changed."""
        self._put_later(template, address, lambda: values)

    def _put_later(self, template: str, address: str, given: Callable[[], Mapping[str, Any]]) -> None:
        """The same for a page whose values take time: they are asked for when it is laid out, by any core."""
        house = self._binder.organisation if self._templates.has_own else None
        told = (template, address, self._templates.imprint, house)
        self._outbox.make(
            "pages/" + address.removesuffix(".html") + ".md",
            lambda: (*told, given()),
            lambda all_told: self._laid_out(template, address, all_told[-1]),
        )

    def _laid_out(self, template: str, address: str, values: Mapping[str, Any]) -> str:
        """A page with the words that every template may use."""
        words = self._words
        return self._templates.page(
            template,
            address,
            heading=heading,
            organisation=self._binder.organisation,
            state_word=lambda state: states.state_word(state, words),
            change_word=lambda change: states.change_word(change, words),
            family_title=lambda family: states.family_title(family, words),
            indicator_word=lambda state: states.indicator_word(state, words),
            frequency_word=lambda frequency: states.frequency_word(frequency, words),
            direction_word=lambda direction: states.direction_word(direction, words),
            period_word=lambda period: states.period_word(period, words),
            assurance_word=lambda assurance: assurance_word(assurance, words),
            outcome_word=lambda outcome: states.outcome_word(outcome, words),
            banner_sentence=lambda banner: banner_sentence(banner, words),
            banner_link=lambda banner: banner_link(banner, words),
            worded=lambda value: worded(value, words),
            pages=addresses,
            **values,
        )
