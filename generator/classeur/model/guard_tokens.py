"""What counts in a sentence when two texts are compared by the guard: words, numbers, links, signs; not punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from classeur.model.guard_vocabulary import CARDINALS


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    TELEPHONE = "telephone"
    CODE = "code"
    SIGN = "sign"
    LINK = "link"
    PICTURE = "picture"
    TAG = "tag"


@dataclass(frozen=True)
class Token:
    """One thing that counts.

    Attributes:
        raw: as typed, with straight apostrophes and plain ligatures.
        key: what makes two tokens the same thing.
        start: where it stands in its text.
        opens: whether a sentence, a cell or an item starts here.
    """

    kind: TokenKind
    raw: str
    key: str
    start: int
    opens: bool = False


@dataclass(frozen=True)
class Reading:
    """A block's text as the guard reads it, and its tokens."""

    text: str
    tokens: tuple[Token, ...]

    def sentence_at(self, start: int) -> str:
        """The sentence that holds this place."""
        begin = max((m.end() for m in _SENTENCE_END.finditer(self.text, 0, min(start, len(self.text)))), default=0)
        end = _SENTENCE_END.search(self.text, min(start, len(self.text)))
        return self.text[begin : end.end() if end else len(self.text)].strip()


_SENTENCE_END = re.compile(r"[.!?…](?:\s*[»”\"*_]+)?\s+(?=[A-ZÀ-Ý«*_\[])")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SAME = str.maketrans(
    {
        "’": "'", "ʼ": "'", "‘": "'", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "μ": "µ", "º": "°", "˚": "°",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ", "\t": " ", "ﬁ": "fi",
        "ﬂ": "fl", "⁄": "/", "\u2212": "-", "‐": "-", "‑": "-", "–": "-", "—": "-",
    }
)  # fmt: skip
_ENTITIES = {"nbsp": " ", "#160": " ", "#xa0": " ", "thinsp": " ", "#8239": " ", "#x202f": " ", "amp": "&"}
_ENTITY = re.compile(r"&(" + "|".join(_ENTITIES) + r");", re.I)
_LIGHT_TAG = re.compile(r"</?(?:br|b|strong|i|em|u)\s*/?>", re.I)
_INSIDE = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*"
_TARGET = r"(?:<[^<>]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?"
_TOKEN = re.compile(
    rf"(?P<escaped>\\[^\w\s])"
    rf"|(?P<link>!?\[(?P<shown>{_INSIDE}|!\[[^\[\]]*\]\([^()]*\))\]"
    rf"(?:\(\s*(?P<target>{_TARGET})\s*\)|\[(?P<ref>[^\[\]]+)\]))"
    r"|(?P<note>\[\^[^\]]+\])"
    r"|(?P<task>\[[ xX]\](?=\s))"
    r"|(?P<auto><(?:https?://|mailto:)?[^\s<>@]+(?:@|\.)[^\s<>]+>)"
    r"|(?P<address>(?:https?|ftp|mailto|tel):[^\s<>()]*[\w/]|www\.[^\s<>()]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<tag></?[A-Za-z][^<>]*>|\{[^{}]*\}|:[a-z0-9_+-]+:(?=\s|$))"
    r"|(?P<code>(?P<ticks>`+)(?!`)(?P<inside>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<strike>~~)"
    r"|(?P<phone>(?<![\d,.])(?:\+33[ .]?\d|0\d)(?:[ .-]?\d\d){4}(?!\d)|(?<![\d,.])0 ?8\d\d(?:[ .-]?\d\d){3}(?!\d))"
    r"|(?P<reference>[A-Z]{1,6}(?:[-_][A-Z]*\d+)+(?:[-_]\w+)*|(?<!\d)[^\W\d_]+\d\w*)"
    r"|(?P<number>(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)*)(?P<rank>(?:ers?|res?|èmes?|emes?|es?|nde?s?)(?!\w))?"
    r"|(?P<word>[Pp]eut-[êe]tre(?!\w)|[^\W\d_]+(?:'(?=[^\W\d_]))?)"
    r"|(?P<sign>\S)",
    re.S,
)
_PLAIN_CODE = re.compile(r"[\w\s'-]+")
_UNREAD = frozenset(".,;:!?…\"'“”«»‹›()[]·•*_`‚„")
_OPENERS = frozenset(".!?…:;|»")
_EMPTY: Mapping[str, str] = {}


