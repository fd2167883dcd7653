"""The folder that an auditor takes away: pages that open without a network, extracts, and how to check them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from classeur.ledger.verify import LedgerReport
from classeur.model.binder import Binder
from classeur.views.evidence import EvidencePack, EvidenceText
from classeur.views.shown import pages_by_path
from classeur.views.tables import Table
from classeur.wording.coverage import coverage_table, coverage_word, source_title
from classeur.wording.evidence import EvidenceTables
from classeur.wording.journal import assurance_word
from classeur.wording.rule_pages import told
from classeur.wording.states import change_word, state_word
from classeur.wording.translator import Translator
from classeur.writers.site.dialect import Dialect
from classeur.writers.site.templates import Templates, link_from
from classeur.writers.site.texts import Destinations, TextRenderer
from classeur.writers.tables import TABLE_FORMATS

INDEX = "index.html"
CHECKING = "verifier.html"
STYLE = "evidence.css"
SUMS = "SHA256SUMS"
"""The SHA-256 of every other file of the folder, as `sha256sum -c` reads them."""
TEXTS, TABLES, PROOF = "textes", "registres", "preuve"
JOURNAL_SUMS = f"{PROOF}/journal.sha256"


@dataclass(frozen=True)
class Proof:
    """What the house's own files say.

    Attributes:
        read: gives the bytes of a file of the house, relative to it.
        journal: the SHA-256 of each entry of the journal, by the name of its file.
        as_of_head: the hash of the last entry of the day shown; empty when nothing was released by then.
    """

    report: LedgerReport
    read: Callable[[str], bytes]
    journal: Mapping[str, str]
    as_of_head: str


def text_page(text: EvidenceText) -> str:
    """The page of a text, relative to the folder."""
    return f"{TEXTS}/{text.name}.html"


class EvidenceFolder:
    """Lays out one pack: `files` gives every file by its path in the folder."""

    def __init__(
        self, pack: EvidencePack, binder: Binder, proof: Proof, dialect: Dialect, words: Translator, root: Path
    ) -> None:
        self._pack, self._proof, self._words = pack, proof, words
        pages = {each.reference: text_page(each) for each in pack.texts if not each.is_confidential}
        self._pages = pages
        by_path = {path: pages[name] for path, name in pages_by_path(binder).items() if name in pages}
        self._renderer = TextRenderer(dialect, Destinations(by_path, pages), binder.stored)
        self._templates = Templates(root, words, "evidence")

    def files(self) -> dict[str, bytes]:
        """Every file, by its path in the folder; the sums of all the others come last."""
        tables = [
            coverage_table(self._pack.standard, self._pack.organisation, self._pack.on, self._words),
            *EvidenceTables(self._pack, self._words).all(),
        ]
        made = self._tables(tables)
        for each in self._pack.texts:
            if not each.is_confidential:
                made[text_page(each)] = self._text(each)
                made |= self._released(each)
        made |= {unquote(address): self._proof.read(str(source)) for address, source in self._renderer.files.items()}
        made[INDEX] = self._page("index", INDEX, tables=tables)
        made[CHECKING] = self._page("checking", CHECKING)
        made[STYLE] = self._templates.file(STYLE).encode()
        made[JOURNAL_SUMS] = "".join(f"{sha}  {name}\n" for name, sha in sorted(self._proof.journal.items())).encode()
        made[f"{PROOF}/verify.json"] = self._verification()
        lines = (f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made))
        made[SUMS] = "".join(lines).encode()
        return made

    def _tables(self, tables: list[Table]) -> dict[str, bytes]:
        return {
            f"{TABLES}/{table.name}{suffix}": as_bytes(table)
            for table in tables
            for suffix, as_bytes in TABLE_FORMATS.items()
        }

    def _text(self, each: EvidenceText) -> bytes:
        page = text_page(each)
        text = self._renderer.render(each.shown.document, page, each.shown.release)
        return self._page("text", page, text=each, block=each.block, sections=text.sections)

    def _released(self, each: EvidenceText) -> dict[str, bytes]:
        release = each.shown.release
        names = [file.path for file in release.entry.files] if release else []
        return {f"{PROOF}/{each.folder}/{name}": self._proof.read(f"{each.folder}/{name}") for name in names}

    def _verification(self) -> bytes:
        report, language = self._proof.report, self._words.language
        problems = [
            {"code": each.code, "path": str(each.path), "message": told(each.finding, language).message}
            for each in report.problems
        ]
        said = {"verdict": report.verdict.value, "head": report.head, "head_of_that_day": self._proof.as_of_head}
        return (json.dumps(said | {"problems": problems}, ensure_ascii=False, indent=2) + "\n").encode()

    def _page(self, template: str, page: str, **values: object) -> bytes:
        words = self._words
        text = self._templates.file(
            f"{template}.html.j2",
            pack=self._pack,
            standard=self._pack.standard,
            proof=self._proof,
            language=words.language,
            link=link_from(page),
            pages=self._pages,
            folders={"texts": TEXTS, "tables": TABLES, "proof": PROOF},
            names={"index": INDEX, "checking": CHECKING, "style": STYLE, "sums": SUMS, "journal": JOURNAL_SUMS},
            coverage_word=lambda state: coverage_word(state, words),
            source_title=lambda name: source_title(name, words),
            state_word=lambda state: state_word(state, words),
            change_word=lambda change: change_word(change, words),
            assurance_word=lambda assurance: assurance_word(assurance, words),
            **values,
        )
        return text.encode()
