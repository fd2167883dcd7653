"""Names that must not stand in a register: those of the directory, and what looks like a patient's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from classeur.model.organisation import Organisation
from classeur.model.references import folded

_CAPITAL = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
_WORD = re.compile(rf"[{_CAPITAL}][\w’'-]*[\w]|[{_CAPITAL}]")
_TITLED = re.compile(
    rf"\b(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteur|Pr|Professeur)[ \u00a0]+(?:d[e'’][ \u00a0]?)?"
    rf"(?![XYZ]\b)([{_CAPITAL}][\w’'.-]*)"
)
_SOMEBODY = re.compile(
    rf"\b(?:[Pp]atiente?|[Rr]ésidente?|[Uu]sag(?:er|ère)|[Ff]ille|[Ff]ils|[Éé]poux|[Éé]pouse|nommée?|prénommée?)"
    rf"[ \u00a0]+"
    rf"(?![XYZ]\b)([{_CAPITAL}][\w’'-]*[a-zàâäçéèêëîïôöùûüÿœæ][\w’'-]*|[{_CAPITAL}]\.[ \u00a0]?[{_CAPITAL}]\.?)"
)
_BORN = re.compile(r"\b[nN]ée?(?:\(e\))?[ \u00a0]+(?:le|en)[ \u00a0]+\d")
_SOCIAL_SECURITY = re.compile(
    r"(?<!\d)[12][ ]?\d{2}[ ]?(?:0[1-9]|1[0-2]|[2-9]\d)[ ]?\d{2}[ ]?\d{3}[ ]?\d{3}(?:[ ]?\d{2})?(?!\d)"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_DOT_INSIDE = re.compile(r"\w\.\w")
_DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_BETWEEN_SENTENCES = re.compile(r"(?:^|[.!?:;\n•–-])[\s«\"(]*$")
_PIECE = re.compile(r"[\s'’-]+")

_GIVEN = """
Jean Marie Pierre Michel André Philippe Alain Bernard Jacques Daniel Patrick Claude Nicolas Christophe Laurent Stéphane
Éric David Julien Christian Sébastien Frédéric Alexandre Thierry Olivier Thomas Antoine Gérard Pascal Dominique Vincent
Guillaume François René Robert Marcel Louis Roger Henri Georges Maurice Paul Lucien Raymond Yves Serge Gilles Bruno
Didier Marc Denis Franck Hervé Jérôme Fabrice Cédric Anthony Maxime Benjamin Kevin Romain Florian Mathieu Hugo Lucas Léo
Gabriel Raphaël Arthur Jules Adam Nathan Mohamed Ahmed Karim Mehdi Ali Nathalie Isabelle Sylvie Catherine Christine
Françoise Valérie Sandrine Stéphanie Véronique Céline Chantal Patricia Anne Brigitte Julie Monique Aurélie Nicole
Laurence Annie Émilie Virginie Corinne Élodie Caroline Martine Jacqueline Marguerite Jeanne Madeleine Suzanne Simone
Germaine Yvonne Denise Paulette Odette Lucienne Hélène Sophie Camille Léa Manon Chloé Emma Inès Jade Louise Alice Lina
Fatima Fatiha Aïcha Nadia Samira Karima Josette Colette Ginette Huguette Bernadette Geneviève Élisabeth Michèle Danielle
Annick Odile Agnès Cécile
"""
GIVEN_NAMES = frozenset(folded(name) for name in _GIVEN.split())
"""Frequent given names: one of them before another word with a capital is a person."""

_WORDS_TOO = """
petit grand legrand blanc brun roux gris noir rose pierre marine aurore claire prudent constant olive violette marchand
boucher boulanger berger charpentier meunier maire page sage bon beau doux fort long court rivière fontaine bois mont
val camp ange mars
"""
_ALSO_WORDS = frozenset(folded(word) for word in _WORDS_TOO.split())
"""Names that are also words: at the beginning of a sentence, they say nothing."""

_NO_NAMES = frozenset({"alzheimer", "parkinson", "covid", "crohn", "charcot", "samu", "ehpad"})
"""What often follows « patient » and names nobody."""

_PARTICLES = frozenset({"de", "du", "des", "la", "le", "les", "van", "von", "el", "al", "ben", "da", "dos"})


@dataclass(frozen=True)
class NameFinder:
    """Finds, in a free text, the names of the directory and what looks like the name of a patient."""

    names: tuple[str, ...]
    ids: frozenset[str]

    @classmethod
    def of(cls, organisation: Organisation) -> NameFinder:
        """One that knows the people of the organisation, those who left included."""
        people = organisation.people
        return cls(tuple(person.name for person in people if person.name), frozenset(person.id for person in people))

    def found_in(self, text: str) -> str | None:
        """The first name found, masked to its first letter; None when the text names nobody."""
        return next((f"{name[:1]}…" for name in self._found(text)), None)

    def masked(self, text: str) -> str:
        """The text with each name that it holds cut to its first letter: « voir avec M… »."""
        for name in sorted(set(self._found(text)), key=len, reverse=True):
            text = text.replace(name, f"{name[:1]}…")
        return text

    def _found(self, text: str) -> Iterator[str]:
        for pattern in (_TITLED, _SOMEBODY):
            yield from (match[1] for match in pattern.finditer(text) if folded(match[1]) not in _NO_NAMES)
        for sign, pattern in (("né", _BORN), ("1", _SOCIAL_SECURITY), ("2", _SOCIAL_SECURITY), ("@", _ADDRESS)):
            if sign in text:
                yield from (match[0] for match in pattern.finditer(text))
        if _DOT_INSIDE.search(text):
            yield from (word for word in _DOTTED.findall(text) if word in self.ids)
        yield from self._words(text)

    def _words(self, text: str) -> Iterator[str]:
        """Words with a capital that are a name of the directory, or a given name followed by another such word."""
        if self._are_known_words(text):
            return
        before: re.Match[str] | None = None
        for match in _WORD.finditer(text):
            word = folded(match[0])
            if any(piece in self._pieces for piece in _pieces(word)) and not (
                word in _ALSO_WORDS
                and not match[0].isupper()
                and _BETWEEN_SENTENCES.search(text, max(0, match.start() - 20), match.start())
            ):
                yield match[0]
            elif before is not None and text[before.end() : match.start()] in (" ", "\u00a0"):
                if folded(before[0]) in GIVEN_NAMES and len(match[0]) > 1:
                    yield match[0]
                elif word in GIVEN_NAMES and before[0].isupper() and len(before[0]) > 2:
                    yield before[0]
            before = match

    def _are_known_words(self, text: str) -> bool:
        """Whether no word with a capital can be a name: most texts, told at once."""
        return not any(
            piece in self._pieces or piece in GIVEN_NAMES
            for word in set(_WORD.findall(text))
            for piece in _pieces(word)
        )

    @cached_property
    def _pieces(self) -> frozenset[str]:
        """Each part of each name; particles and single letters left out."""
        return frozenset(_parts(self.names))


def _parts(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        whole = folded(name).split()
        yield from (part for part in whole if len(part) > 1 and part not in _PARTICLES)


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[str, ...]:
    """A word without case and accents, and its parts: `Marie-Anne` is also Marie and Anne."""
    whole = folded(word)
    return (whole, *_PIECE.split(whole)) if _PIECE.search(whole) else (whole,)
