"""One method a page: a view, a template, a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from classeur.drawings.process_map import both
from classeur.model.binder import Binder
from classeur.model.processes import Family, Process
from classeur.views import addresses
from classeur.views.discretion import discreet
from classeur.views.glossary import glossary_letters
from classeur.views.home import home
from classeur.views.lists import (
    DocumentRow,
    MissingText,
    Theme,
    calendar,
    rows_of_processes,
    theme_of,
    themes_of,
)
from classeur.views.page_house import SharedHouse
from classeur.views.process_map import exchanges, process_map
from classeur.views.process_page import ProcessPage, matrix, process_addresses, process_view
from classeur.views.proposals import proposals
from classeur.views.quality.process_part import ProcessPart
from classeur.views.reading_lists import document_readers
from classeur.views.reading_rates import SiteReadings
from classeur.views.shown import Shown
from classeur.views.timeline import Span
from classeur.wording import states
from classeur.wording.banners import banner_link, banner_sentence
from classeur.wording.journal import assurance_word
from classeur.wording.rule_pages import told
from classeur.wording.translator import Translator
from classeur.wording.values import worded
from classeur.writers.site.document_page import DocumentPage, document_values
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.process_values import DrawnProcess, process_values
from classeur.writers.site.rule_page import rule_families
from classeur.writers.site.templates import Templates, heading, link_from
from classeur.writers.site.texts import PageText

_BANDS = tuple(Family)
_Of = TypeVar("_Of")
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
        shared: SharedHouse,
        has_word_copies: bool = False,
        read: SiteReadings | None = None,
        has_slip: bool = False,
    ) -> None:
        """Get ready.

        Args:
            shared: what the pages of documents may know of the house.
            has_slip: the site has the slip on which a reader writes a proposal.
            has_word_copies: somebody puts the Word copy of each version in force beside it.
            read: who has read what; None on a site that says nothing of it.
        """
        self._has_word_copies, self._read, self._has_slip = has_word_copies, read, has_slip
        self._shared = shared
        self._proposals = binder.kept.same("proposals", proposals(discreet(binder)).by_reference)
        self._outbox, self._templates, self._words, self._binder, self.rows = outbox, templates, words, binder, rows

    def document(self, each: Shown, text: PageText, spans: tuple[Span, ...], address: str) -> None:
        """A document: what its state warns of, its control block, its text, its history."""
        self._put_of("document", address, self._document_page(each, text, spans, address), document_values)

    @property
    def shared_by_documents(self) -> tuple[object, ...]:
        """What the pages of all documents depend on; `own_parts` tells the rest."""
        house = self._binder.organisation if self._templates.has_own else None
        flags = self._has_word_copies, self._has_slip
        return self._shared.bare, self._templates.imprint, house, self._read, self._words, *flags

    def own_parts(self, listed: tuple[Shown, ...]) -> tuple[tuple[object, ...], ...]:
        """What the page of each document depends on beside its text, its days, and what all of them share."""
        binder, shared = self._binder, self._shared

        def find(each: Shown, theme: str) -> tuple[object, ...]:
            return theme, self._proposals.get(each.reference, ()), *shared.part_of(each)

        texts = binder.ledger.entries, *binder.ledger.texts.values()
        given = self._proposals, binder.references, *shared.processes.values(), *texts
        return binder.kept.of_each("own parts", given, find, listed, themes_of(binder, listed))

    def _document_page(self, each: Shown, text: PageText, spans: tuple[Span, ...], address: str) -> DocumentPage:
        """All that the page of a document depends on."""
        read, organisation = self._read, self._binder.organisation
        is_home = address == addresses.document_page(each.reference) and each.release == each.standing.in_force
        return DocumentPage(
            house=self._shared.for_page(each),
            each=each,
            text=text,
            spans=spans,
            theme=theme_of(self._binder, each.document.path),
            proposals=self._proposals.get(each.reference, ()),
            readers=document_readers(organisation, read, each.reference) if read and is_home else None,
            counts_readings=read is not None,
            has_word_copies=self._has_word_copies,
            has_slip=self._has_slip,
            words=self._words,
        )

    def process(self, process: Process, text: PageText, part: ProcessPart | None = None) -> ProcessPage:
        """A process: SIPOC, indicators, what registers say of it inside the house, documents, the text of its sheet."""
        address = addresses.process_page(process.code)
        link = link_from(address)
        ways = {code: link(page) for code, page in process_addresses(self._binder).items()}
        view = process_view(self._binder, process, self.rows, ways)
        codes = frozenset(self._binder.process)
        drawn = DrawnProcess(process, view, text, part, codes, self._binder.today, self._words)
        self._put_of("process", address, drawn, process_values)
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
        listed = rows_of_processes(self._binder, self.rows)
        by_process = [
            (process, listed.get(process.code, ()))
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
        months, undated = calendar(self._binder, self.rows)
        self.put_list("calendar", addresses.CALENDAR, title=self._words("Reviews"), months=months, undated=undated)

    def missing(self, missing: tuple[MissingText, ...]) -> None:
        """The texts that the site could not show, and why."""
        language = self._words.language
        told_rows = [(each, [(f, told(f, language)) for f in each.findings]) for each in missing]
        self.put("missing", addresses.MISSING, title=self._words("Missing texts"), rows=told_rows)

    def drafts(self, listed: tuple[Shown, ...]) -> None:
        """The working texts, on a site built to look at them."""
        self.put("drafts", addresses.DRAFTS, title=self._words("Drafts"), drafts=listed)

    def rules(self) -> None:
        """Every rule, by family, as `classeur rule` prints it; read when the page is laid out, which is rare."""
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
        self._put_of(template, address, values, _themselves)

    def put_list(self, template: str, address: str, **values: Any) -> None:
        """The same for a page that shows a line for each document (`Templates.page`)."""
        self._put_of(template, address, values, _themselves, is_in_parts=True)

    def _put_of(
        self,
        template: str,
        address: str,
        of: _Of,
        given: Callable[[_Of], Mapping[str, Any]],
        is_in_parts: bool = False,
    ) -> None:
        """The same for a page whose values come from `of` alone, and take time: any core asks for them, when needed."""
        house = self._binder.organisation if self._templates.has_own else None
        told = (template, address, self._templates.imprint, house)
        self._outbox.make(
            staged_name(address),
            lambda: (*told, given(of)),
            lambda all_told: self._laid_out(template, address, all_told[-1]),
            of=(*told, of),
            is_in_parts=is_in_parts,
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


def staged_name(address: str) -> str:
    """The staged file of the page at an address."""
    return f"pages/{address.removesuffix('.html')}.md"


def _themselves(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return values