def reading(text: str, targets: Mapping[str, str] = _EMPTY) -> Reading:
    """The tokens of one block's text; `targets` gives the addresses of links by reference."""
    plain = _canonical(text)
    return Reading(plain, tuple(_tokens(plain, targets)))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without case or accents."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _canonical(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _ENTITY.sub(lambda found: _ENTITIES[found[1].lower()], text) if "&" in text else text
    text = _LIGHT_TAG.sub(" ", text) if "<" in text else text
    return re.sub(r" +", " ", text.translate(_SAME).replace("...", "…").replace("\n", " "))


def _tokens(text: str, targets: Mapping[str, str], shift: int = 0) -> Iterator[Token]:
    opens, between = True, ""
    last: Token | None = None
    for match in _TOKEN.finditer(text):
        kind = "number" if match.lastgroup == "rank" else str(match.lastgroup)
        if kind == "sign" and _is_unread(match, text):
            opens, between = opens or match[0] in _OPENERS, between + match[0]
            continue
        for token in _token(kind, match, text, targets, shift, opens):
            mark = _between_numbers(last, between, token)
            if mark:
                yield Token(TokenKind.SIGN, mark, mark, token.start)
            yield token
            opens, between, last = False, "", token


def _is_unread(match: re.Match[str], text: str) -> bool:
    sign, start, end = match[0], match.start(), match.end()
    if sign == "*":
        return not (_is_digit_before(text, start) and text[end:].lstrip()[:1].isdigit())
    if sign == "-":
        return not text[end : end + 2].strip()[:1].isdigit()
    return sign in _UNREAD


def _is_digit_before(text: str, start: int) -> bool:
    return text[:start].rstrip()[-1:].isdigit()


def _between_numbers(last: Token | None, between: str, token: Token) -> str:
    """A comma, a point or a colon between two numbers is a part of them."""
    if last is None or not (_is_figure(last) and _is_figure(token)):
        return ""
    return next((mark for mark in between if mark in ".,;:("), "")


def _is_figure(token: Token) -> bool:
    return token.kind is TokenKind.NUMBER or (token.kind is TokenKind.WORD and fold(token.key) in CARDINALS)


def _token(
    kind: str, match: re.Match[str], text: str, targets: Mapping[str, str], shift: int, opens: bool
) -> Iterator[Token]:
    raw, start = match[0], shift + match.start()
    match kind:
        case "link":
            yield from _link(match, targets, shift)
        case "word":
            yield Token(TokenKind.WORD, raw, raw.lower(), start, opens)
        case "number":
            rank = (match["rank"] or "").replace("è", "e").replace("eme", "e")
            value = match["number"].replace(" ", "")
            yield Token(TokenKind.NUMBER, raw, value + rank, start, opens)
        case "phone":
            yield Token(TokenKind.TELEPHONE, raw, re.sub(r"[^\d+]", "", raw), start, opens)
        case "auto" | "address":
            yield Token(TokenKind.LINK, raw, raw.strip("<>"), start, opens)
        case "code" if _PLAIN_CODE.fullmatch(match["inside"]):
            yield from _tokens(match["inside"], targets, shift + match.start("inside"))
        case "code" | "reference":
            yield Token(TokenKind.CODE, raw, raw, start, opens)
        case "note" | "tag" | "task" | "strike":
            yield Token(TokenKind.TAG, raw, " ".join(raw.split()), start, opens)
        case "escaped":
            if raw[1] not in _UNREAD or raw[1] in "*_":
                yield Token(TokenKind.SIGN, raw, raw[1], start)
        case _:
            yield Token(TokenKind.SIGN, raw, _sign(match, text), start)


def _link(match: re.Match[str], targets: Mapping[str, str], shift: int) -> Iterator[Token]:
    is_picture = match[0].startswith("!")
    reference = match["ref"]
    target = targets.get(reference.lower(), reference) if reference else match["target"]
    yield from _tokens(match["shown"], targets, shift + match.start("shown"))
    kind = TokenKind.PICTURE if is_picture else TokenKind.LINK
    yield Token(kind, match[0], (target or "").strip().removeprefix("<").removesuffix(">"), shift + match.start())


def _sign(match: re.Match[str], text: str) -> str:
    """A sign before a number (−5) is not the dash of a range (2–8, 2 – 8)."""
    if match[0] == "x" or match[0] == "×":
        return "×"
    if match[0] != "-":
        return match[0]
    touches_next = text[match.end() : match.end() + 1].isdigit()
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    return "minus" if touches_next and not before.isalnum() and before not in ("%", "°") else "range"
