"""Word copies: some documents, all those in force, a whole binder, or what changed in it."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.outline import slug
from classeur.model.versions import Version
from classeur.tasks.as_of import as_of
from classeur.tasks.house import Texts, open_house
from classeur.tasks.word_room import Files, WordRoom, documents, handed_out, seen_from, shelf_at, word_room
from classeur.views.binder_pack import (
    BinderFacts,
    BinderSection,
    Sheets,
    binder_facts,
    binder_sections,
    changes_since,
    copy_tasks,
    sheets_of,
)
from classeur.views.process_map import exchanges, process_map
from classeur.views.shown import Shown
from classeur.views.word_copy import copies_in_force, draft_to_print, edition_to_print, word_copy
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator
from classeur.writers.site.dialect import Dialect
from classeur.writers.word.binder import (
    BinderTold,
    binder_file,
    copy_task_file,
    divider_file,
    flow_lines,
    index_file,
    update_file,
)
from classeur.writers.word.package import zipped

INDEX = PurePosixPath("00-Index.docx")
UPDATE = PurePosixPath("00-Mise-a-jour.docx")
CONTENTS = PurePosixPath("00-Contenu.json")
"""What a binder holds, for the next update: a plain file that goes with it (ADR 0031)."""
DIVIDER = "00-Intercalaire.docx"
NO_PROCESS = "Autres"
_CONTENTS_FORMAT = 1


@dataclass(frozen=True)
class WordRequest:
    """What a person asks for.

    Attributes:
        references: some documents; none with `everything`, `binder` or `since`.
        since: a day, or the folder or zip of an earlier binder or update.
        copy_number: the numbered copy that the sheets are for; empty for none.
    """

    references: tuple[str, ...] = ()
    everything: bool = False
    binder: bool = False
    since: str = ""
    copy_number: str = ""
    draft: bool = False
    version: Version | None = None
    edit: bool = False


def export(
    root: Path, today: dt.date, request: WordRequest, out: Path, dialect: Dialect, words: Translator
) -> Iterator[Path]:
    """Write what is asked for; gives each path once it is written.

    Raises:
        ClasseurError: something asked for does not exist, or cannot be written.
    """
    room = word_room(open_house(root, today, Texts.ALL), dialect, words, request.copy_number)
    is_one_file = out.suffix.lower() == ".docx"
    if request.binder and is_one_file:
        yield from write_files(out.parent, iter([(PurePosixPath(out.name), binder_in_one(room))]), words)
        return
    if request.since:
        files = update_files(room, _since(request.since, out, words), words)
    elif request.binder:
        files = binder_files(room)
    elif request.everything:
        files = copies(room, handed_out(room), request.edit)
    else:
        chosen = chosen_copies(room, request.references, words, request.draft, request.version)
        files = copies(room, chosen, request.edit)
        if is_one_file and len(chosen) == 1:
            files = _renamed(files, PurePosixPath(out.name))
            out, is_one_file = out.parent, False
    if is_one_file:
        raise ClasseurError(
            words("{path} is one file, and several were asked for.", path=out.name),
            remedy=words("Give a folder, or a name that ends in .zip."),
        )
    yield from write_files(out, files, words)
    if request.everything:
        room.kept.forget_others()


def _renamed(files: Files, wanted: PurePosixPath) -> Files:
    """The only Word file under the name that a person typed; the files that it links to keep theirs."""
    for name, data in files:
        yield wanted if name.suffix == ".docx" else name, data


def _since(typed: str, out: Path, words: Translator) -> dt.date | Path:
    """The day or the earlier binder that a person typed."""
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        folder = Path(typed)
    if not folder.exists():
        raise ClasseurError(
            words("{typed} is neither a day nor an earlier binder.", typed=typed),
            remedy=words("Give a day such as 2026-12-01, or the folder or the zip of the last binder or update."),
        )
    if folder.resolve() == out.resolve():
        raise ClasseurError(
            words("An update does not go into the binder that it starts from."),
            remedy=words("Choose another folder with -o."),
        )
    return folder


def chosen_copies(
    room: WordRoom, references: Iterable[str], words: Translator, draft: bool = False, version: Version | None = None
) -> tuple[Shown, ...]:
    """The texts to hand out for some references.

    Raises:
        ClasseurError: a reference has no text to hand out.
    """
    binder = room.house.binder
    found = []
    for reference in references:
        each = draft_to_print(binder, reference) if draft else edition_to_print(binder, reference, version)
        if each is None:
            raise ClasseurError(
                words("No text of {reference} can be handed out.", reference=reference),
                remedy=words("`classeur status` says what is in force; --draft gives the text being written."),
            )
        found.append(each)
    return tuple(found)


def copies(room: WordRoom, chosen: Iterable[Shown], edit: bool = False) -> Files:
    """One file a document, side by side, then the files that they link to."""
    listed = tuple(chosen)
    places = {each.reference: PurePosixPath(f"{each.reference}.docx") for each in listed}
    yield from documents(room, listed, places, edit)


def binder_files(room: WordRoom) -> Files:
    """A binder: index, a folder a process with its divider and its documents, annexes, and its own contents list."""
    listed = handed_out(room)
    told = _told(room, listed)
    places = _places(told.sections)
    yield INDEX, index_file(room.press, told, seen_from(INDEX, places))
    for part in told.sections:
        at = PurePosixPath(part.code or NO_PROCESS, DIVIDER)
        yield at, divider_file(room.press, told, part, seen_from(at, places))
    yield from documents(room, listed, places)
    yield CONTENTS, _contents(told.facts, listed)


def binder_in_one(room: WordRoom) -> bytes:
    """The whole binder as one Word file."""
    listed = handed_out(room)
    made = {each.reference: (word_copy(room.house.binder, each, room.mark), each.release) for each in listed}
    shelf = shelf_at(room, PurePosixPath("classeur.docx"), {}, {})
    return binder_file(room.press, _told(room, listed), made, shelf)


def update_files(room: WordRoom, since: dt.date | Path, words: Translator) -> Files:
    """What changed in a binder since a day, or since an earlier binder or update: cover, index, sheets, tasks.

    Raises:
        ClasseurError: no earlier binder is there.
    """
    binder = room.house.binder
    if isinstance(since, Path):
        before, day = _contents_of(since, words)
    else:
        before, day = tuple(sheets_of(each) for each in copies_in_force(as_of(room.house, since))), since
    listed = copies_in_force(binder)
    changes = changes_since(binder, before)
    told = _told(room, listed)
    sentence = _since_when(day, room.press.words)
    inserted = {change.into.reference for change in changes if change.into}
    places = {reference: at for reference, at in _places(told.sections).items() if reference in inserted}
    tasks = copy_tasks(binder, changes)
    yield UPDATE, update_file(room.press, told.facts, changes, tasks, sentence, seen_from(UPDATE, places))
    yield INDEX, index_file(room.press, told, seen_from(INDEX, places))
    for task in tasks:
        at = PurePosixPath(f"00-Copie-{slug(task.copy.number)}.docx")
        yield at, copy_task_file(room.press, told.facts, task, sentence)
    yield from documents(room, tuple(each for each in listed if each.reference in inserted), places)
    yield CONTENTS, _contents(told.facts, listed)


def write_files(out: Path, files: Files, words: Translator) -> Iterator[Path]:
    """Write the files into a folder, or into one zip when the name ends in `.zip`; gives each path once written.

    Raises:
        ClasseurError: they cannot be written.
    """
    try:
        if out.suffix.lower() == ".zip":
            out.parent.mkdir(parents=True, exist_ok=True)
            write_changed(out, zipped({str(name): data for name, data in files}))
            yield out
            return
        for name, data in files:
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_changed(path, data)
            yield path
    except OSError as error:
        raise ClasseurError(
            words(
                "{path} cannot be written: {problem}.", path=error.filename or out, problem=disk_trouble(error, words)
            ),
            remedy=words("Choose another place, or close the file in Word."),
        ) from error


def write_changed(path: Path, data: bytes) -> None:
    """Write what changed only: the date of an unchanged file stays."""
    if not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)


def _since_when(day: dt.date | None, words: Translator) -> str:
    return words("Changes since {day}.", day=words.date(day)) if day else words("Everything is new.")


def _places(sections: Iterable[BinderSection]) -> dict[str, PurePosixPath]:
    return {
        each.reference: PurePosixPath(part.code or NO_PROCESS, f"{each.reference}.docx")
        for part in sections
        for each in part.documents
    }


def _told(room: WordRoom, listed: tuple[Shown, ...]) -> BinderTold:
    binder = room.house.binder
    processes = tuple(binder.process[code] for code in sorted(binder.process))
    flows = flow_lines(processes, ((flow.source, flow.target, flow.what) for flow in exchanges(processes)))
    shown = process_map(processes, binder.organisation, {}) if processes else None
    return BinderTold(
        binder_facts(binder, listed), binder_sections(binder, listed), shown, flows, binder.glossary, room.mark
    )


def _contents(facts: BinderFacts, listed: Iterable[Shown]) -> bytes:
    held = [
        {"reference": s.reference, "version": s.version, "title": s.title, "digest": s.digest}
        for s in (sheets_of(each) for each in listed)
    ]
    day = facts.as_of.isoformat() if facts.as_of else None
    told = {"format": _CONTENTS_FORMAT, "head": facts.head, "as_of": day, "documents": held}
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _contents_of(folder: Path, words: Translator) -> tuple[tuple[Sheets, ...], dt.date | None]:
    try:
        if folder.is_file():
            with zipfile.ZipFile(folder) as archive:
                data = archive.read(str(CONTENTS))
        else:
            data = (folder / CONTENTS).read_bytes()
        told = json.loads(data)
        held = tuple(Sheets(d["reference"], d["version"], d["title"], d["digest"]) for d in told["documents"])
        return held, dt.date.fromisoformat(told["as_of"]) if told["as_of"] else None
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
        raise ClasseurError(
            words(
                "{folder} holds no earlier binder: {file} is missing or cannot be read.", folder=folder, file=CONTENTS
            ),
            remedy=words("Give the folder or the zip of the last binder or update, or a day such as 2026-12-01."),
        ) from error
