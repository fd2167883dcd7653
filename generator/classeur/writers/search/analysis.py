"""How French text becomes search terms. search-analysis.js does the same: search_cases.json holds both to it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain


def _each(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


STOP_WORDS = frozenset(
    _each(
        "a ai as au aujourd aux avec c ca ce ces cet cette d dans de des du elle elles en es est et etaient etait ete "
        "etes etre eu hui il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos notre nous "
        "on ou par pas pour qu que qui s sa se ses si soit son sont sur t ta te tes toi ton tu un une vos votre vous "
        "y"
    )
)
"""Words that say nothing about a document."""

QUESTION_WORDS = frozenset(
    _each(
        "afin apres arrive arriver avant besoin cas chez combien comment concernant concerne depuis devant devrais "
        "devrait dois doit doivent existe face faire fais fait faites faudrait faut font laquelle lequel lesquels "
        "lors lorsque peut peuvent peux plutot pourquoi pourrais pourrait puis quand quel quelle quelles quelque "
        "quelques quels quoi savoir sert signifie trouver veulent veut veux"
    )
)
"""Words of a question: kept in the index, dropped from a query that holds better ones."""

LONGEST_WORD = 32

_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | dict.fromkeys("’‘ʼ`´′＇", "'")
)
_OTHER_LETTERS = re.compile("[" + "".join(map(chr, _LETTERS)) + "]")
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_DOTTED = re.compile(r"(^|[^A-Za-z0-9])((?:[A-Za-z]\.){2,}[A-Za-z]?)(?![A-Za-z0-9])")
_ELISION = re.compile(
    r"(^|[^A-Za-z0-9])(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|qu|[ldjmtsnc])'(?=[A-Za-z0-9])", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z0-9]+")
_GROUP = re.compile(r"[a-z]+|[0-9]+")

_IRREGULAR = {
    form: stemmed
    for stemmed, forms in {
        "beau": "bel belle belles",
        "bail": "baux",
        "blanc": "blanche blanches",
        "donnee": "donnee donnees",
        "dose": "dose doses",
        "dou": "douce douces",
        "fau": "fausse fausses",
        "frai": "fraiche fraiches",
        "jaunisse": "jaunisse jaunisses",
        "long": "longue longues",
        "mal": "maux",
        "male": "male males",
        "nouveau": "nouvel nouvelle nouvelles",
        "oeil": "yeux",
        "pris": "pris",
        "public": "publique publiques",
        "travail": "travaux",
        "vieu": "vieil vieille vieilles",
    }.items()
    for form in forms.split()
}
"""The stems of words whose forms differ more than by an ending, or that an ending would confuse with another word."""

_TURNS = tuple(
    (re.compile(pattern), turned)
    for pattern, turned in (
        ("^gestion$", "ger"),
        ("^hopital$", "hospital"),
        ("^mord[ru]$", "mors"),
        ("^pharmaceut$", "pharmac"),
        ("^redig$", "redact"),
        ("^soign$", "soin"),
        ("therapeut$", "therap"),
        ("(?<=cul)air$", ""),
        ("scri[rtv]$", "script"),
        ("(?<=d)ui[rt]$|(?<=tr)ui[rt]$", "uct"),
        ("(?<=..)mettr$", "mis"),
        ("(?<=..[vt])eni$", "ent"),
        ("cevoi$", "cept"),
        ("ouvri$", "ouvert"),
        ("(?<=..)endr$", "ens"),
        ("teg$", "tect"),
        ("thora$", "thorac"),
        ("(?<=ar)yn$", "yng"),
        ("(?<=..)rig$", "rect"),
        ("(?<=^...)enc$", "ent"),
        ("if$", "iv"),
        ("y$", "i"),
        ("(?<=..[aeiou])s$", ""),
    )
)
"""How a verb or an adjective changes before an ending: prescrire and prescription, protéger and protection."""

_TURNING = re.compile("|".join(pattern.pattern for pattern, _ in _TURNS))

_ENDINGS = _each(
    "ication icateu abilit ibilit issement isation issant isateu ateu ation ativit ativ atoir iteu ition itiv "
    "iement ement ivit ivement ment ance anc enc ant abl ibl ical icien eu esse aison ison ion iv iag ag etur "
    "itur ur iqu ic ism ist it at ien el al is i u"
)
"""What derives one word from another, in the order in which it is tried."""

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("eau|au", "o"),
        ("ph", "f"),
        ("sth(?=m)", "s"),
        ("sch|sh|ch", "1"),
        ("h", ""),
        ("y", "i"),
        ("(?:t|ss|s)ion", "4"),
        ("qu|q|ck|c(?![ei])", "k"),
        ("c", "s"),
        ("gu(?=[ei])", "g"),
        ("ge(?=[ao])|g(?=[ei])", "j"),
        ("z", "s"),
        ("(?:ai|ei|i|u)[mn](?=[^aeioumn]|$)", "3"),
        ("[ae][mn](?=[^aeioumn]|$)", "2"),
        ("ai|ei", "e"),
    )
)
_AGENT = re.compile("^(...+)eu(?:re|se|r)$")
_FINAL_S = re.compile("(?<=...[aeiouy])s$")
_SILENT = re.compile("(?:ent|[estdxp])+$")


def fold(text: str) -> str:
    """The text without accents, ligatures, curly apostrophes or invisible characters; capitals stay."""
    if text.isascii():
        return text.replace("`", "'")
    if _OTHER_LETTERS.search(text):
        text = text.translate(_LETTERS)
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", text))


def _tokens(text: str) -> list[str]:
    plain = fold(text)
    if "." in plain:
        plain = _DOTTED.sub(lambda found: found[1] + found[2].replace(".", ""), plain)
    if "'" in plain:
        pieces = _ELISION.split(plain)
        pieces[1::2] = [f"{before} " for before in pieces[1::2]]
        plain = "".join(pieces)
    found = _WORD.findall(plain)
    return found if max(map(len, found), default=0) <= LONGEST_WORD else [w for w in found if len(w) <= LONGEST_WORD]


def words(text: str) -> list[str]:
    """Every word in lower case, without l', d', qu'…"""
    return [word.lower() for word in _tokens(text)]


