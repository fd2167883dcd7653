"""What stands around the text on paper: warning, control block, visas, table of contents, history, terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from classeur.drawings import sipoc as sipoc_drawing
from classeur.views.control_block import ControlBlock, Readers, Signatory
from classeur.views.word_copy import CopyWarning, ProcessFacts, WordCopy
from classeur.wording.states import change_word, outcome_word
from classeur.wording.translator import Translator
from classeur.writers.word.blocks import Entry
from classeur.writers.word.pictures import Frame, Rasters, drawn_picture
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.style_names import BOXES, TOC, StyleKind
from classeur.writers.word.wml import Letters, Look, attribute, paragraph, run

_LEAST_ENTRIES = 3
"""A text with fewer headings needs no table of contents."""
_DEEPEST_ENTRY = 3


def warning_words(warning: CopyWarning | None, words: Translator) -> str:
    """What is said of a text that must not be applied; empty for one that may be."""
    return {
        None: "",
        CopyWarning.DRAFT: words("DRAFT — do not apply"),
        CopyWarning.SUSPENDED: words("SUSPENDED — do not apply"),
        CopyWarning.REPLACED: words("REPLACED VERSION — no longer apply"),
        CopyWarning.WITHDRAWN: words("WITHDRAWN — no longer apply"),
    }[warning]


class Runs(str):
    """What a cell shows, already written as runs."""


class Front:
    """Writes these parts for one document."""

    def __init__(self, sheet: Sheet, words: Translator) -> None:
        self._sheet, self._words = sheet, words

    def opening(self, copy: WordCopy, title_style: str = "Title") -> str:
        """Title, warning, control block, visas, and what changes."""
        block, words = copy.block, self._words
        parts = [self.text(f"{block.kind} {block.reference}", "Cartouche libellé"), self.text(block.title, title_style)]
        if told := warning_words(copy.warning, words):
            parts.append(self.text(told, "Avertissement"))
        parts += [self.identity(copy), self.spacer(), self.visas(block), self.spacer()]
        if block.summary:
            look = Look(self._sheet.style(BOXES[0]))
            heading = run(words("What changes for you") + " : ", Letters(bold=True))
            parts += [paragraph(heading + run(block.summary) + run(self._rereading(block)), look), self.spacer()]
        return "".join(parts)

    def identity(self, copy: WordCopy) -> str:
        """The identity of the version: two facts a line."""
        facts = list(self._facts(copy))
        if len(facts) % 2:
            facts.append(("", ""))
        pairs = [(*facts[number], *facts[number + 1]) for number in range(0, len(facts), 2)]
        return self.table(pairs, (17, 33, 17, 33), self._words("Control block"), labels=(0, 2))

    def visas(self, block: ControlBlock) -> str:
        """Who wrote, validated and approved."""
        words = self._words
        rows: list[tuple[str, ...]] = [
            (
                step,
                person.name,
                ", ".join(person.roles),
                words.date(person.on) if person.on else "–",
                self._notes(person),
            )
            for step, people in (
                (words("Written by"), block.people.writers),
                (words("Validated by"), block.people.validators),
                (words("Approved by"), block.people.approvers),
            )
            for person in people
        ]
        titles = (words("Step"), words("Name"), words("Role"), words("Date"), words("Remark"))
        return self.table([titles, *rows], (15, 22, 25, 18, 20), words("Visas"), header=True)

    def process(self, facts: ProcessFacts, rasters: Rasters) -> str:
        """What a process sheet says above its text: purpose, SIPOC as a drawing and as a table, risks, resources."""
        words, sheet = self._words, self._sheet
        paper = sheet.template.paper
        told = [
            (words("Purpose"), facts.purpose),
            (words("Pilot"), facts.pilot),
            (words("Deputy"), facts.deputy),
            (words("Risks"), " ; ".join(facts.risks)),
            (words("Resources"), " ; ".join(facts.resources)),
        ]
        parts = [self.table([each for each in told if each[1]], (20, 80), words("Process"), labels=(0,)), self.spacer()]
        lines = [(words("Input"), line.what, line.party) for line in facts.sipoc.inputs]
        lines += [(words("Output"), line.what, line.party) for line in facts.sipoc.outputs]
        if lines:
            alt = words(
                "SIPOC of {process}: the table below says the same.", process=f"{facts.sipoc.code} {facts.sipoc.title}"
            )
            svg = sipoc_drawing.wide(facts.sipoc, words)
            shown = drawn_picture(sheet, svg, alt, Frame(paper.room(), paper.tall() // 2), rasters)
            titles = (words("Exchange"), words("What"), words("With whom"))
            parts += [paragraph(shown, Look(sheet.style("Figure"))) if shown else ""]
            parts += [self.table([titles, *lines], (15, 50, 35), alt, header=True), self.spacer()]
        return "".join(parts)

    def contents(self, entries: Sequence[Entry], deepest: int = _DEEPEST_ENTRY) -> str:
        """The table of contents, filled in; nothing for a short text. No field is marked, so Word asks no question."""
        shown = [entry for entry in entries if entry.level <= deepest]
        if len(shown) < _LEAST_ENTRIES:
            return ""
        code = f'TOC \\o "1-{deepest}" \\h \\z \\u'
        start = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r>'
            '<w:fldChar w:fldCharType="separate"/></w:r>'
        )
        lines = []
        for number, entry in enumerate(shown):
            link = f'<w:hyperlink w:anchor="{attribute(entry.bookmark)}" w:history="1">{run(entry.words)}</w:hyperlink>'
            look = Look(self._sheet.style(TOC[min(entry.level, len(TOC)) - 1]))
            lines.append(paragraph((start if number == 0 else "") + link, look))
        end = paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>', Look(self._sheet.style("Intercalaire")))
        heading = self.text(self._words("Contents"), "TOC Heading")
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj>"
            f"</w:sdtPr><w:sdtContent>{heading}{''.join(lines)}{end}</w:sdtContent></w:sdt>"
        )

    def closing(self, copy: WordCopy, terms: Iterable[tuple[str, str]], heading: str, last: tuple[str, str]) -> str:
        """Terms, history, reviews, and what is needed to check the sheet; `last` marks the last line."""
        block, words = copy.block, self._words
        parts: list[str] = []
        if told := list(terms):
            parts.append(self.part(words("Acronyms"), heading, (words("Acronym"), words("Meaning")), told, (25, 75)))
        if block.history:
            parts.append(self._history(block, heading))
        if block.reviews:
            titles = (words("Reviewed on"), words("Version"), words("Outcome"), words("By"), words("Reason"))
            reviews = [
                (words.date(each.on), each.version, outcome_word(each.outcome, words), each.name, each.reason)
                for each in block.reviews
            ]
            shares = (18, 10, 14, 20, 38)
            parts.append(self.part(words("Reviews of this document"), heading, titles, reviews, shares))
        parts.append(
            paragraph(last[0] + run(self._proof(block)) + last[1], Look(self._sheet.style("Cartouche libellé")))
        )
        return "".join(parts)

    def part(
        self, title: str, style: str, titles: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int]
    ) -> str:
        """A heading and the table below it."""
        table = self.table([titles, *rows], shares, title, header=True)
        return self.text(title, style) + table + self.spacer()

    def table(
        self,
        rows: Sequence[Sequence[str]],
        shares: Sequence[int],
        title: str,
        header: bool = False,
        labels: Sequence[int] = (),
    ) -> str:
        """A table of plain cells.

        Args:
            shares: the columns' widths in hundredths of the page's.
            header: whether the first row names the columns, and is repeated on each page.
            labels: the columns that name what stands beside them.
        """
        room = self._sheet.template.paper.room()
        return self._table(rows, [room * share // 100 for share in shares], title, header, labels)

    def exact_table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[int], title: str, least_height: int = 0
    ) -> str:
        """A table whose first row names the columns, so wide each (in twentieths of a point)."""
        return self._table(rows, widths, title, header=True, labels=(), least_height=least_height)

    def _table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        title: str,
        header: bool,
        labels: Sequence[int],
        least_height: int = 0,
    ) -> str:
        style = self._sheet.style("Tableau classeur" if header else "Tableau cartouche", StyleKind.TABLE)
        parts = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"0420" if header else "0480"}" w:firstRow="{int(header)}" w:lastRow="0" '
            f'w:firstColumn="{int(bool(labels))}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{attribute(title[:250])}"/></w:tblPr><w:tblGrid>',
            *(f'<w:gridCol w:w="{width}"/>' for width in widths),
            "</w:tblGrid>",
        ]
        for number, row in enumerate(rows):
            is_header = header and number == 0
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
                f"</w:tcPr>{self._cell(value, place, is_header, labels)}</w:tc>"
                for place, (value, width) in enumerate(zip(row, widths, strict=True))
            )
            height = f'<w:trHeight w:val="{least_height}"/>' if least_height and not is_header else ""
            told = f"<w:cantSplit/>{height}{'<w:tblHeader/>' if is_header else ''}"
            parts.append(f"<w:tr><w:trPr>{told}</w:trPr>{cells}</w:tr>")
        return "".join(parts) + "</w:tbl>"

    def _cell(self, value: str, place: int, is_header: bool, labels: Sequence[int]) -> str:
        style = "Tableau en-tête" if is_header else "Cartouche libellé" if place in labels else "Cartouche texte"
        return self.text(value, style)

    def text(self, value: str, style: str) -> str:
        """A paragraph of plain words, or of runs."""
        return paragraph(value if isinstance(value, Runs) else run(value), Look(self._sheet.style(style)))

    def spacer(self) -> str:
        """A thin line between two tables."""
        return paragraph("", Look(self._sheet.style("Intercalaire")))

    def _facts(self, copy: WordCopy) -> Iterable[tuple[str, str]]:
        block, words = copy.block, self._words
        yield words("Organisation"), block.organisation
        yield words("Kind"), block.kind
        yield words("Reference"), block.reference
        yield words("Version"), f"{block.version} ({change_word(block.change, words)})"
        yield (
            words("In force from"),
            words.date(block.effective_from) if block.effective_from else words("on its release day"),
        )
        yield words("Approved on"), words.date(block.approved_on) if block.approved_on else words("not approved yet")
        yield words("Next review"), words.date(copy.review_on)
        yield words("Process"), ", ".join(f"{each.code} {each.title}".strip() for each in block.processes) or "–"
        yield words("Owner"), block.owner or "–"
        yield words("To be read by"), self._audience(block)
        if block.reviewed:
            yield words("Reviewed on"), f"{words.date(block.reviewed.on)}, {block.reviewed.name}"
        if block.people.contributors:
            yield words("With the help of"), ", ".join(block.people.contributors)
        if block.people.consulted:
            told = (f"{body}, {words.date(day)}" for body, day in block.people.consulted)
            yield words("Consulted"), "; ".join(told)
        if block.cumul_reason:
            yield words("One person, two steps"), block.cumul_reason
        if facts := block.facts:
            if facts.is_adopted:
                yield words("Taken over from paper"), facts.evidence or "–"
            if facts.until:
                yield words("Emergency edition"), words("temporary until {day}", day=words.date(facts.until))
            if facts.override:
                yield words("Editorial in spite of a doubt"), facts.override
            if facts.reference != block.reference:
                yield words("Released as"), facts.reference
            yield words("Released by"), f"{facts.released_by.name}, {words.date(facts.released_on)}"
            yield words("Digest"), facts.short_digest
            yield words("Ledger entry"), facts.short_entry
        else:
            yield words("Digest"), block.short_digest

    def _audience(self, block: ControlBlock) -> str:
        if block.audience.is_everyone:
            return self._words("everyone")
        parts = (", ".join(block.audience.roles), ", ".join(block.audience.units))
        return " – ".join(part for part in parts if part) or "–"

    def _notes(self, person: Signatory) -> str:
        if not person.on_behalf_of:
            return ""
        return self._words("by delegation of {person}", person=person.on_behalf_of)

    def _rereading(self, block: ControlBlock) -> str:
        words = self._words
        if block.facts is None:
            return ""
        told = {
            Readers.EVERYONE: words("To be read by everyone concerned."),
            Readers.ROLES: words("To be read by: {roles}.", roles=", ".join(block.facts.reread)),
            Readers.NOBODY: words("Nobody has to read it again."),
        }[block.facts.readers]
        return f" {told}"

    def _history(self, block: ControlBlock, heading: str) -> str:
        words = self._words
        titles = (words("Version"), words("In force from"), words("Change"), words("What changed"), words("Written by"))
        versions = [
            (row.version, words.date(row.effective_from), change_word(row.change, words), row.summary or "–", names)
            for row in block.history
            for names in [", ".join(row.writers)]
        ]
        return self.part(words("History of the versions"), heading, titles, versions, (10, 18, 14, 38, 20))

    def _proof(self, block: ControlBlock) -> str:
        if block.facts is None:
            return self._words("Digest of this working text: {digest}.", digest=block.digest)
        return self._words(
            "To check this sheet: the digest of its text is {digest}, its release is the entry {entry} of the ledger.",
            digest=block.facts.digest,
            entry=block.facts.entry,
        )
