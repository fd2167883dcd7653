"""What makes the Word copies of a house: its template, its texts, what was kept, where links lead."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.documents import canonical_text
from classeur.model.links import local_target
from classeur.model.references import CITED
from classeur.reading.files import read_text
from classeur.tasks.house import House
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.tasks.word_cache import Kept
from classeur.tasks.word_template import LOGO, read_template, template_path
from classeur.views.binder_pack import copies_out
from classeur.views.shown import Shown, pages_by_path
from classeur.views.word_copy import CopyMark, copies_in_force, draft_to_print, word_copy
from classeur.wording.translator import LOCALES, Translator, translator
from classeur.writers.site.dialect import Dialect
from classeur.writers.word.copies import Press, copy_file
from classeur.writers.word.inline import Destination
from classeur.writers.word.properties import Source
from classeur.writers.word.texts import Bookshelf, PaperTexts
from classeur.writers.word.wml import bookmark_name

ANNEXES = PurePosixPath("annexes")

Files = Iterator[tuple[PurePosixPath, bytes]]
"""Files to write, by their place in the output folder."""


@dataclass
class WordRoom:
    """What makes the copies of a house: its press, and what was kept from earlier runs."""

    house: House
    press: Press
    kept: Kept
    mark: CopyMark = field(default_factory=CopyMark)

    def copy(self, each: Shown, at: PurePosixPath, shelf: Bookshelf, edit: bool = False) -> bytes:
        """The Word file of a version, made again only when something in it changed."""
        view = word_copy(self.house.binder, each, self.mark)
        answers = self._answers(each, shelf)
        made_from = "\n".join((self.press.imprint, str(at), str(edit), repr(view), *answers))
        source = self._source(each) if edit else None
        return self.kept.get(made_from, lambda: copy_file(self.press, view, each.release, shelf, source))

    def _answers(self, each: Shown, shelf: Bookshelf) -> Iterator[str]:
        document = each.document
        references = {shelf.by_path[path] for path in _linked(each) if path in shelf.by_path}
        references |= set(CITED.findall(document.body))
        for reference in sorted(references):
            yield f"{reference} {shelf.place(reference, '')}"
        for attachment in document.attachments:
            yield f"{attachment.name} {attachment.sha256} {shelf.annex(PurePosixPath(attachment.name))}"

    def _source(self, each: Shown) -> Source:
        """The Markdown that an edited copy comes back to."""
        root, release = self.house.root, each.release
        path = self.house.release_path(release) if release else each.document.path
        text, _ = read_text(root, path)
        markdown = canonical_text(text or "")
        sha256 = hashlib.sha256(markdown.encode("utf-8", "surrogatepass")).hexdigest()
        digest = release.digest if release else each.document.digest
        return Source(each.reference, str(each.document.version), digest, sha256, markdown)


def word_room(house: House, dialect: Dialect, words: Translator, copy_number: str = "") -> WordRoom:
    """Everything that is needed to make copies; they speak the organisation's language.

    Raises:
        ClasseurError: the house's template cannot be read, or no copy in use bears that number.
    """
    root, binder = house.root, house.binder
    language = binder.organisation.language
    template = read_template(template_path(root), words).completed(LOCALES.get(language, language))
    cache = root / CACHE_FOLDER / "word"
    pictures = Kept(cache / "pictures", ".png")

    def raster(svg: str, width: int, draw: Callable[[str, int], bytes]) -> bytes:
        return pictures.get(f"{width} {svg}", lambda: draw(svg, width))

    logo = root / LOGO
    texts = PaperTexts(root, dialect, pages_by_path(binder), frozenset(binder.standings))
    press = Press(
        template,
        texts,
        translator(language),
        site=binder.organisation.site_url,
        logo=logo.read_bytes() if logo.is_file() else b"",
        rasters=raster,
    )
    return WordRoom(house, press, Kept(cache / "copies", ".docx"), _mark(house, copy_number, words))


def documents(
    room: WordRoom, listed: Iterable[Shown], places: Mapping[str, PurePosixPath], edit: bool = False
) -> Files:
    """One file a document at its place, then the files that they link to."""
    annexes: dict[PurePosixPath, bytes] = {}
    for each in listed:
        at = places[each.reference]
        found = _annexes(room, each)
        shelf = shelf_at(room, at, places, {path: name for path, (name, _) in found.items()})
        yield at, room.copy(each, at, shelf, edit)
        annexes |= dict(found.values())
    yield from sorted(annexes.items())


def shelf_at(
    room: WordRoom,
    at: PurePosixPath,
    places: Mapping[str, PurePosixPath],
    annexes: Mapping[PurePosixPath, PurePosixPath],
) -> Bookshelf:
    """Where links lead from the file at a place: to the other files written, else to the intranet."""

    def place(reference: str, anchor: str) -> Destination | None:
        known = room.house.binder.ledger.present(reference)
        if known in places:
            return Destination(address=_relative(places[known], at) + (f"#{bookmark_name(anchor)}" if anchor else ""))
        page = room.press.address(known)
        return Destination(address=page + (f"#{anchor}" if anchor else "")) if page else None

    def annex(path: PurePosixPath) -> str | None:
        return _relative(annexes[path], at) if path in annexes else None

    return Bookshelf(room.press.texts.by_path, place, annex)


def seen_from(at: PurePosixPath, places: Mapping[str, PurePosixPath]) -> Callable[[str], Destination | None]:
    """The place of each document as seen from a file."""
    return lambda reference: Destination(address=_relative(places[reference], at)) if reference in places else None


def _relative(target: PurePosixPath, at: PurePosixPath) -> str:
    return posixpath.relpath(str(target), str(at.parent))


def _linked(each: Shown) -> Iterator[PurePosixPath]:
    for link in each.document.outline.links:
        path = local_target(each.document.path, link.target)
        if path is not None:
            yield path


def _annexes(room: WordRoom, each: Shown) -> dict[PurePosixPath, tuple[PurePosixPath, bytes]]:
    """The files that a text links to: where their copies go, and what they hold. Pictures are in the copy itself."""
    document = each.document
    linked = {local_target(document.path, link.target) for link in document.outline.links if not link.is_picture}
    found = {}
    for attachment in document.attachments:
        path = PurePosixPath(attachment.name)
        stored = PaperTexts.stored(document, each.release, path)
        if path not in linked or stored is None:
            continue
        try:
            data = (room.house.root / stored).read_bytes()
        except OSError:
            continue
        found[path] = (ANNEXES / f"{attachment.sha256[:8]}-{path.name}", data)
    return found


def handed_out(room: WordRoom) -> tuple[Shown, ...]:
    """The versions in force; the working texts, marked as drafts, of a house that released nothing yet."""
    binder = room.house.binder
    if not binder.ledger.is_empty:
        return copies_in_force(binder)
    return tuple(each for reference in binder.standings if (each := draft_to_print(binder, reference)))


def _mark(house: House, number: str, words: Translator) -> CopyMark:
    if not number:
        return CopyMark()
    for copy in copies_out(house.binder):
        if copy.number == number:
            return CopyMark(number, copy.place)
    raise ClasseurError(
        words("No copy in use bears the number {number}.", number=number),
        remedy=words("Look at manual/registers/copies.yml."),
    )
