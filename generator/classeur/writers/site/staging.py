"""The staged site: every page as Markdown, every asset, the search index, the navigation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from classeur.model.acronyms import meanings_of
from classeur.model.binder import Binder
from classeur.model.confirmations import Confirmations
from classeur.model.findings import Fault, Finding
from classeur.model.kept import Kept
from classeur.model.processes import Process
from classeur.views import addresses
from classeur.views.desk import desk, is_on_the_site
from classeur.views.discretion import discreet
from classeur.views.drafts import draft_destinations, drafts
from classeur.views.feeds import HouseCalendar, house_calendar, release_feed
from classeur.views.lists import DocumentRow, MissingText, document_rows, manual_chapters, missing_texts, themes
from classeur.views.page_house import SharedHouse
from classeur.views.public_site import NOTHING_HIDDEN, Veil
from classeur.views.quality.process_part import ProcessPart
from classeur.views.reading_rates import SiteReadings, site_readings
from classeur.views.shown import Shown, pages_by_path, published, shown
from classeur.views.timeline import timelines
from classeur.wording.translator import Translator
from classeur.workers import nothing
from classeur.writers.feeds.atom import atom
from classeur.writers.feeds.calendar import icalendar
from classeur.writers.memory.living import Living
from classeur.writers.search.index import SearchEntry, search_index
from classeur.writers.site.dialect import Dialect
from classeur.writers.site.engine import Stage
from classeur.writers.site.ledger_pages import LedgerPages
from classeur.writers.site.list_pages import ListPages
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.page_assets import put_assets
from classeur.writers.site.pages import Pages
from classeur.writers.site.pictures import scaled, scaled_suffix
from classeur.writers.site.quality_pages import QualityPages
from classeur.writers.site.reading_pages import ReadingPages
from classeur.writers.site.release_pages import ReleasePages
from classeur.writers.site.same_documents import SameDocuments
from classeur.writers.site.searchable import (
    FoundDocument,
    document_entry,
    filter_titles,
    process_entry,
    search_words,
    veiled_entry,
)
from classeur.writers.site.sheet_pages import sheet_pages
from classeur.writers.site.stage_memory import StageMemory, memory_folder
from classeur.writers.site.standard_pages import StandardPages
from classeur.writers.site.team_pages import TeamPages
from classeur.writers.site.templates import Templates, assets
from classeur.writers.site.texts import Asked, Destinations, PageText, TextRenderer


@dataclass(frozen=True)
class Staged:
    """A staged site, the faults met while laying it out, and the texts that it shows.

    Attributes:
        is_released: whether it shows releases rather than drafts.
        is_complete: whether every text that should be shown could be.
    """

    stage: Stage
    faults: tuple[Fault, ...]
    shown: tuple[Shown, ...]
    is_released: bool
    is_complete: bool


def write_stage(
    folder: Path,
    root: Path,
    binder: Binder,
    findings: Iterable[Finding],
    texts: Iterable[PurePosixPath],
    dialect: Dialect,
    words: Translator,
    with_drafts: bool = False,
    of_a_past_day: bool = False,
    has_word_copies: bool = False,
    veil: Veil | None = None,
    confirmed: Confirmations | None = None,
    meanwhile: Callable[[], object] = nothing,
    lives: bool = False,
) -> Staged:
    """Lay out the whole site under `folder`, which becomes exactly that.

    Args:
        findings: gone through once the texts are rendered.
        texts: the paths of all texts of the folder, read or not: the site says which ones are missing.
        veil: over what a site for people outside must not say; None inside, where the desk and the rules are shown.
        confirmed: who confirmed what, for a site that says something of it.
        of_a_past_day: the pages stay as of the binder's day, whatever the reader's clock says.
        has_word_copies: the caller puts the Word copy of each version in force at `addresses.word_copy`.
        with_drafts: also lay out working texts, each on a page of its own, out of the lists and of the search.
        meanwhile: called while other processes render the texts.
        lives: this program lays out the same house at each save.
    """
    is_internal, veil = veil is None, veil or NOTHING_HIDDEN
    kept = StageMemory.beside(folder, lives)
    outbox, alive = Outbox(folder, veil, kept.pages, kept.living), kept.living
    public = binder if binder.ledger.is_empty else alive.same("public", published(binder))
    renderer = TextRenderer(
        dialect,
        alive.same("destinations", _destinations(binder, public)),
        alive.same("files", binder.stored),
        acronyms=alive.same("acronyms", meanings_of(binder.glossary)),
        veil=veil,
        scaled_suffix=partial(scaled_suffix, root),
        memory=kept.texts,
        living=alive,
    )
    read = None
    if confirmed is not None and is_internal and not binder.ledger.is_empty:
        day = binder.today if of_a_past_day else None
        read = alive.made("read", (public, confirmed, day), partial(site_readings, public, confirmed, as_of=day))
    shared, rows = SharedHouse.of(public), alive.same("rows", _rows(public, veil))
    processes = {code: alive.same(("process", code), process) for code, process in shared.processes.items()}
    shared = replace(shared, bare=alive.same("house", shared.bare), processes=processes)
    templates = Templates(root, words, living=alive)
    pages = Pages(outbox, templates, words, public, rows, shared, has_word_copies, read, is_internal)
    release_pages = ReleasePages(pages, renderer, public, words)
    with_drafts = with_drafts and not binder.ledger.is_empty
    working = _working_texts(renderer, binder) if with_drafts else ()

    def others() -> None:
        meanwhile()
        if kept.pages.is_empty or (lives and not alive.has("shared")):
            templates.read_ahead(is_for_saves=lives)

    listed, spans = shown(public), timelines(public)
    days = tuple([spans.get(each.reference, ()) for each in listed])
    same = SameDocuments(alive, pages, renderer, outbox, listed, days, public.kept)
    changed = [listed[place] for place in same.to_lay_out]
    renderer.prepare([*_asked(public, changed), *release_pages.asked(), *working], others)
    waiting = _documents(pages, renderer, public, same, words, alive)
    release_pages.all(spans)
    quality = QualityPages(pages, outbox, public, words, read) if is_internal else None
    processed = _processes(pages, renderer, public, quality.parts() if quality else {})
    sheet_pages(pages, outbox, public, spans, words, alive)
    feed = alive.made("feed", (public, pages.rows), partial(release_feed, public, pages.rows))
    outbox.put(f"pages/{addresses.RELEASES_FEED}", atom(feed, words).decode())
    given = pages.rows, public.organisation, public.today, public.ledger.entries
    dates = alive.made("dates", given, partial(house_calendar, public, pages.rows)), words
    calendar = partial(_calendar_text, alive.made("events", (), Kept))
    outbox.make(f"pages/{addresses.DATES_CALENDAR}", lambda: dates, calendar, dates, is_in_parts=True)
    if with_drafts:
        _drafts(pages, renderer, binder, working)
    told = tuple(findings)
    missing = missing_texts(binder, told, texts)
    _lists(pages, alive)
    ListPages(pages, outbox, public, words, veil, alive).all(spans)
    pages.home(missing, with_drafts)
    LedgerPages(pages, binder, public, words).verification()
    if is_internal:
        _for_the_team(pages, LedgerPages(pages, binder, public, words), missing, told, read)
        StandardPages(pages, outbox, binder, public, words).all()
        TeamPages(pages, outbox, discreet(public), words).all(desk(binder, told), read)
    if quality:
        quality.all()
    if read is not None:
        ReadingPages(pages, outbox, public, words, read, alive).all()
    outbox.put(f"pages/{addresses.HEAD_SCRIPT}", _head_script(binder, of_a_past_day))
    optional = {
        addresses.RULES: is_internal,
        addresses.QUALITY: is_internal,
        addresses.DESK: is_internal and is_on_the_site(binder),
        addresses.STANDARDS: is_internal and bool(binder.standards),
        addresses.MY_READINGS: read is not None,
    }
    nav = _navigation(words, frozenset(address for address, is_there in optional.items() if not is_there))
    for name, source in assets(root, "overrides").items():
        outbox.copy(f"overrides/{name}", source)
    styles, scripts = put_assets(outbox, root)

    def searched() -> None:
        renderer.keep()
        kept.leave(kept.texts)
        for each in waiting:
            same.keep(each.place, each.entry(), each.faults)
        same.end()
        entries = [*(known.entry for known in same.known if known), *processed]
        veiled = entries if veil == NOTHING_HIDDEN else [veiled_entry(entry, veil) for entry in entries]
        index = search_index(veiled, binder.glossary, filter_titles(public), kept.search, alive)
        kept.leave(kept.search)
        _files(outbox, root, renderer, index | search_words(public, words))

    outbox.close(meanwhile=searched)
    kept.close()
    copies = shown(public) if has_word_copies else ()
    stage = Stage(
        pages=folder / "pages",
        overrides=folder / "overrides",
        site_name=_site_name(binder, words, of_a_past_day),
        site_url=binder.organisation.site_url,
        language=words.language,
        nav=nav,
        styles=styles,
        scripts=[addresses.HEAD_SCRIPT, addresses.SEARCH_WORDS, *scripts],
        words=words,
        memory=memory_folder(folder),
        digests=outbox.digests,
        names=outbox.names if lives and not copies else None,
        put_by_others=frozenset(addresses.word_copy(each.reference, each.document.version) for each in copies),
    )
    faults = chain.from_iterable(known.faults for known in same.known if known)
    return Staged(stage, tuple(faults), shown(public), not binder.ledger.is_empty, not missing)


def _rows(public: Binder, veil: Veil) -> tuple[DocumentRow, ...]:
    if veil == NOTHING_HIDDEN:
        return document_rows(public)
    return tuple(
        replace(row, title=veil.over(row.title), summary=veil.over(row.summary)) for row in document_rows(public)
    )


def _for_the_team(
    pages: Pages,
    ledger_pages: LedgerPages,
    missing: tuple[MissingText, ...],
    findings: tuple[Finding, ...],
    read: SiteReadings | None,
) -> None:
    """What only those who work on the texts need: rules, texts that are missing, what waits for whom."""
    pages.rules()
    pages.missing(missing)
    ledger_pages.desk(findings, read)


def _calendar_text(kept: Kept, told: tuple[HouseCalendar, Translator]) -> str:
    return icalendar(*told, kept).decode()


def _files(outbox: Outbox, root: Path, renderer: TextRenderer, search: Mapping[str, bytes]) -> None:
    """The parts of the search, and every picture and file that a text shows."""
    for name, content in search.items():
        outbox.put(f"pages/{name}", content)
    for address, source in sorted(renderer.files.items()):
        outbox.copy(f"pages/{unquote(address)}", root / source)
    for address, source in sorted(renderer.scaled.items()):
        outbox.convert(f"pages/{unquote(address)}", root / source, scaled)


def _site_name(binder: Binder, words: Translator, of_a_past_day: bool) -> str:
    name = binder.organisation.name
    if of_a_past_day:
        return words("{organisation}, as it was on {day}", organisation=name, day=words.date(binder.today))
    return name


def _destinations(binder: Binder, public: Binder) -> Destinations:
    """Every address that a text may lead to: those of the ledger's references, else those of the drafts."""
    given = (binder.ledger.entries, binder.paths, binder.references)
    return binder.kept.of("destinations", "", given, lambda: _all_destinations(binder, public))


