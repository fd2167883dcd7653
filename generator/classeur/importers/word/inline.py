"""The inside of a paragraph: letters, links, fields, pictures, notes, symbols, changes that were tracked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from classeur.importers.word.findings import Told
from classeur.importers.word.letters import PLAIN, UNKNOWN_SYMBOL, Look, Piece, escaped, markdown, symbol
from classeur.importers.word.package import Relation
from classeur.importers.word.pictures import Pictures
from classeur.importers.word.styles import Styles, has_code_font, is_hidden
from classeur.importers.word.wml import (
    XML_ID,
    Element,
    R,
    W,
    children,
    chosen,
    inside,
    is_on,
    local,
    number,
    plain_text,
    stated,
    value,
)
from classeur.model.references import CITED

LINK_TO_BOOKMARK = "\ue000"
"""Stands before the name of a bookmark until all headings are known."""
LINK_TO_FILE = "\ue001"
"""Stands before the address of another Word file until all the files of an import are known."""
_SAFE = re.compile(r"(?:https?|mailto|tel|sms):", re.I)
_A_WORD_FILE = re.compile(r"(?i)^[^:]*\.(?:docx?|md)(?:#.*)?$")
_ANOTHER_WORD_FILE = re.compile(r"(?i)^(?:file:/*)?(?:[a-z]:)?[^:]*\.docx?(?:#.*)?$")
_ANNEX = re.compile(r"^(?:\.\./)*annexes/")
"""Where our own copies lead for the files that a text points to; the text itself says it better."""
_LINK_FIELD = re.compile(r'HYPERLINK\s+(?:(\\l)\s+)?"([^"]*)"(?:\s+\\l\s+"([^"]*)")?')
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings")
_LARGE = 26
_PASSED_OVER = frozenset({
    "p", "tbl", "bookmarkStart", "bookmarkEnd", "pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "proofErr",
    "commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef",
    "separator", "continuationSeparator", "ruby", "delText", "delInstrText", "smartTagPr", "customXmlPr",
})  # fmt: skip


@dataclass
class Field:
    """A field being read: its instructions first, then what it shows."""

    code: str = ""
    is_shown: bool = False
    start: int = 0
    ticked: bool | None = None


@dataclass
class Reader:
    """What the paragraphs of a file share.

    Attributes:
        notes: the notes called so far, in their order: (footnotes or endnotes, identifier).
        boxes: the text boxes met in the present paragraph, to be read below it.
        is_own: whether the file is one of our own copies, in which underlined words are inserted ones.
    """

    styles: Styles
    pictures: Pictures
    told: Told
    relations: dict[str, Relation]
    image_prefix: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    is_own: bool = False
    words_of_diagram: Callable[[str], str] = lambda part: ""

    def pieces(self, element: Element) -> list[Piece]:
        """The pieces of a paragraph."""
        out: list[Piece] = []
        self._runs(element, out)
        while self.fields and not self.fields[-1].is_shown:  # instructions that never end would swallow the text
            self.fields.pop()
        for each in self.fields:
            each.start = 0
        return out

    def text(self, element: Element) -> str:
        """The Markdown of a paragraph."""
        return markdown(self.pieces(element), self.is_own)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents or an index is being shown."""
        return any(each.is_shown and each.code.split()[:1] in (["TOC"], ["INDEX"]) for each in self.fields)

    def _runs(self, element: Element, out: list[Piece]) -> None:
        for name, child in children(element):
            match name:
                case "r":
                    self._run(child, out)
                case "hyperlink":
                    self._hyperlink(child, out)
                case "del" | "moveFrom":
                    self.told.tell("WD007", plain_deleted(child))
                case "ins" | "moveTo":
                    self.told.tell("WD007", plain_text(child))
                    self._runs(child, out)
                case "fldSimple":
                    self._simple_field(child, out)
                case "AlternateContent":
                    picked = chosen(child)
                    if picked is not None:
                        self._runs(picked, out)
                case "oMath" | "oMathPara":
                    self._equation(child, out)
                case _ if name not in _PASSED_OVER:
                    self._runs(child, out)

    def _hyperlink(self, element: Element, out: list[Piece]) -> None:
        inner: list[Piece] = []
        self._runs(element, inner)
        anchor = value(element, "anchor")
        relation = self.relations.get(element.get(XML_ID) or "")
        if relation is not None:
            address = relation.target + (f"#{anchor}" if anchor and relation.is_outside else "")
        else:
            address = LINK_TO_BOOKMARK + anchor if anchor else ""
        self._link(inner, address, out)

    def _link(self, inner: list[Piece], address: str, out: list[Piece]) -> None:
        shown = markdown(inner, self.is_own)
        words = shown.strip()
        if not words or not address:
            out += inner
            return
        address = address.strip()
        if self.is_own and CITED.fullmatch(words):  # a reference in a sentence: the page makes the link again
            out += inner
            return
        if not address.startswith(LINK_TO_BOOKMARK):
            is_file = not self.is_own and _ANOTHER_WORD_FILE.match(address) is not None
            if not is_file and not _SAFE.match(address) and not _A_WORD_FILE.match(address):
                if not (self.is_own and _ANNEX.match(address)):
                    self.told.tell("WD013", f"{words} → {address}")
                out += inner
                return
            address = re.sub(r"[\s<>\\]", lambda found: f"%{ord(found[0]):02X}", address)
            address = (LINK_TO_FILE if is_file else "") + address.replace("(", "%28").replace(")", "%29")
        lead, tail = shown[: len(shown) - len(shown.lstrip())], shown[len(shown.rstrip()) :]
        out.append(Piece(f"{lead}[{words}]({address}){tail}", is_ready=True))

    def _simple_field(self, element: Element, out: list[Piece]) -> None:
        inner: list[Piece] = []
        self._runs(element, inner)
        self._link(inner, _address(value(element, "instr")), out)

    def _equation(self, element: Element, out: list[Piece]) -> None:
        words = "".join(each.text or "" for each in element.iter() if local(each) == "t")
        self.told.tell("WD020", words)
        out.append(Piece(words, PLAIN))

    def _run(self, run: Element, out: list[Piece]) -> None:
        properties = inside(run, "rPr")
        if is_hidden(properties):
            if words := plain_text(run).strip():
                self.told.tell("WD018", words)
            return
        look = self._look(properties)
        font = value(inside(properties, "rFonts"), "ascii").lower()
        for name, child in children(run):
            self._in_run(name, child, look, font, out)

    def _in_run(self, name: str, child: Element, look: Look, font: str, out: list[Piece]) -> None:
        if name == "fldChar":
            self._field_mark(child, out)
        elif name == "instrText":
            if self.fields and not self.fields[-1].is_shown:
                self.fields[-1].code += child.text or ""
        elif self.fields and not self.fields[-1].is_shown:
            return
        elif name == "t":
            out.append(Piece(self._words(child.text or "", font), look))
        elif name == "sym":
            out.append(Piece(self._symbol(value(child, "font"), number_of(value(child, "char"))), look))
        elif name in ("br", "cr"):
            out.append(Piece(" ", look) if value(child, "type") in ("page", "column") else Piece("  \n", look, True))
        elif name in ("tab", "ptab"):
            out.append(Piece(" ", look))
        elif name == "noBreakHyphen":
            out.append(Piece("\u2011" if self.is_own else "-", look))
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(name.removesuffix("Reference") + "s", value(child, "id"), out)
        elif name == "commentReference":
            self.told.tell("WD008")
        elif name == "ruby":
            base = inside(child, "rubyBase")
            if base is not None:
                self._runs(base, out)
        elif name == "AlternateContent":
            self._alternate(child, out)
        elif name in ("drawing", "pict", "object"):
            self._graphic(child, out)

    def _words(self, text: str, font: str) -> str:
        if font.startswith(_SYMBOL_FONTS) and any("\uf000" <= letter <= "\uf0ff" for letter in text):
            return "".join(self._symbol(font, ord(letter)) if letter >= "\uf000" else letter for letter in text)
        return text.replace("\u00ad", "").replace("\ue000", "").replace("\ue001", "")

    def _symbol(self, font: str, code: int) -> str:
        found = symbol(font, code)
        if found is None:
            self.told.tell("WD019", f"{font} {code:04X}")
        return found or UNKNOWN_SYMBOL

    def _look(self, properties: Element | None) -> Look:
        if properties is None:
            return PLAIN
        style = self.styles.letters(value(inside(properties, "rStyle")))
        bold, italic = stated(properties, "b"), stated(properties, "i")
        raised = value(inside(properties, "vertAlign"))
        underline = value(inside(properties, "u"))
        return Look(
            is_bold=style.is_bold if bold is None else bold,
            is_italic=style.is_italic if italic is None else italic,
            is_struck=is_on(properties, "strike") or is_on(properties, "dstrike"),
            is_raised=raised == "superscript",
            is_lowered=raised == "subscript",
            is_code=style.is_code or has_code_font(properties),
            is_key=style.is_key,
            is_marked=self.is_own and value(inside(properties, "highlight")) not in ("", "none"),
            is_underlined=underline not in ("", "none"),
            is_large=number(value(inside(properties, "sz"))) >= _LARGE,
        )

    def _field_mark(self, mark: Element, out: list[Piece]) -> None:
        match value(mark, "fldCharType"):
            case "begin":
                box = inside(mark, "ffData", "checkBox")
                ticked = None if box is None else is_on(box, "checked") or (
                    inside(box, "checked") is None and is_on(box, "default")
                )  # fmt: skip
                self.fields.append(Field(ticked=ticked))
            case "separate" if self.fields:
                self.fields[-1].is_shown, self.fields[-1].start = True, len(out)
            case "end" if self.fields:
                ended = self.fields.pop()
                if ended.ticked is not None:
                    out.append(Piece("☒" if ended.ticked else "☐", PLAIN))
                elif ended.is_shown and ended.code.split()[:1] == ["NOTEREF"]:
                    self._note_again(ended.start, out)
                elif ended.is_shown and (address := _address(ended.code)):
                    inner = out[ended.start :]
                    del out[ended.start :]
                    self._link(inner, address, out)

    def _note(self, kind: str, identifier: str, out: list[Piece]) -> None:
        if (kind, identifier) not in self.notes:
            self.notes.append((kind, identifier))
        out.append(Piece(f"[^{self.notes.index((kind, identifier)) + 1}]", is_ready=True))

    def _note_again(self, start: int, out: list[Piece]) -> None:
        """A second call of a note shows the number of the first."""
        shown = "".join(piece.text for piece in out[start:]).strip()
        if shown.isascii() and shown.isdecimal() and 0 < int(shown) <= len(self.notes):
            out[start:] = [Piece(f"[^{int(shown)}]", is_ready=True)]

    def _alternate(self, element: Element, out: list[Piece]) -> None:
        picked = chosen(element)
        for name, child in children(picked) if picked is not None else ():
            self._in_run(name, child, PLAIN, "", out)

    def _graphic(self, graphic: Element, out: list[Piece]) -> None:
        alt, shown = "", False
        for name, each in _graphic_parts(graphic):
            if name == "docPr":
                alt = each.get("descr") or each.get("title") or ""
            elif name == "shape" and each.get("alt"):
                alt = each.get("alt") or ""
            elif name == "blip":
                shown |= self._picture(each.get(f"{R}embed") or each.get(f"{R}link") or "", alt, out)
            elif name == "imagedata":
                shown |= self._picture(each.get(f"{R}id") or "", alt, out)
            elif name == "txbxContent":
                self.boxes.append(each)
                shown = True
            elif name == "OLEObject":
                self.told.tell("WD009", each.get("ProgID") or "OLE")
            elif name == "relIds":
                shown |= self._diagram(each, alt, out)
            elif name == "chart":
                self.told.tell("WD027", alt or "graphique")
                shown = True
        if not shown and local(graphic) != "object":
            self.told.tell("WD027", alt or "forme")

    def _picture(self, identifier: str, alt: str, out: list[Piece]) -> bool:
        relation = self.relations.get(identifier)
        if relation is None:
            return False
        if relation.is_outside:
            self.told.tell("WD013", relation.target)
            return True
        name = self.pictures.keep(relation.target)
        if not name:
            return False
        words = " ".join(escaped(alt).replace("[", "\\[").replace("]", "\\]").split())
        if not words:
            self.told.tell("WD011", name)
        out.append(Piece(f"![{words}]({self.image_prefix}{name})", is_ready=True))
        return True

    def _diagram(self, identifiers: Element, alt: str, out: list[Piece]) -> bool:
        relation = self.relations.get(identifiers.get(f"{R}dm") or "")
        words = self.words_of_diagram(relation.target) if relation and not relation.is_outside else ""
        self.told.tell("WD027", alt or words or "SmartArt")
        if words:
            out.append(Piece(words, PLAIN))
        return True


def _graphic_parts(graphic: Element) -> list[tuple[str, Element]]:
    """The parts of a drawing that matter, in order; what stands inside a text box is left to the box."""
    found: list[tuple[str, Element]] = []
    for name, child in children(graphic):
        if name == "AlternateContent":
            picked = chosen(child)
            found += _graphic_parts(picked) if picked is not None else []
            continue
        found.append((name, child))
        if name != "txbxContent":
            found += _graphic_parts(child)
    return found


def plain_deleted(element: Element) -> str:
    """The words that a tracked change took away."""
    return "".join(each.text or "" for each in element.iter(W + "delText", W + "t"))


def number_of(code: str) -> int:
    """A code typed in hexadecimal."""
    try:
        return int(code, 16)
    except ValueError:
        return 0


def _address(code: str) -> str:
    """Where the instructions of a field lead; empty for a field that is no link."""
    found = _LINK_FIELD.search(code)
    if not found:
        return ""
    if found[1]:
        return LINK_TO_BOOKMARK + found[2]
    return found[2] + (f"#{found[3]}" if found[3] else "")


def basename(address: str) -> str:
    """The name of the file at an address."""
    return posixpath.basename(address.replace("\\", "/").partition("#")[0])