def content_words(text: str) -> list[str]:
    """The words that say something. AS, SI or CA in capitals are acronyms, not the small words they look like."""
    head = text[:_HEAD]  # says it at once of nearly every text
    telling = _SHOUTED if head == head.upper() and text == text.upper() else _SPOKEN
    found = list(chain.from_iterable(map(telling.__getitem__, text.split())))
    if len(found) < 2 and len(tokens := _tokens(text)) == 1:
        return [tokens[0].lower()]
    return found


class _Telling(dict[str, tuple[str, ...]]):
    """The words that say something, in lower case, of each piece of text met that holds no space."""

    def __init__(self, is_spoken: bool) -> None:
        super().__init__()
        self._is_spoken = is_spoken

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _MOST_PIECES:
            self.clear()
        self[piece] = told = tuple(filter(None, map(self._told, _tokens(piece))))
        return told

    def _told(self, token: str) -> str:
        word = token.lower()
        is_acronym = self._is_spoken and len(token) > 1 and token == token.upper()
        return "" if word in STOP_WORDS and not is_acronym else word


_HEAD = 40
_MOST_PIECES = 50_000
_MOST_KNOWN = 200_000
_SPOKEN, _SHOUTED = _Telling(True), _Telling(False)


@lru_cache(maxsize=_MOST_KNOWN)
def stem(word: str) -> str:
    """The word without the marks of plural, feminine and conjugation that French readers do not notice."""
    if len(word) < 4 or not word.isalpha():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux") and len(word) > 5:
        return word[:-3] + "al"
    if word[-1] in "sx":
        word = word[:-1]
    if word.endswith("trice") and len(word) > 6:
        return word[:-4] + "eu"
    if _AGENT.search(word):
        return _AGENT.sub(r"\1eu", word)
    if word.endswith("ive") and len(word) > 5:
        return word[:-2] + "f"
    if word.endswith("iere") and len(word) > 6:
        word = word[:-1]
    if word[-2:] in ("er", "ez", "ee", "ir") and len(word) > 4:
        word = word[:-1] if word.endswith("ir") else word[:-2]
    elif word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return _FINAL_S.sub("", _single(word))


@lru_cache(maxsize=_MOST_KNOWN)
def root(stemmed: str) -> str:
    """What related words share: vaccination, vacciner and vaccin have one root. Takes a stem."""
    shorter = _without_ending(stemmed)
    while shorter != stemmed:
        stemmed, shorter = shorter, _without_ending(shorter)
    return stemmed


def _without_ending(stemmed: str) -> str:
    if len(stemmed) < 5 or not stemmed.isalpha():
        return stemmed
    for pattern, turned in _TURNS if _TURNING.search(stemmed) else ():
        stemmed = pattern.sub(turned, stemmed)
    for ending in _ENDINGS:
        shortest = 3 if ending in ("ag", "ement", "ation") else 4
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= shortest:
            return _single(stemmed[: -len(ending)])
    return stemmed


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou" else word


def phonetic_key(word: str) -> str:
    """How the word sounds, roughly: two spellings of one sound have the same key."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    key = "".join(letter for place, letter in enumerate(word) if place == 0 or letter != word[place - 1])
    return _SILENT.sub("", key) or key


def reference_groups(text: str) -> list[str]:
    """The runs of letters and the numbers of a reference, without leading zeros."""
    return [
        group.lstrip("0") or "0" if group[0] in "0123456789" else group for group in _GROUP.findall(fold(text).lower())
    ]


def canonical_reference(text: str) -> str:
    """One form for all the ways to type a reference: pr12, PR-012 and PR 12; PR-R2-012 is prr2.12."""
    canonical = ""
    for group in reference_groups(text):
        canonical += "." if canonical[-1:].isdigit() and group.isdigit() else ""
        canonical += group
    return canonical


def initials(text: str) -> set[str]:
    """What people may call it: "conseil de la vie sociale" gives cvs and cdlvs."""
    every = words(text)
    telling = [word for word in every if word not in STOP_WORDS and word != "non"]
    found = {"".join(word[0] for word in run) for run in (every, telling) if len(run) <= 7}
    return {letters for letters in found if 3 <= len(letters) <= 6 and letters.isalpha()}