def _all_destinations(binder: Binder, public: Binder) -> Destinations:
    if binder.ledger.is_empty:
        references = {each.reference: addresses.document_page(each.reference) for each in shown(public)}
    else:
        ledger = binder.ledger
        released = [reference for reference, history in ledger.histories.items() if history.releases]
        former = [old for old, new in ledger.renumbered.items() if ledger.history(new).releases]
        references = {each: addresses.document_page(ledger.present(each)) for each in (*released, *former)}
    by_path = {path: addresses.document_page(reference) for path, reference in pages_by_path(binder).items()}
    return Destinations(by_path, references)


def _documents(
    pages: Pages, renderer: TextRenderer, public: Binder, same: SameDocuments, words: Translator, alive: Living
) -> list[_Waiting]:
    """Put the pages of the documents that are to be laid out; each with what will make its search entry."""
    listed, days = shown(public), timelines(public)
    waiting: list[_Waiting] = []
    for place in same.to_lay_out:
        each = listed[place]
        address, spans = addresses.document_page(each.reference), days.get(each.reference, ())
        text = renderer.render(each.document, address, each.release)
        pages.document(each, text, spans, address)
        kind, state = public.kind_of(each.document), public.state_of(each.document)
        found = FoundDocument(each, text, kind, state, words)
        entry = partial(alive.made, ("entry", address), (found,), partial(document_entry, found))
        waiting.append(_Waiting(place, entry, text.faults))
    return waiting


