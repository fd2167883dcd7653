"""The words of one piece compared: what is left once spelling, accents, agreement and typography are explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classeur.model.comparison.alignment import quick_opcodes
from classeur.model.guard_spelling import Around, is_explained
from classeur.model.guard_tokens import Token, TokenKind, fold
from classeur.model.guard_vocabulary import MODALS, NEGATIONS, NUMBER_WORDS, UNITS


@dataclass(frozen=True)
class Difference:
    """Tokens that took the place of others without an explanation; `after` is the first token that follows."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    before: Token | None = None
    after: Token | None = None


_LARGEST_GRID = 4_000
_NEVER_DOUBLED = frozenset({"nous", "vous", "tres", "se"})
_ELIDED = frozenset({"l'", "d'", "s'", "c'", "j'", "m'", "t'", "qu'"})
"""Read without their apostrophe, « l' » would be a litre and « m' » a metre."""

_COUNTS = MODALS | NEGATIONS | NUMBER_WORDS | UNITS


def differences(old: Sequence[Token], new: Sequence[Token], names: frozenset[str]) -> tuple[Difference, ...]:
    """What spelling does not explain, in order."""
    if len(old) == len(new) and all(
        first.key == second.key and first.raw == second.raw and first.kind is second.kind
        for first, second in zip(old, new, strict=True)
    ):
        return ()
    return tuple(_Comparing(tuple(old), tuple(new), names).differences())


@dataclass(frozen=True)
class _Comparing:
    old: tuple[Token, ...]
    new: tuple[Token, ...]
    names: frozenset[str]

    def differences(self) -> Iterator[Difference]:
        old, new = list(map(_likeness, self.old)), list(map(_likeness, self.new))
        for tag, i, i_end, j, j_end in quick_opcodes(old, new):
            if tag == "equal":
                yield from self._same_letters(i, i_end, j)
            elif not self._is_joined(i, i_end, j, j_end) and not self._is_repeated(i, i_end, j, j_end):
                yield from self._run(i, i_end, j, j_end)

    def _same_letters(self, i: int, i_end: int, j: int) -> Iterator[Difference]:
        for step in range(i_end - i):
            if not is_explained(self.old[i + step], self.new[j + step], Around(), self.names):
                yield self._difference(i + step, i + step + 1, j + step, j + step + 1)

    def _is_joined(self, i: int, i_end: int, j: int, j_end: int) -> bool:
        """« rendez vous » and « rendezvous »: the same letters in the same order, cut otherwise."""
        old, new = self.old[i:i_end], self.new[j:j_end]
        if not old or not new or any(token.kind is not TokenKind.WORD for token in old + new):
            return False
        letters = ["".join(fold(token.raw.rstrip("'")) for token in tokens) for tokens in (old, new)]
        if letters[0] != letters[1]:
            return False
        words = {fold(token.raw.rstrip("'")) for token in old + new if token.raw.lower() not in _ELIDED}
        return not words & (_COUNTS | self.names) and letters[0] not in _COUNTS

    def _is_repeated(self, i: int, i_end: int, j: int, j_end: int) -> bool:
        """« le le flacon »: one word typed twice."""
        longer, start, end, others = (self.old, i, i_end, j_end - j)
        if not i_end - i:
            longer, start, end, others = (self.new, j, j_end, i_end - i)
        if end - start != 1 or others or longer[start].kind is not TokenKind.WORD:
            return False
        word = longer[start].key
        pairs = zip(longer[max(start - 1, 0) : end], longer[max(start, 1) : end + 1], strict=False)
        is_twin = any(_touch(first, second) and first.key == second.key == word for first, second in pairs)
        return is_twin and fold(word) not in _NEVER_DOUBLED | NUMBER_WORDS | self.names

    def _run(self, i: int, i_end: int, j: int, j_end: int) -> Iterator[Difference]:
        """The unexplained rest of a run, with the explained pairs taken out."""
        start_old, start_new = i, j
        for first, second in [*self._explained_pairs(i, i_end, j, j_end), (i_end, j_end)]:
            if first > start_old or second > start_new:
                yield self._difference(start_old, first, start_new, second)
            start_old, start_new = first + 1, second + 1

    def _explained_pairs(self, i: int, i_end: int, j: int, j_end: int) -> list[tuple[int, int]]:
        """The longest chain of explained pairs."""
        rows, columns = i_end - i, j_end - j
        if not rows or not columns or rows * columns > _LARGEST_GRID:
            return []
        best = [[0] * (columns + 1) for _ in range(rows + 1)]
        good = [[self._is_pair(i + a, j + b, i, i_end, j, j_end) for b in range(columns)] for a in range(rows)]
        for a in range(rows - 1, -1, -1):
            for b in range(columns - 1, -1, -1):
                best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + 1 if good[a][b] else 0)
        pairs, a, b = [], 0, 0
        while a < rows and b < columns:
            if good[a][b] and best[a][b] == best[a + 1][b + 1] + 1:
                pairs.append((i + a, j + b))
                a, b = a + 1, b + 1
            elif best[a][b] == best[a + 1][b]:
                a += 1
            else:
                b += 1
        return pairs

    def _is_pair(self, at_old: int, at_new: int, i: int, i_end: int, j: int, j_end: int) -> bool:
        before: list[str] = []
        if at_old == i and at_new == j:
            for first, second in zip(self.old[:i][-5:][::-1], self.new[:j][-5:][::-1], strict=False):
                if first.key != second.key:
                    break
                before.append(fold(second.key) if second.key != "à" else "de")  # « à » calls for an infinitive too
        after = ""
        if at_old == i_end - 1 and at_new == j_end - 1 and i_end < len(self.old) and j_end < len(self.new):
            follower = self.new[j_end]
            after = fold(follower.key) if fold(follower.key) == fold(self.old[i_end].key) else ""
        return is_explained(self.old[at_old], self.new[at_new], Around(tuple(before), after), self.names)

    def _difference(self, i: int, i_end: int, j: int, j_end: int) -> Difference:
        before = self.new[j - 1] if j else None
        after = self.new[j_end] if j_end < len(self.new) else None
        return Difference(self.old[i:i_end], self.new[j:j_end], before, after)


def _touch(first: Token, second: Token) -> bool:
    """Whether nothing but a space stands between two tokens."""
    return second.start - first.start - len(first.raw) == 1


def _likeness(token: Token) -> tuple[TokenKind, str]:
    return token.kind, fold(token.key) if token.kind is TokenKind.WORD else token.key
