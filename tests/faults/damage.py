"""Ways in which a file is damaged on its way through people and computers: bytes, lines, YAML, encodings, sizes."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]

VALUES = (
    "", "~", "NO", "1.10", "012", "2", "2.1.1", "9" * 400, "-1", "1e999", "2026-02-30", "0001-01-01", "9999-12-31",
    "all", "a.martin", "infirmier", "procedure", "process", "PR-R1-001", "R1", "FP-R1", "true", "CON", "../../etc",
    "{kind}-{number}", "{number:99999999}", "{", "%s", "<script>", "\ud7ff", "monthly", "2026-09", "major", "core",
    "motivated", "large", "certification", "LK007", "Europe/Nulle-Part", "[a, [b, {c: d}]]", "{a: {b: [c]}}", "[]",
    "{}", "- a", "*ancre", "&a b", "!!python/object:os.system x", "!!int 3", "'", '"', "[", "{", "|", ">", "?", "@",
    "`", "\t", "é" * 300, "\u2028", "\x00", "\ufeff", "\u202e", "e\u0301", "[" * 60 + "]" * 60, "<<: *x", "0x1F",
    "{roles: [infirmier], units: all}", "{from: 2026-01-01, until: 2025-01-01}", "[{what: x, from: R9}]", "1:30",
)  # fmt: skip
KEYS = (
    "reference", "title", "kind", "version", "change", "summary", "owner", "processes", "audience", "writer",
    "validator", "approver", "effective_from", "review_date", "reading", "reread", "cites", "keywords", "synonyms",
    "contributors", "consulted", "confidential", "cumul_reason", "urgent", "until", "supersedes", "code", "family",
    "pilot", "inputs", "outputs", "organisation", "people", "roles", "units", "kinds", "delegations", "accounts",
    "paths", "profile", "id", "name", "may", "circuit", "from", "measures", "period", "value", "target", "alert",
    "parents", "details", "files", "actor", "at", "format", "digest", "", "inconnu", "Référence",
)  # fmt: skip
PIECES = (
    b"\n", b":", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!!int ", b"|\n", b">-\n", b"?", b"#",
    b"\t", b"---\n", b"...\n", b"%YAML 9\n", b"\x00", b"\x07", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"[" * 40,
    b"```\n", b"```mermaid\n", b"<div>", b"<script>", b"-->", b"<!--", b"[a](", b"![", b"&#0;", b"| a |\n|---|\n",
    b"[^1]: ", b"{: .x }", b"javascript:", b"%00", b"\\", b"PR-R1-001", b"://", b"](<", b"\xff", b"\xc3",
    b"\xed\xa0\x80",
)  # fmt: skip
_LINE = re.compile(rb"^([ ]*(?:- )?\{?)([\w-]+):(.*)$")


def _cut(content: bytes, chance: Random, longest: int) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.randint(0, longest))


def flipped_bits(content: bytes, chance: Random) -> bytes:
    """A few bits of a bad disk."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4) if content else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def a_piece_lost(content: bytes, chance: Random) -> bytes:
    """A half-copied file: its end, or a part of it, is gone."""
    start, end = _cut(content, chance, chance.choice((10, 200, len(content))))
    return content[:start] + content[end:]


def a_piece_doubled(content: bytes, chance: Random) -> bytes:
    """A passage pasted twice."""
    start, end = _cut(content, chance, 300)
    return content[:end] + content[start:end] + content[end:]


def a_piece_thrown_in(content: bytes, chance: Random) -> bytes:
    """Signs that mean something to YAML or Markdown, anywhere."""
    start, end = _cut(content, chance, 8)
    return content[:start] + chance.choice(PIECES) + content[end:]


def random_bytes(content: bytes, chance: Random) -> bytes:
    """A part overwritten by noise."""
    start, end = _cut(content, chance, 40)
    return content[:start] + chance.randbytes(end - start) + content[end:]


def lines_moved(content: bytes, chance: Random) -> bytes:
    """A line lost, doubled, indented, or put elsewhere."""
    lines = content.split(b"\n")
    place = chance.randrange(len(lines))
    line = lines.pop(place)
    match chance.randrange(4):
        case 0:
            lines.insert(chance.randint(0, len(lines)), line)
        case 1:
            lines[place:place] = [line, line]
        case 2:
            lines.insert(place, chance.choice((b" ", b"  ", b"\t", b"    ", b"- ")) + line)
        case _:
            pass
    return b"\n".join(lines)


def another_value(content: bytes, chance: Random) -> bytes:
    """A key with a value that somebody could type by mistake."""
    return _on_a_key(content, chance, lambda head, key, _: b"%s%s: %s" % (head, key, _typed(chance.choice(VALUES))))


def another_key(content: bytes, chance: Random) -> bytes:
    """A value under a key that is another's, or nobody's."""
    return _on_a_key(content, chance, lambda head, _, value: b"%s%s:%s" % (head, _typed(chance.choice(KEYS)), value))


def a_key_more(content: bytes, chance: Random) -> bytes:
    """A line more beside a key: unknown, repeated, or in the wrong place."""
    more = _typed(f"{chance.choice(KEYS)}: {chance.choice(VALUES)}")
    return _on_a_key(content, chance, lambda head, key, value: b"%s%s:%s\n%s%s" % (head, key, value, head, more))


def _on_a_key(content: bytes, chance: Random, change: Callable[[bytes, bytes, bytes], bytes]) -> bytes:
    lines = content.split(b"\n")
    places = [place for place, line in enumerate(lines) if _LINE.match(line)]
    if not places:
        return a_piece_thrown_in(content, chance)
    place = chance.choice(places)
    matched = _LINE.match(lines[place])
    assert matched
    lines[place] = change(matched[1], matched[2], matched[3])
    return b"\n".join(lines)


def _typed(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def another_encoding(content: bytes, chance: Random) -> bytes:
    """Saved by another computer."""
    text = content.decode("utf-8", "replace")
    match chance.randrange(8):
        case 0:
            return text.encode("cp1252", "replace")
        case 1:
            return codecs.BOM_UTF8 + content
        case 2:
            return text.encode("utf-16")
        case 3:
            return text.encode("utf-16-le")
        case 4:
            return content.replace(b"\n", b"\r\n")
        case 5:
            return content.replace(b"\n", b"\r")
        case 6:
            return unicodedata.normalize("NFD", text).encode()
        case _:
            return content.replace(b" ", b"\xc2\xa0")


def another_size(content: bytes, chance: Random) -> bytes:
    """Empty, one line for ever, or a front matter and a text far too long."""
    match chance.randrange(60):
        case 0:
            return content * (1 + 3_200_000 // max(1, len(content)))
        case number if number < 8:
            return content * chance.randint(2, 6)
        case number if number < 16:
            start, _ = _cut(content, chance, 0)
            return content[:start] + chance.choice(PIECES) * chance.randint(100, 2_000) + content[start:]
        case number if number < 24:
            return content.replace(b"\n", b" ")
        case number if number < 30:
            return b""
        case number if number < 34:
            return chance.randbytes(chance.randint(1, 400))
        case _:
            start, _ = _cut(content, chance, 0)
            return content[:start] + content[start : start + 60] * chance.randint(2, 40) + content[start:]


DAMAGES: tuple[Damage, ...] = (
    flipped_bits, a_piece_lost, a_piece_doubled, a_piece_thrown_in, random_bytes, lines_moved, another_value,
    another_key, a_key_more, another_encoding, another_size,
)  # fmt: skip


def damaged(content: bytes, chance: Random) -> bytes:
    """The content after one accident, or a few."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        content = chance.choice(DAMAGES)(content, chance)
    return content