@dataclass(frozen=True)
class _Waiting:
    """A document laid out, by its place: what makes its search entry, and the faults met in its text."""

    place: int
    entry: Callable[[], SearchEntry]
    faults: tuple[Fault, ...]


def _asked(public: Binder, listed: Iterable[Shown]) -> Iterator[Asked]:
    """The texts of the pages of documents and of processes."""
    for each in listed:
        yield Asked(each.document, addresses.document_page(each.reference), each.release)
    for process, sheet in _sheets(public):
        if sheet:
            yield Asked(sheet.document, addresses.process_page(process.code), sheet.release)


def _working_texts(renderer: TextRenderer, binder: Binder) -> tuple[Asked, ...]:
    """The working texts that differ from what was released; they may lead to each other."""
    listed = drafts(binder)
    by_path, by_reference = draft_destinations(listed)
    known = renderer.destinations
    wider = Destinations({**by_path, **known.by_path}, {**by_reference, **known.by_reference})
    return tuple(Asked(d.document, addresses.draft_page(d.reference), None, wider) for d in listed)


def _drafts(pages: Pages, renderer: TextRenderer, binder: Binder, asked: Iterable[Asked]) -> None:
    """The working texts: pages that no list and no search knows."""
    listed = drafts(binder)
    for each, text in zip(listed, asked, strict=True):
        rendered = renderer.render(text.document, text.address, destinations=text.destinations)
        pages.document(each, rendered, (), text.address)
    pages.drafts(listed)


