"""A binder on paper: index, dividers, everything in one file, and the sheets that go with an update."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from classeur.drawings.process_map import wide as map_drawing
from classeur.model.glossary import Term
from classeur.model.history import Release
from classeur.model.processes import Process
from classeur.views.binder_pack import BinderFacts, BinderSection, CopyTasks, SheetChange, Why, sheets_of
from classeur.views.process_map import ProcessMap
from classeur.views.word_copy import UNCONTROLLED, CopyMark, WordCopy
from classeur.wording.states import family_title
from classeur.wording.translator import Translator
from classeur.writers.word.blocks import Entry
from classeur.writers.word.copies import Press, write_copy
from classeur.writers.word.front import Front, Runs
from classeur.writers.word.inline import Destination
from classeur.writers.word.pictures import Frame, drawn_picture
from classeur.writers.word.properties import Properties, write_properties
from classeur.writers.word.running import (
    Running,
    copy_standing,
    properties_of,
    restarted,
    section,
    section_break,
    section_xml,
)
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.style_names import StyleKind
from classeur.writers.word.texts import Bookshelf
from classeur.writers.word.wml import Letters, Look, attribute, bookmark_name, paragraph, run

Places = Callable[[str], Destination | None]
"""Where a document is in the binder, from its reference, as seen from the sheet being written."""


@dataclass(frozen=True)
class BinderTold:
    """What the index of a binder shows.

    Attributes:
        map: the process map; None when no process is described.
        flows: the lines of the map's text version: from, to, what.
    """

    facts: BinderFacts
    sections: tuple[BinderSection, ...]
    map: ProcessMap | None
    flows: tuple[tuple[str, str, str], ...]
    glossary: tuple[Term, ...]
    mark: CopyMark = UNCONTROLLED


def why_word(why: Why, words: Translator) -> str:
    """Why sheets change, in a few words."""
    return {
        Why.NEW: words("new document"),
        Why.NEW_VERSION: words("new version"),
        Why.WITHDRAWN: words("withdrawn"),
        Why.SUSPENDED: words("suspended"),
        Why.REPLACED: words("replaced"),
        Why.RENUMBERED: words("renumbered"),
    }[why]


def index_file(press: Press, told: BinderTold, places: Places) -> bytes:
    """The index: master list by process, process map on a turned page, glossary, head of the ledger."""
    title = press.words("Index of the binder")
    return _loose_file(
        press, told.facts, title, told.mark, lambda sheet, breaks: _index(press, sheet, told, places, breaks)
    )


def divider_file(press: Press, told: BinderTold, part: BinderSection, places: Places) -> bytes:
    """The divider before the documents of a process."""
    title = section_title(part, press.words)
    return _loose_file(
        press, told.facts, title, told.mark, lambda sheet, _: _divider(press, sheet, part, places, "Page de garde")
    )


def update_file(
    press: Press,
    facts: BinderFacts,
    changes: Sequence[SheetChange],
    tasks: Sequence[CopyTasks],
    since: str,
    places: Places,
) -> bytes:
    """The cover of an update: which sheets to take out and to put in, and which numbered copies to change."""
    words = press.words
    title = words("Update of the binder")

    def body(sheet: Sheet, _: tuple[str, str]) -> str:
        front = Front(sheet, words)
        parts = [
            front.text(title, "Title"),
            front.text(since, "Normal"),
            *_sheets(sheet, front, changes, places, words),
        ]
        if tasks:
            rows = [
                (t.copy.number, t.copy.place, t.holder or "–", ", ".join(c.reference for c in t.changes)) for t in tasks
            ]
            titles = (words("No."), words("Place"), words("Holder"), words("Documents"))
            parts.append(front.part(words("Numbered copies to change"), "heading 1", titles, rows, (8, 30, 24, 38)))
        return "".join(parts)

    return _loose_file(press, facts, title, UNCONTROLLED, body)


def copy_task_file(press: Press, facts: BinderFacts, task: CopyTasks, since: str) -> bytes:
    """The sheet that the holder of a numbered copy signs when its sheets are changed."""
    words, copy = press.words, task.copy
    title = words("Controlled copy no. {number} – {place}", number=copy.number, place=copy.place)

    def body(sheet: Sheet, _: tuple[str, str]) -> str:
        front = Front(sheet, words)
        parts = [front.text(title, "Title"), front.text(words("Holder: {person}", person=task.holder or "–"), "Normal")]
        parts += [front.text(since, "Normal"), *_sheets(sheet, front, task.changes, lambda reference: None, words)]
        acts = (words("Sheets taken out and destroyed"), words("Sheets put in"), words("Index replaced"))
        titles = (words("What was done"), words("Date"), words("Name"), words("Visa"))
        rows = [(act, "", "", "") for act in acts]
        parts.append(front.part(words("To be signed and given back"), "heading 1", titles, rows, (34, 18, 24, 24)))
        return "".join(parts)

    return _loose_file(press, facts, title, CopyMark(copy.number, copy.place), body)


def binder_file(
    press: Press, told: BinderTold, copies: Mapping[str, tuple[WordCopy, Release | None]], shelf: Bookshelf
) -> bytes:
    """The whole binder as one file, in one pass: each document has its own pages, head, foot and bookmarks."""
    sheet = Sheet(press.template)
    listed = [each for part in told.sections for each in part.documents]
    prefixes = {each.reference: f"d{number:03}_" for number, each in enumerate(listed, 1)}
    words, front = press.words, Front(sheet, press.words)

    def inside(reference: str, anchor: str = "") -> Destination | None:
        prefix = prefixes.get(reference)
        return Destination(anchor=prefix + (anchor or "debut")) if prefix else shelf.place(reference, anchor)

    inner = Bookshelf(shelf.by_path, inside, lambda path: None)
    title = words("Binder of {organisation}", organisation=told.facts.organisation)
    breaks = _cover(press, sheet, told.facts, title, told.mark)
    index = _index(press, sheet, told, inside, breaks)
    parts: list[str] = [_last_line(sheet, told.facts, words, "fin_du_document")]
    last = breaks[0]
    entries: list[Entry] = []
    for part in told.sections:
        name, bookmark = section_title(part, words), bookmark_name(f"partie_{part.code or 'autres'}")
        entries.append(Entry(1, name, bookmark))
        divider = sheet.mark(bookmark) + _divider(press, sheet, part, inside, "heading 1")
        parts += [last, divider + _last_line(sheet, told.facts, words, f"{bookmark}_fin")]
        last = restarted(_cover(press, sheet, told.facts, name, told.mark, f"{bookmark}_fin")[0])
        for each in part.documents:
            copy, release = copies[each.reference]
            prefix = prefixes[each.reference]
            written = write_copy(press, sheet, copy, release, inner, prefix, depth=2)
            entries.append(Entry(2, f"{each.reference} {each.document.header.title}", f"{prefix}debut"))
            end = section_break(sheet, written.last_section)
            turns = "<w:sectPr" in written.blocks
            parts += [last, restarted(written.blocks) if turns else written.blocks]
            last = end if turns else restarted(end)
    opening = [front.text(title, "Page de garde"), front.contents(entries, deepest=2), index]
    sheet.finish("".join([*opening, *parts]) + properties_of(last))
    write_properties(sheet.package, _properties(press, told.facts, title))
    return sheet.package.to_bytes()


def section_title(part: BinderSection, words: Translator) -> str:
    """How a part of the binder is called."""
    return f"{part.code} {part.title}" if part.code else words("Other documents")


def _loose_file(
    press: Press, facts: BinderFacts, title: str, mark: CopyMark, body: Callable[[Sheet, tuple[str, str]], str]
) -> bytes:
    """A file that is no document of the house: its pages say what it belongs to."""
    sheet = Sheet(press.template)
    breaks = _cover(press, sheet, facts, title, mark)
    blocks = body(sheet, breaks)
    last = _last_line(sheet, facts, press.words, "fin_du_document")
    sheet.finish(blocks + last + properties_of(breaks[0]))
    write_properties(sheet.package, _properties(press, facts, title))
    return sheet.package.to_bytes()


def _cover(
    press: Press, sheet: Sheet, facts: BinderFacts, title: str, mark: CopyMark, end: str = "fin_du_document"
) -> tuple[str, str]:
    """The ends of an upright and of a turned section; `end` marks the last page."""
    words = press.words
    told = Running(
        organisation=facts.organisation,
        kind=words("Binder"),
        title=title,
        lines=(words("As of {day}", day=words.date(facts.as_of)) if facts.as_of else words("nothing released yet"),),
        proof=words("Ledger head {head}", head=facts.head[:12]) if facts.head else "",
        standing=copy_standing(mark, words),
        code="",
        watermark="",
        end=end,
        logo=press.logo,
    )
    references = section(sheet, told, words)
    upright, wide = (section_xml(sheet, references, landscape=turned) for turned in (False, True))
    return section_break(sheet, upright), section_break(sheet, wide)


def _properties(press: Press, facts: BinderFacts, title: str) -> Properties:
    own = {"classeur-head": facts.head, "classeur.organisation": facts.organisation}
    return Properties(
        title,
        facts.organisation,
        "classeur",
        press.words("Binder"),
        press.template.language,
        "",
        "",
        "",
        facts.as_of,
        own,
    )


def _last_line(sheet: Sheet, facts: BinderFacts, words: Translator, end: str) -> str:
    start, stop = sheet.bookmark(end)
    return paragraph(start + run(_told_of(facts, words)) + stop, Look(sheet.style("Cartouche libellé")))


def _told_of(facts: BinderFacts, words: Translator) -> str:
    if not facts.head:
        return words("Nothing was released yet: these texts are drafts.")
    return words(
        "The ledger has {n} entries; its head is {head}.",
        n=facts.entries,
        head=facts.head,
    )


def _index(press: Press, sheet: Sheet, told: BinderTold, places: Places, breaks: tuple[str, str]) -> str:
    words, front = press.words, Front(sheet, press.words)
    parts = [
        front.text(words("Index of the binder"), "Title"),
        front.text(words("Documents in force, by process."), "Normal"),
    ]
    for part in told.sections:
        parts.append(front.text(section_title(part, words), "heading 1"))
        parts += [_documents(sheet, front, part, places, words), front.spacer()]
    if told.map:
        paper = sheet.template.paper
        alt = words("Process map: the table that follows says the same.")
        frame = Frame(paper.room(landscape=True), int(paper.tall(landscape=True) * 0.86))
        shown = drawn_picture(sheet, map_drawing(told.map, words), alt, frame, press.rasters)
        parts += [
            breaks[0],
            front.text(words("Process map"), "heading 1"),
            paragraph(shown, Look(sheet.style("Figure"))),
            breaks[1],
        ]
        if told.flows:
            titles = (words("From"), words("To"), words("What"))
            parts.append(front.table([titles, *told.flows], (28, 28, 44), words("Process map"), header=True))
            parts.append(front.spacer())
    defined = [(term.term, " ; ".join(term.means)) for term in told.glossary if term.means]
    if defined:
        columns = (words("Term"), words("Meaning"))
        parts.append(front.part(words("Glossary"), "heading 1", columns, defined, (25, 75)))
    return "".join(parts)


def _divider(press: Press, sheet: Sheet, part: BinderSection, places: Places, style: str) -> str:
    words, front = press.words, Front(sheet, press.words)
    parts = [front.text(section_title(part, words), style)]
    if part.family:
        parts.append(front.text(family_title(part.family, words), "Normal"))
    if part.pilot:
        parts.append(front.text(words("Pilot: {person}", person=part.pilot), "Normal"))
    return "".join([*parts, _documents(sheet, front, part, places, words), front.spacer()])


def _documents(sheet: Sheet, front: Front, part: BinderSection, places: Places, words: Translator) -> str:
    titles = (words("Reference"), words("Title"), words("Version"), words("In force from"), words("Digest"))
    rows = []
    for each in part.documents:
        told = sheets_of(each)
        link = _link(sheet, told.reference, places(told.reference))
        rows.append((link, told.title, told.version, words.date(told.effective_from), told.digest[:12]))
    return front.table([titles, *rows], (17, 39, 10, 19, 15), section_title(part, words), header=True)


def _sheets(
    sheet: Sheet, front: Front, changes: Iterable[SheetChange], places: Places, words: Translator
) -> Iterable[str]:
    listed = tuple(changes)
    out = [
        (
            c.out.reference,
            c.out.title,
            c.out.version,
            why_word(c.why, words) + (f" : {', '.join(c.replaced_by)}" if c.replaced_by else ""),
        )
        for c in listed
        if c.out
    ]
    into = [
        (
            _link(sheet, c.into.reference, places(c.into.reference)),
            c.into.title,
            c.into.version,
            words.date(c.into.effective_from),
        )
        for c in listed
        if c.into
    ]
    for heading, rows, last in (
        (words("Sheets to take out"), out, words("Why")),
        (words("Sheets to put in"), into, words("In force from")),
    ):
        yield front.text(heading, "heading 1")
        if rows:
            titles = (words("Reference"), words("Title"), words("Version"), last)
            yield front.table([titles, *rows], (18, 44, 12, 26), heading, header=True) + front.spacer()
        else:
            yield front.text(words("None."), "Normal")


def _link(sheet: Sheet, reference: str, where: Destination | None) -> str:
    if where is None:
        return reference
    inside = run(reference, Letters(style=sheet.style("Hyperlink", StyleKind.CHARACTER)))
    if where.anchor:
        return Runs(
            f'<w:hyperlink w:anchor="{attribute(bookmark_name(where.anchor))}" w:history="1">{inside}</w:hyperlink>'
        )
    identity = sheet.package.relate(sheet.part, "hyperlink", where.address, external=True)
    return Runs(f'<w:hyperlink r:id="{identity}" w:history="1">{inside}</w:hyperlink>')


def flow_lines(processes: Iterable[Process], flows: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    """The exchanges between processes as lines: from, to, what."""
    titles = {process.code: f"{process.code} {process.title}" for process in processes}
    return tuple((titles.get(source, source), titles.get(target, target), what) for source, target, what in flows)
