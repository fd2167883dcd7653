"""One version as a Word file, or as a part of a file that holds several."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from classeur.model.history import Release
from classeur.views.sheet_check import SheetMark
from classeur.views.word_copy import CopyWarning, WordCopy
from classeur.wording.translator import Translator
from classeur.writers.word.blocks import Blocks, Entry
from classeur.writers.word.boxes import write_notes
from classeur.writers.word.front import Front, warning_words
from classeur.writers.word.inline import Destination, TextSource
from classeur.writers.word.pictures import Rasters, raster_now
from classeur.writers.word.properties import (
    Properties,
    Source,
    carry_around,
    carry_diagrams,
    carry_source,
    write_properties,
)
from classeur.writers.word.running import Running, copy_standing, section, section_break, section_xml
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.template import Completed
from classeur.writers.word.texts import Bookshelf, PaperTexts
from classeur.writers.word.wml import plain_lines

FORMAT = "2"
"""Changes when the same text would give another file: copies kept from an earlier run are made again."""


@dataclass(frozen=True)
class Press:
    """What every copy of a run is made with.

    Attributes:
        address: where a text is read on the intranet, from its reference; empty when the house has no such address.
        logo: the picture of the organisation, empty for none.
    """

    template: Completed
    texts: PaperTexts
    words: Translator
    site: str = ""
    logo: bytes = b""
    rasters: Rasters = raster_now

    def address(self, reference: str) -> str:
        """Where a text is read on the intranet; empty when the house told no address."""
        return f"{self.site.rstrip('/')}/d/{reference}/" if self.site else ""

    @property
    def imprint(self) -> str:
        """What tells this press from another: the same texts may give other files."""
        parts = (FORMAT, hashlib.sha256(self.template.template.data).hexdigest(), hashlib.sha256(self.logo).hexdigest())
        return "|".join((*parts, self.template.language, self.words.language, self.site))


@dataclass(frozen=True)
class Written:
    """A document written into a sheet: its blocks up to the last one, its last section, its headings.

    Attributes:
        diagrams: what its diagrams were drawn from, by bookmark.
        around: the lines that stand before and behind its text, the table of contents aside.
    """

    blocks: str
    last_section: str
    entries: tuple[Entry, ...]
    diagrams: dict[str, str]
    around: tuple[str, ...]


def copy_file(
    press: Press, copy: WordCopy, release: Release | None, shelf: Bookshelf, source: Source | None = None
) -> bytes:
    """The Word file of one version; `source` makes it remember its text, for an import."""
    sheet = Sheet(press.template)
    written = write_copy(press, sheet, copy, release, shelf)
    sheet.finish(written.blocks + written.last_section)
    write_properties(sheet.package, properties(press, copy))
    if source is not None:
        carry_source(sheet.package, source)
    carry_diagrams(sheet.package, written.diagrams)
    carry_around(sheet.package, written.around)
    return sheet.package.to_bytes()


def write_copy(
    press: Press,
    sheet: Sheet,
    copy: WordCopy,
    release: Release | None,
    shelf: Bookshelf,
    prefix: str = "",
    depth: int = 0,
) -> Written:
    """Write one version into a sheet.

    Args:
        prefix: what tells its bookmarks from those of other documents of the same file.
        depth: how many levels of headings stand above it in the file.
    """
    ready = press.texts.ready(copy.document)
    source = _source(press, copy, release, shelf, prefix)
    end = f"{prefix}fin_du_document"
    references = section(sheet, running(press, copy, end), press.words)
    upright = section_xml(sheet, references, landscape=False)
    wide = section_xml(sheet, references, landscape=True)
    breaks = (section_break(sheet, upright), section_break(sheet, wide))
    blocks = Blocks(sheet, source, breaks, ready.drawings, ready.notes, shift=depth - 1)
    blocks.flow(ready.root, blocks.top())
    write_notes(blocks)
    front = Front(sheet, press.words)
    title = "".join(sheet.bookmark(f"{prefix}debut"))
    opening = front.opening(copy, "Title" if depth == 0 else f"heading {depth}")
    if copy.process:
        opening += front.process(copy.process, press.rasters)
    contents = front.contents(blocks.entries) if depth == 0 and not copy.is_card else ""
    terms = {term.term: term.means for term in copy.terms} | blocks.inline.abbreviations
    listed = sorted(terms.items(), key=lambda each: each[0].casefold())
    closing = front.closing(copy, listed, f"heading {depth + 1}", sheet.bookmark(end))
    around = plain_lines(opening + closing)
    opening = (opening + contents).join(sheet.bookmark(f"_{prefix}cl_front"))
    closing = closing.join(sheet.bookmark(f"_{prefix}cl_back"))
    whole = f"{title}{opening}{''.join(blocks.out)}{closing}"
    return Written(whole, upright, tuple(blocks.entries), blocks.sources, around)


def _source(press: Press, copy: WordCopy, release: Release | None, shelf: Bookshelf, prefix: str) -> TextSource:
    """What the words of a text ask for: where links lead, the bytes of pictures."""
    links = press.texts.link(shelf)

    def answered(address: str) -> Destination | None:
        found = links(address)
        return replace(found, anchor=prefix + found.anchor) if found and address.startswith("#") else found

    return TextSource(
        link=answered,
        picture=press.texts.files(copy.document, release),
        missing=lambda alt: press.words("[picture: {text}]", text=alt or "–"),
        prefix=prefix,
        rasters=press.rasters,
    )


def running(press: Press, copy: WordCopy, end: str) -> Running:
    """What the pages of a copy repeat."""
    block, words = copy.block, press.words
    proof = words("Digest {digest}", digest=block.short_digest)
    if block.facts:
        proof = words(
            "Digest {digest} – ledger entry {entry}", digest=block.facts.short_digest, entry=block.facts.short_entry
        )
    applied = (
        words("In force from {day}", day=words.date(block.effective_from))
        if block.effective_from
        else words("no date yet")
    )
    told = SheetMark(block.reference, block.version, block.short_digest)
    return Running(
        organisation=block.organisation,
        kind=block.kind,
        title=block.title,
        lines=(block.reference, words("version {version}", version=block.version), applied),
        proof=proof,
        standing=copy_standing(copy.mark, words),
        code=told.address(press.site) or told.text,
        watermark=warning_words(copy.warning, words),
        end=end,
        logo=press.logo,
    )


def properties(press: Press, copy: WordCopy) -> Properties:
    """The properties of a copy's file."""
    block, header = copy.block, copy.document.header
    applied = block.effective_from.isoformat() if block.effective_from else ""
    own = {
        "classeur.reference": block.reference,
        "classeur.version": block.version,
        "classeur.digest": block.digest,
        "classeur.effective_from": applied,
        "classeur.title": block.title,
        "classeur.kind": copy.kind,
        "classeur.owner": copy.owner,
    }
    if block.facts:
        own["classeur-entry"] = block.facts.entry
    return Properties(
        title=block.title,
        subject=block.reference,
        author=", ".join(person.name for person in block.people.writers),
        category=block.kind,
        language=press.template.language,
        version=block.version,
        status=warning_words(copy.warning, press.words)
        if copy.warning is not CopyWarning.DRAFT
        else press.words("draft"),
        keywords=", ".join(header.keywords),
        day=copy.dated,
        own=own,
    )