def _sheets(public: Binder) -> Iterator[tuple[Process, Shown | None]]:
    """The processes, each with its sheet when it is shown."""
    sheets = {each.reference: each for each in shown(public)}
    return ((process, sheets.get(process.reference)) for process in public.process.values())


def _processes(
    pages: Pages, renderer: TextRenderer, public: Binder, parts: Mapping[str, ProcessPart]
) -> list[SearchEntry]:
    entries: list[SearchEntry] = []
    for process, sheet in _sheets(public):
        page = addresses.process_page(process.code)
        text = renderer.render(sheet.document, page, sheet.release) if sheet else PageText(())
        view = pages.process(process, text, parts.get(process.code))
        entries.append(process_entry(view, page))
    pages.process_map()
    return entries


def _lists(pages: Pages, alive: Living) -> None:
    grouped = alive.made("themes", (pages.rows,), partial(themes, pages.rows))
    pages.manual(manual_chapters(pages.rows))
    pages.procedures(grouped)
    for theme in grouped:
        pages.theme(theme)
    pages.cards()
    pages.calendar()
    pages.search()
    pages.glossary()


def _head_script(binder: Binder, of_a_past_day: bool) -> str:
    """What every page knows of the house: the ledger's head, where its day begins, the day that a past site shows."""
    house = {"head": binder.ledger.head, "timezone": binder.organisation.timezone}
    if of_a_past_day:
        house["day"] = binder.today.isoformat()
    return f"window.classeurHouse = {json.dumps(house, sort_keys=True)};\n"


def _navigation(words: Translator, absent: frozenset[str]) -> list[object]:
    """The menu of every page, without the pages that this site does not have."""
    pages = (
        (words("Home"), addresses.HOME),
        (words("Process map"), addresses.MAP),
        (words("Manual"), addresses.MANUAL),
        (words("Procedures"), addresses.PROCEDURES),
        (words("Reflex cards"), addresses.CARDS),
        (words("Master list"), addresses.MASTER_LIST),
        (words("Reviews"), addresses.CALENDAR),
        (words("Quality"), addresses.QUALITY),
        (words("My reading"), addresses.MY_READINGS),
        (words("To do"), addresses.DESK),
        (words("Standards"), addresses.STANDARDS),
        (words("Rules"), addresses.RULES),
    )
    return [{title: address.removesuffix(".html") + ".md"} for title, address in pages if address not in absent]
