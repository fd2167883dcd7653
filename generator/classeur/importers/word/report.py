"""What an import did, in a page for the person who checks it: read, guessed and from where, lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classeur.importers.word.control_block import Origin
from classeur.importers.word.draft import Draft
from classeur.importers.word.likeness import Twins
from classeur.model.comparison import Change, ChangeKind, Comparison
from classeur.model.findings import Finding
from classeur.wording.rule_pages import told
from classeur.wording.translator import Translator


@dataclass(frozen=True)
class Entry:
    """One file of the report: what became of it.

    Attributes:
        written: where its draft stands; empty when there is none.
        comparison: for an edited copy, what the person changed; `against` names the version that it came from.
        is_same: whether it says what its source says: there is nothing to write.
    """

    source: str
    written: str = ""
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    comparison: Comparison | None = None
    against: str = ""
    is_same: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the file gave a draft that could be written, or needs none."""
        stops = any(finding.code == "WD023" for finding in self.findings)
        return self.is_same or (self.draft is not None and not stops)


@dataclass(frozen=True)
class Account:
    """All that an import has to tell."""

    entries: tuple[Entry, ...]
    twins: tuple[Twins, ...] = ()

    @property
    def new_sources(self) -> tuple[str, ...]:
        """The files that gave new texts, in the order in which `twins` counts them."""
        return tuple(e.source for e in self.entries if e.draft is not None and e.comparison is None)

    def alike(self, words: Translator) -> Iterator[tuple[str, str, str]]:
        """The files whose texts are alike: the one, the other, how much."""
        for pair in self.twins:
            share = words("same text") if pair.share == 1.0 else words("{n} % in common", n=int(pair.share * 100))
            yield self.new_sources[pair.first], self.new_sources[pair.second], share


def report(account: Account, words: Translator) -> str:
    """The report, in Markdown."""
    entries = account.entries
    drafts = [entry for entry in entries if entry.draft is not None]
    counted = words.count("{n} Word file looked at", "{n} Word files looked at", len(entries))
    made = words.count("{n} draft", "{n} drafts", len(drafts))
    caution = words(
        "Nothing here is in force: each draft is to be read beside its Word file, then completed, submitted and signed."
    )
    parts = [f"# {words('Report of the Word import')}", f"{counted}, {made}.", caution]
    if len(entries) > 1:
        parts.append(_table(entries, words))
    if account.twins:
        parts += [f"## {words('Texts that are alike')}", _alike(account, words)]
    parts += [part for entry in entries for part in _entry(entry, words)]
    return "\n\n".join(parts) + "\n"


def _table(entries: Sequence[Entry], words: Translator) -> str:
    heads = (words("File"), words("Reference"), words("Kind"), words("Title"), words("Draft"), words("To look at"))
    rows = [heads, ("---",) * len(heads)]
    for entry in entries:
        draft = entry.draft
        told_of = (draft.reference, draft.kind, draft.title) if draft else ("–", "–", "–")
        rows.append((entry.source, *told_of, entry.written or "–", str(len(entry.findings))))
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|") or "–"


def _alike(account: Account, words: Translator) -> str:
    rows = [(words("File"), words("Other file"), words("Likeness")), ("---", "---", "---")]
    rows += account.alike(words)
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def _entry(entry: Entry, words: Translator) -> list[str]:
    parts = [f"## {_cell(entry.source)}"]
    parts.append(words("Draft: {path}", path=entry.written) if entry.written else words("No draft was made."))
    if entry.draft is not None and entry.draft.values:
        parts += [f"### {words('Read and guessed')}", _values(entry.draft, words)]
    if entry.draft is not None and entry.draft.headings:
        listed = "\n".join(f"- {heading}" for heading in entry.draft.headings)
        parts += [f"### {words('Headings proposed')}", listed]
    if entry.comparison is not None:
        parts += [f"### {words('What changed in Word')}", _changes(entry, words)]
    if entry.findings:
        parts += [f"### {words('Lost, guessed or to be looked at')}", _findings(entry.findings, words)]
    return parts


def _values(draft: Draft, words: Translator) -> str:
    rows = [(words("Line"), words("Value"), words("In the file"), words("Where")), ("---",) * 4]
    for value in draft.values:
        rows.append((f"`{value.field}`", value.value, value.typed, origin_word(value.origin, words)))
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def origin_word(origin: Origin, words: Translator) -> str:
    """Where a value was read."""
    return {
        Origin.PROPERTY: words("properties of the file"),
        Origin.HEADER: words("page header"),
        Origin.FOOTER: words("page footer"),
        Origin.TABLE: words("table of the first page"),
        Origin.PAGE: words("first page"),
        Origin.NAME: words("name of the file"),
        Origin.DEFAULT: words("nowhere: proposed, to be confirmed"),
    }[origin]


def _changes(entry: Entry, words: Translator) -> str:
    comparison = entry.comparison
    if not comparison:
        return words("Nothing: the copy says what its source said.")
    lines = [words("Compared with: {text}.", text=entry.against), ""]
    return "\n".join([*lines, *(_change(change, words) for change in comparison.changes)])


def _change(change: Change, words: Translator) -> str:
    where = f"{change.heading} : " if change.heading else ""
    before, after = _short(change.before), _short(change.after)
    told_as = {
        ChangeKind.ADDED: words("added: {text}", text=after),
        ChangeKind.REMOVED: words("removed: {text}", text=before),
        ChangeKind.CHANGED: words("“{before}” became “{after}”", before=before, after=after),
        ChangeKind.MOVED: words("moved: {text}", text=after),
    }
    return f"- {where}{told_as[change.kind]}"


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 300 else shown[:299] + "…"


def _findings(findings: Sequence[Finding], words: Translator) -> str:
    lines = []
    for finding in findings:
        said = told(finding, words.language)
        lines.append(f"- **{finding.code}** ({said.severity}) {said.message} {words('What to do:')} {said.remedy}")
    return "\n".join(lines)
