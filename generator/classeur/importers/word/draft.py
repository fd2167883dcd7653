"""From a Word file to a draft of the house: nothing but what the file says, each value with its origin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from classeur.importers.word.blocks import Block, Heading, Paragraph, Table, Title
from classeur.importers.word.control_block import Found, Origin, found_in, label_of, side_by_side
from classeur.importers.word.headings import bare_words, guessed, settled
from classeur.importers.word.inline import LINK_TO_BOOKMARK
from classeur.importers.word.losses import tell_losses
from classeur.importers.word.markdown import body_of
from classeur.importers.word.reader import WordText
from classeur.model.binder import Binder
from classeur.model.documents import canonical_text
from classeur.model.findings import Fault, Location
from classeur.model.front_matter import TypedLine, front_matter, quoted
from classeur.model.organisation import Step
from classeur.model.outline import outline, plain, slug
from classeur.model.references import folded
from classeur.model.versions import Version
from classeur.wording.translator import Translator

_BOOKMARK_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|!\[[^\]]*\]\([^)]*\))*)\]\(" + LINK_TO_BOOKMARK + r"([^()\s]*)\)")
_PICTURE = re.compile(r"!\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)((?:\s+\"[^\"]*\")?)\)")
_NO_TEXT = re.compile(
    r"(?i)^(?:cid:.*|[a-z]:\\.*|\\\\.*|(?:image|picture|photo|capture|img|graphique|grafik|logo)[ _-]*\d*|"
    r".*\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?))$|"
    r"g[ée]n[ée]r[ée]e? automatiquement|automatically generated|^une image contenant|^a (?:screenshot|picture) of"
)
"""What programs write where a person should say what a picture shows."""
_FEW_WORDS = 12
"""A text with fewer words for each of its pictures is a row of screenshots."""
_PEOPLE = {"writer": Step.WRITE, "validator": Step.VALIDATE, "approver": Step.APPROVE}
_OF_CONTROL_BLOCK = frozenset({"reference", "version", "effective_from", "date", "writer", "validator", "approver"})


@dataclass(frozen=True)
class Value:
    """A line of the draft's front matter: what was typed in the file, what was made of it, where it stood."""

    field: str
    value: str
    typed: str
    origin: Origin


@dataclass
class Draft:
    """A draft ready to be written, and all that has to be said of it.

    Attributes:
        pictures: the bytes of its pictures by their path beside the draft.
        values: the values of its front matter that were read or proposed.
        headings: the headings that were proposed.
        taken_out: the words of the control block that was taken out of the text.
        places: the headings that bookmarks of the file name, by bookmark.
    """

    source: PurePosixPath
    name: str
    reference: str = ""
    title: str = ""
    kind: str = ""
    text: str = ""
    body: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    values: tuple[Value, ...] = ()
    headings: tuple[str, ...] = ()
    taken_out: str = ""
    faults: tuple[Fault, ...] = ()
    places: dict[str, str] = field(default_factory=dict)


@dataclass
class Desk:
    """What the drafts of one import share: the house, and the references and names already given."""

    binder: Binder
    words: Translator
    references: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def name(self, wished: str) -> str:
        """A name of file that no other draft has."""
        base = slug(wished)[:60].strip("-") or "texte"
        name, number = base, 1
        while name in self.names:
            number += 1
            name = f"{base}-{number}"
        self.names.add(name)
        return name

    def fresh_reference(self) -> str:
        """A reference for a text that tells none."""
        used = self.references | {folded(document.reference) for document in self.binder.documents}
        number = 1
        while folded(f"IMP-{number:03}") in used:
            number += 1
        return f"IMP-{number:03}"


def draft_of(text: WordText, desk: Desk) -> Draft:
    """The draft of a file that was read."""
    words = desk.words
    found = found_in(text)
    told = {each.field: each for each in reversed(found)}
    title = _title(text, told, words)
    reference = _reference(text, told, desk)
    kind = _kind(text, told, reference, title.value, desk)
    version = _version(told)
    draft = Draft(text.path, desk.name(title.value), reference.value, title.value, kind.value)
    desk.references.add(folded(reference.value))
    blocks, draft.taken_out = _without_control_block(text)
    blocks = settled(blocks, words, title.value)
    draft.headings = guessed(blocks)
    if not text.is_own:
        tell_losses(blocks, text.told)
    draft.body = finished_body(text, blocks, draft, f"images/{draft.name}/")
    dates = [
        Value(name, told[name].value, told[name].typed, told[name].origin)
        for name in ("effective_from", "review_date")
        if name in told
    ]
    people, strangers = _people(told, desk)
    draft.values = (reference, title, kind, version, *dates, *people)
    draft.faults = (*_faults(text, draft, found), *strangers)
    draft.text = _front_matter(draft, people, strangers, words) + "\n" + draft.body
    return draft


