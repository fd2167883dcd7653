"""Word files into drafts: planned, shown, then written; an existing text is never replaced in silence."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from classeur.errors import ClasseurError
from classeur.importers.word.draft import Desk, Draft, draft_of
from classeur.importers.word.likeness import Twins, twins
from classeur.importers.word.neighbours import link_drafts
from classeur.importers.word.reader import CarriedSource, WordText, read_word
from classeur.importers.word.report import Account, Entry, report
from classeur.model.binder import Binder
from classeur.model.findings import Fault, Finding, Location
from classeur.model.organisation import ORGANISATION_FILE
from classeur.model.references import folded
from classeur.reading.files import TEXT_FOLDERS
from classeur.rules.registry import all_rules, run
from classeur.tasks.edited_copy import edited_copy, is_unchanged
from classeur.tasks.house import open_house
from classeur.tasks.markdown_shown import shown_in
from classeur.tasks.old_word import as_docx
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator

REPORT = "rapport-import"
"""The name of the report; a number follows when it is taken."""
WORD = frozenset({".docx", ".docm", ".dotx", ".doc"})
_LARGEST_FILE = 210 * 1024 * 1024

Progress = Callable[[Sequence[Path]], Iterable[Path]]


@dataclass(frozen=True)
class Wish:
    """What a person asked of an import.

    Attributes:
        out: the folder of the drafts.
        is_asked: whether that folder was typed; an edited copy otherwise goes back to its own text.
        replaces: whether a text of the house that changed meanwhile may be replaced.
    """

    out: Path
    is_asked: bool = True
    replaces: bool = False


@dataclass(frozen=True)
class ToWrite:
    """A file that the import would write. `replaces` is the text that it was made from, when it may take its place."""

    path: Path
    data: bytes
    replaces: bytes | None = None


_Planned = tuple[Entry, list[ToWrite]]
"""What becomes of a file: what is told of it, what would be written."""


@dataclass(frozen=True)
class ImportPlan:
    """What an import would write, and all that it has to tell."""

    account: Account
    files: tuple[ToWrite, ...]
    report_folder: Path
    report: str

    @property
    def is_whole(self) -> bool:
        """Whether every file gave a draft that could be written."""
        return all(entry.is_whole for entry in self.account.entries)


def word_files(typed: Iterable[Path], words: Translator) -> tuple[Path, ...]:
    """The Word files among what a person typed: files, and folders with all that they hold.

    Raises:
        ClasseurError: one of them does not exist, or there is no Word file at all.
    """
    found: list[Path] = []
    for each in typed:
        if each.is_dir():
            inner = (Path(here) / name for here, _, names in os.walk(each) for name in names)
            found += sorted(f for f in inner if f.suffix.lower() in WORD and not f.name.startswith(("~$", ".")))
        elif each.is_file():
            found.append(each)
        else:
            raise ClasseurError(
                words("{path} does not exist.", path=each), remedy=words("Check the path of the Word file or folder.")
            )
    if not found:
        raise ClasseurError(
            words("No Word file there."), remedy=words("Name .docx files, or a folder that holds some.")
        )
    return tuple(dict.fromkeys(found))


def binder_of(root: Path | None, today: dt.date) -> Binder:
    """The house that the drafts are for; one without anything when there is none yet."""
    return open_house(root, today).binder if root is not None else Binder(today)


def plan_import(
    files: Sequence[Path], wish: Wish, binder: Binder, root: Path | None, words: Translator, progress: Progress
) -> ImportPlan:
    """What an import of these files would write; reads, writes nothing.

    Args:
        root: the house, None when there is none.
        progress: gives the files one after the other, and may show how far the work is.
    """
    desk, above = Desk(binder, words), _common_folder(files)
    made: list[Draft | _Planned] = []
    for file in progress(files):
        text = read_file(file, PurePosixPath(file.relative_to(above).as_posix()))
        if not text.is_read:
            made.append((Entry(str(text.path), findings=weighed(text.faults, binder)), []))
        elif text.source is not None and text.is_own:
            made.append(_edited(text, text.source, wish, binder, root, words))
        else:
            made.append(draft_of(text, desk))
    drafts = [each for each in made if isinstance(each, Draft)]
    link_drafts(drafts)
    planned = [_planned(each, wish.out, binder) if isinstance(each, Draft) else each for each in made]
    alike = twins([draft.body for draft in drafts])
    account = Account(tuple(_with_twins([entry for entry, _ in planned], alike, binder)), alike)
    writes = (write for _, each in planned for write in each)
    kept = tuple(write for write in writes if write.replaces is not None or not write.path.exists())
    return ImportPlan(account, kept, _report_folder(wish.out, root), report(account, words))


def _planned(draft: Draft, out: Path, binder: Binder) -> _Planned:
    """What a draft would write, unless a file is in its way."""
    target = out / f"{draft.name}.md"
    faults = [*draft.faults, *_taken(draft, binder), *_in_the_way(target, draft)]
    is_free = not any(fault.code == "WD023" for fault in faults)
    entry = Entry(str(draft.source), target.name if is_free else "", draft, weighed(faults, binder))
    return entry, list(_files_of(draft, out)) if is_free else []


def read_file(file: Path, shown: PurePosixPath) -> WordText:
    """A Word file, whatever its age; what stops it is told in its faults."""
    try:
        if file.stat().st_size > _LARGEST_FILE:
            return _unread(shown, "WD004", f"{file.stat().st_size // 1024 // 1024} Mo")
        data = file.read_bytes()
    except OSError as error:
        return _unread(shown, "WD001", error.strerror or str(error))
    if file.suffix.lower() == ".docm":
        return _unread(shown, "WD003", file.name)
    text = read_word(data, shown)
    if [fault.code for fault in text.faults] == ["WD005"]:
        converted = as_docx(file)
        if converted:
            text = read_word(converted, shown)
            text.told.tell("WD038", file.name)
    return text


def carry_out(plan: ImportPlan, words: Translator) -> Path:
    """Write the drafts, their pictures and the report; returns the report's path.

    Raises:
        ClasseurError: something cannot be written, or changed since the plan was made.
    """
    try:
        for each in plan.files:
            each.path.parent.mkdir(parents=True, exist_ok=True)
            _write(each, words)
        plan.report_folder.mkdir(parents=True, exist_ok=True)
        target = plan.report_folder / f"{REPORT}.md"
        number = 1
        while target.exists():
            number += 1
            target = plan.report_folder / f"{REPORT}-{number}.md"
        target.write_text(plan.report, "utf-8", newline="\n")
    except OSError as error:
        raise ClasseurError(
            words(
                "{path} cannot be written: {problem}.", path=error.filename or "", problem=disk_trouble(error, words)
            ),
            remedy=words("Choose another folder with -o, free some space, or ask for the right to write there."),
        ) from error
    return target


def weighed(faults: Iterable[Fault], binder: Binder) -> tuple[Finding, ...]:
    """The findings of an import, weighed by the profile of the house."""
    known = {code: rule for code, rule in all_rules().items() if rule.check is None}
    return run(replace(binder, documents=()), faults, known)


def _write(each: ToWrite, words: Translator) -> None:
    if each.replaces is None:
        try:
            with open(each.path, "xb") as file:
                file.write(each.data)
        except FileExistsError:
            raise _changed(each.path, words) from None
        return
    if each.path.read_bytes() != each.replaces:
        raise _changed(each.path, words)
    beside = each.path.with_name(f".{each.path.name}.new")
    beside.write_bytes(each.data)
    beside.replace(each.path)


def _changed(path: Path, words: Translator) -> ClasseurError:
    return ClasseurError(
        words("{path} changed while the import was prepared: nothing more was written.", path=path),
        remedy=words("Repeat the command."),
    )


def _unread(shown: PurePosixPath, code: str, problem: str) -> WordText:
    return WordText(shown, faults=(Fault(Location(shown), code, {"name": shown.name, "problem": problem}),))


def _common_folder(files: Sequence[Path]) -> Path:
    return Path(os.path.commonpath([file.parent for file in files])) if files else Path()


def _files_of(draft: Draft, out: Path) -> Iterator[ToWrite]:
    yield ToWrite(out / f"{draft.name}.md", draft.text.encode())
    for name, data in draft.pictures.items():
        yield ToWrite(out / name, data)


def _edited(
    text: WordText, source: CarriedSource, wish: Wish, binder: Binder, root: Path | None, words: Translator
) -> _Planned:
    """What an edited copy would write: in its text's place when nobody asked for another folder."""
    made = edited_copy(text, source, binder, shown_in(root or Path(), words))
    draft, working = made.draft, made.working
    against = f"{source.reference} {source.version}"
    if made.is_same:
        return Entry(
            str(text.path), "", None, weighed(draft.faults, binder), made.comparison, against, is_same=True
        ), []
    place = root / working.path if root and working and not wish.is_asked else wish.out / f"{draft.name}.md"
    data = draft.text.encode()
    before = place.read_bytes() if place.exists() else None
    faults = list(draft.faults)
    if before is not None and before != data and not (wish.replaces or is_unchanged(place, source)):
        values = {"path": place.name, "reference": draft.reference}
        faults.append(Fault(Location(text.path), "WD023", values, draft.reference))
        return Entry(str(text.path), "", draft, weighed(faults, binder), made.comparison, against), []
    files = [ToWrite(place, data, before)] if before != data else []
    files += [ToWrite(place.parent / name, picture) for name, picture in draft.pictures.items()]
    written = place.relative_to(root).as_posix() if root and place.is_relative_to(root) else place.name
    return Entry(str(text.path), written, draft, weighed(faults, binder), made.comparison, against), files


