"""Steps of Markdown that go through a whole text, done at once: inline marks, line ends between elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor as NewPattern
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor
from markdown.util import AtomicString

from classeur.writers.site.spared_steps import INLINES

_IN_A_PIECE = {"]:": "["}
"""A name that another block explains needs no colon where it stands."""
_MARKS = {name: tuple(_IN_A_PIECE.get(mark, mark) for mark in marks) for name, marks in INLINES.items()}

_Marked = tuple[Any, tuple[str, ...], Callable[[str], object] | None]
"""A pattern, its marks (none for one that is always asked), and what looks for it (None for one of the old kind)."""


class Inline(InlineProcessor):
    """Asks for a piece of text only the patterns whose marks stand in it.

    A pattern that is not known by name is always asked. What takes the place of a match holds no mark.
    """

    _of: Any = None
    _patterns: tuple[_Marked, ...] = ()

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        patterns = self._marked()
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for index in range(patternIndex, len(patterns)):
            pattern, marks, _ = patterns[index]
            if marks:
                for mark in marks:
                    if mark in data:
                        break
                else:
                    continue
            data, is_found, start = apply(pattern, data, index, 0)
            while is_found:
                data, is_found, start = apply(pattern, data, index, start)
        return data

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to every text of a tree, as the library does, without listing whose child each is."""
        self.stashed_nodes = {}
        placed = self._InlineProcessor__processPlaceholders  # type: ignore[attr-defined]
        finds = partial(_finds, self._marked())
        waiting = [(tree, list(ancestors or ()))]
        for element, above in waiting:  # those found on the way are added to it
            above.append(element.tag.lower())
            self.ancestors = above
            inserted = []
            for child in element:
                text = child.text
                if text and not isinstance(text, AtomicString) and finds(text):
                    above.append(child.tag.lower())
                    child.text = None
                    made = placed(self._InlineProcessor__handleInline(text), child)
                    waiting += made
                    inserted.append((child, made))
                    above.pop()
                if child.tail:
                    self._treat_tail(element, child)
                if len(child):
                    waiting.append((child, above[:]))
            for child, made in inserted:
                for place, (new, _) in enumerate(made):
                    child.insert(place, new)
        return tree

    def _treat_tail(self, element: Element, child: Element) -> None:
        tail = self._InlineProcessor__handleInline(child.tail or "")
        holder = Element("d")
        child.tail = None
        made = self._InlineProcessor__processPlaceholders(tail, holder, False)  # type: ignore[attr-defined]
        if holder.tail:
            child.tail = holder.tail
        place = list(element).index(child) + 1
        for new, _ in reversed(made):
            element.insert(place, new)

    def _marked(self) -> tuple[_Marked, ...]:
        if self._of is not self.inlinePatterns:
            registry: Any = self.inlinePatterns
            found = list(registry)  # sorts it
            names = [each.name for each in registry._priority]
            self._patterns = tuple(
                (each, _MARKS.get(name, ()), each.getCompiledRegExp().search if isinstance(each, NewPattern) else None)
                for each, name in zip(found, names, strict=True)
            )
            self._of = self.inlinePatterns
        return self._patterns


def _finds(patterns: Iterable[_Marked], text: str) -> bool:
    """Whether a pattern finds something; a text in which none does stays as it is."""
    for _, marks, look in patterns:
        if look is None:
            return True
        if not marks:
            if look(text):
                return True
            continue
        for mark in marks:
            if mark in text:
                if look(text):
                    return True
                break
    return False


def words_of_link(
    at_length: Callable[[str, int], tuple[str, int, bool]],
) -> Callable[[str, int], tuple[str, int, bool]]:
    """Finds the words between the brackets of a link; those that hold brackets are left to the library."""

    def found(data: str, index: int) -> tuple[str, int, bool]:
        end = data.find("]", index)
        if end < 0 or data.find("[", index, end) >= 0:
            return at_length(data, index)
        return data[index:end], end + 1, True

    return found


class Prettify(PrettifyTreeprocessor):
    """Puts line ends between elements, asking each of them once."""

    def _prettifyETree(self, elem: Element) -> None:
        is_block = self.md.is_block_level
        if is_block(elem.tag):
            self._between(elem)
        elif not elem.tail or not elem.tail.strip():
            elem.tail = "\n"

    def _between(self, block: Element) -> None:
        is_block = self.md.is_block_level
        if len(block) and block.tag not in ("code", "pre"):
            text = block.text
            if is_block(block[0].tag) and (not text or not text.strip()):
                block.text = "\n"
            for each in block:
                if is_block(each.tag):
                    self._between(each)
        tail = block.tail
        if not tail or not tail.strip():
            block.tail = "\n"