def finished_body(text: WordText, blocks: Sequence[Block], draft: Draft, folder: str) -> str:
    """The text below the front matter: notes last, links to headings answered, pictures by their path."""
    body = body_of(blocks)
    for number, note in enumerate(text.notes, 1):
        inside = body_of(note).strip().replace("\n", "\n    ").replace("\n    \n", "\n\n")
        body += f"\n[^{number}]: {inside}\n"
    anchors = [heading.anchor for heading in outline(body).headings]
    draft.places = _places(blocks, anchors)
    body = _BOOKMARK_LINK.sub(_answer(draft.places, anchors, text), body)
    used: set[str] = set()

    def placed(found: re.Match[str]) -> str:
        if found[2] not in text.pictures:
            return found[0]
        used.add(found[2])
        alt = found[1]
        if alt and not text.is_own and _NO_TEXT.search(alt.replace("\\", "")):
            text.told.tell("WD011", found[2])
            alt = ""
        return f"![{alt}]({folder}{found[2]}{found[3]})"

    body = _PICTURE.sub(placed, body)
    draft.pictures = {f"{folder}{name}": data for name, data in text.pictures.items() if name in used}
    return canonical_text(body) if body.strip() else ""


def _places(blocks: Sequence[Block], anchors: Sequence[str]) -> dict[str, str]:
    """The headings that bookmarks name."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    return {
        name.lower(): anchor for heading, anchor in zip(headings, anchors, strict=False) for name in heading.bookmarks
    }


def _answer(places: Mapping[str, str], anchors: Sequence[str], text: WordText) -> Callable[[re.Match[str]], str]:
    """What a link to a bookmark becomes: one to the heading that bears it, or its words alone."""

    def answered(found: re.Match[str]) -> str:
        name = found[2].lower()
        anchor = places.get(name) or next((a for a in anchors if a.replace("-", "_") == name), "")
        if anchor:
            return f"[{found[1]}](#{anchor})"
        if not text.is_own:
            text.told.tell("WD029", found[1])
        return found[1]

    return answered


def _title(text: WordText, told: dict[str, Found], words: Translator) -> Value:
    typed = next((block for block in text.blocks if isinstance(block, Title)), None)
    if "title" in told and told["title"].origin is Origin.PROPERTY:
        return Value("title", told["title"].value, told["title"].typed, Origin.PROPERTY)
    if typed is not None:
        shown = bare_words(typed.text)
        return Value("title", shown[:150], shown, Origin.PAGE)
    if "title" in told:
        return Value("title", told["title"].value, told["title"].typed, told["title"].origin)
    tops = [block for block in text.blocks if isinstance(block, Heading) and block.level == 1]
    if len(tops) == 1:
        shown = bare_words(tops[0].text)
        return Value("title", shown[:150], shown, Origin.PAGE)
    first = next((block for block in text.blocks if isinstance(block, Paragraph)), None)
    if first is not None and (first.is_bold or first.is_large) and "![" not in first.text and len(first.text) < 100:
        shown = bare_words(first.text)
        if sum(letter.isalpha() for letter in shown) > len(shown) // 2:
            return Value("title", shown, first.text, Origin.PAGE)
    stem = " ".join(re.sub(r"[_]+", " ", text.path.stem).split())
    return Value("title", stem[:150] or words("Untitled"), text.path.name, Origin.NAME)


def _reference(text: WordText, told: dict[str, Found], desk: Desk) -> Value:
    if "reference" in told:
        each = told["reference"]
        return Value("reference", each.value, each.typed, each.origin)
    return Value("reference", desk.fresh_reference(), "", Origin.DEFAULT)


def _kind(text: WordText, told: dict[str, Found], reference: Value, title: str, desk: Desk) -> Value:
    """The kind of text: by the code of its reference, else by a word of its title or of its file's name."""
    kinds = desk.binder.organisation.kinds
    if "kind" in told and told["kind"].value in {kind.id for kind in kinds}:
        return Value("kind", told["kind"].value, told["kind"].typed, Origin.PROPERTY)
    code = reference.value.split("-")[0].upper()
    if reference.origin is not Origin.DEFAULT:
        for kind in kinds:
            if kind.code and kind.code.upper() == code:
                return Value("kind", kind.id, reference.value, reference.origin)
    for shown, origin in ((title, Origin.PAGE), (text.path.stem.replace("_", " "), Origin.NAME)):
        for kind in sorted(kinds, key=lambda each: -len(each.title)):
            if kind.title and folded(kind.title) in folded(shown):
                return Value("kind", kind.id, shown, origin)
    ids = [kind.id for kind in kinds]
    usual = "procedure" if "procedure" in ids or not ids else ids[0]
    return Value("kind", usual, "", Origin.DEFAULT)


def _version(told: dict[str, Found]) -> Value:
    if "version" in told:
        each = told["version"]
        try:
            Version.parse(each.value)
            return Value("version", each.value if "." in each.value else f"{each.value}.0", each.typed, each.origin)
        except ValueError:
            pass
    return Value("version", "1.0", "", Origin.DEFAULT)