def _taken(draft: Draft, binder: Binder) -> Iterator[Fault]:
    """A reference that a text of the house, or one of its releases, bears already."""
    for document in binder.documents:
        if folded(document.reference) == folded(draft.reference):
            values = {"reference": document.reference, "path": str(document.path)}
            yield Fault(Location(draft.source), "WD031", values, draft.reference)


def _in_the_way(target: Path, draft: Draft) -> Iterator[Fault]:
    """A file that has the draft's name: it stays as it is."""
    if target.exists() and target.read_bytes() != draft.text.encode():
        values = {"path": target.name, "reference": draft.reference}
        yield Fault(Location(draft.source), "WD023", values, draft.reference)


def _with_twins(entries: Sequence[Entry], alike: Sequence[Twins], binder: Binder) -> list[Entry]:
    """The entries, each told of the earlier text that says the same."""
    found = list(entries)
    places = [place for place, entry in enumerate(entries) if entry.draft is not None and entry.comparison is None]
    for pair in alike:
        place = places[pair.second]
        here, other = found[place], entries[places[pair.first]]
        assert here.draft is not None
        code = "WD021" if pair.share == 1.0 else "WD022"
        values = {"other": other.source, "share": str(int(pair.share * 100))}
        fault = Fault(Location(here.draft.source), code, values, here.draft.reference)
        found[place] = replace(here, findings=(*here.findings, *weighed([fault], binder)))
    return found


def _report_folder(out: Path, root: Path | None) -> Path:
    """Beside the drafts; but in the folders of the texts, where every Markdown file is a document, elsewhere."""
    if root is not None and (root / ORGANISATION_FILE).exists():
        place = Path(os.path.relpath(out.resolve(), root.resolve()))
        if place.parts and place.parts[0] in TEXT_FOLDERS:
            return root / "imports"
    return out