def _people(told: dict[str, Found], desk: Desk) -> tuple[tuple[Value, ...], tuple[Fault, ...]]:
    """The people named, when the organisation knows someone of exactly that name; the others are told."""
    by_name: dict[str, str] = {}
    for person in desk.binder.organisation.people:
        key = folded(" ".join(person.name.split()))
        by_name[key] = "" if key in by_name else person.id  # two of one name: nobody is chosen
    values, strangers = [], []
    for name in _PEOPLE:
        each = told.get(name)
        if each is None:
            continue
        typed = each.value.split(" ; ")
        known = [by_name[folded(who)] for who in typed if by_name.get(folded(who))]
        values.append(Value(name, ", ".join(dict.fromkeys(known)), each.value, each.origin))
        strangers += [
            Fault(Location(PurePosixPath()), "WD014", {"person": who, "field": name})
            for who in typed
            if not by_name.get(folded(who))
        ]
    return tuple(values), tuple(strangers)


def _without_control_block(text: WordText) -> tuple[list[Block], str]:
    """The blocks without the table at the top that only says who the text is; and the words of that table."""
    for place, block in enumerate(text.blocks[:4]):
        if not isinstance(block, Table) or text.is_own:
            continue
        rows = [tuple(plain(body_of(cell.blocks)).strip() for cell in row.cells) for row in block.rows]
        cells = [cell for row in rows for cell in row]
        labels = {label_of(part) for cell in cells for part in (cell, cell.partition(":")[0])} & _OF_CONTROL_BLOCK
        pairs = {name for row in rows for name, _ in side_by_side(row)} & _OF_CONTROL_BLOCK
        if len(labels) >= 3 or len(pairs) >= 2:
            words = " | ".join(" ".join(cell.split()) for cell in cells if cell)
            return [*text.blocks[:place], *text.blocks[place + 1 :]], words
    return list(text.blocks), ""


def _faults(text: WordText, draft: Draft, found: Sequence[Found]) -> tuple[Fault, ...]:
    here = Location(text.path)
    faults = list(text.told.faults(text.path, draft.reference))
    if draft.headings:
        values = {"count": str(len(draft.headings)), "examples": " ; ".join(draft.headings[:3])}
        faults.append(Fault(here, "WD006", values, draft.reference))
    for name in ("reference", "version", "effective_from"):
        told = list(
            dict.fromkeys(each.value for each in found if each.field == name and each.origin is not Origin.NAME)
        )
        if len(told) > 1:
            faults.append(Fault(here, "WD016", {"field": name, "values": ", ".join(told)}, draft.reference))
    proposed = [value.field for value in draft.values if value.origin is Origin.DEFAULT]
    if proposed:
        faults.append(Fault(here, "WD015", {"fields": ", ".join(proposed)}, draft.reference))
    if draft.taken_out:
        faults.append(Fault(here, "WD026", {"examples": draft.taken_out[:200]}, draft.reference))
    seen = outline(draft.body)
    pictures = [link for link in seen.links if link.is_picture]
    alone = sum(not link.text for link in pictures)
    words = len(re.findall(r"\w+", _PICTURE.sub("", re.sub(r"<!--.*?-->", "", draft.body))))
    if alone and words < _FEW_WORDS * len(pictures):
        values = {"count": str(len(pictures)), "words": str(words)}
        faults.append(Fault(here, "WD012", values, draft.reference))
    if not draft.body.strip():
        faults.append(Fault(here, "WD030", {"name": text.path.name}, draft.reference))
    return tuple(faults)


def _front_matter(draft: Draft, people: Sequence[Value], strangers: Sequence[Fault], words: Translator) -> str:
    confirm = words("to confirm: nothing in the file tells it")
    by_field = {value.field: value for value in draft.values}

    def said(name: str) -> str:
        value = by_field.get(name)
        return confirm if value is not None and value.origin is Origin.DEFAULT else ""

    named = {value.field: value.value for value in people}
    unknown: dict[str, list[str]] = {}
    for fault in strangers:
        unknown.setdefault(fault.values["field"], []).append(fault.values["person"])

    def person(name: str) -> TypedLine:
        told = ", ".join(unknown.get(name, ()))
        note = words("“{name}” in the file: nobody of that name in organisation.yml", name=told) if told else ""
        value = named.get(name, "")
        return TypedLine(name, f"[{value}]" if "," in value else value, note or ("" if value else words("who?")))

    lines = [
        TypedLine("reference", draft.reference, said("reference")),
        TypedLine("title", quoted(draft.title)),
        TypedLine("kind", draft.kind, said("kind") or words("a kind of manual/organisation.yml")),
        TypedLine("version", by_field["version"].value, said("version")),
        TypedLine("change", "major", words("major (all read it again), minor (information), editorial (form only)")),
        TypedLine(
            "summary", quoted(words("Taken over from a Word file.")), words("what changes for you, in a sentence")
        ),
        TypedLine("owner", "", words("who keeps this text up to date")),
        TypedLine("processes", "[]", words("the processes concerned")),
        TypedLine("audience", "all", words("all, or {example}", example="{roles: [...], units: [...]}")),
        person("writer"),
        person("validator"),
        person("approver"),
        *(TypedLine(name, by_field[name].value) for name in ("effective_from", "review_date") if name in by_field),
        TypedLine("keywords", "[]"),
    ]
    return front_matter(lines)
