"""A text uses an acronym that nobody explains."""

from collections.abc import Iterator, Set

from classeur.model.acronyms import ACRONYM, EVERYBODY_KNOWS, STRESSED, is_explained_at, is_roman
from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule

_SHOUTED = 2
"""So many capital words side by side are a title in capitals, not acronyms."""


@rule("TX016", "unexplained-acronym", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Each acronym once a text, unless the glossary or the text itself says what it stands for."""
    known = EVERYBODY_KNOWS | STRESSED | _told_by_the_house(binder)
    for document in binder.documents:
        yield from _unexplained(document, known)


def _told_by_the_house(binder: Binder) -> set[str]:
    names = {name for term in binder.glossary for name in (term.term, *term.synonyms, *term.misspellings)}
    names |= {word for term in binder.glossary for meaning in term.means for word in ACRONYM.findall(meaning)}
    names |= {word for name in names for word in ACRONYM.findall(name)} | set(binder.process)
    return names | {kind.code for kind in binder.organisation.kinds} | set(ACRONYM.findall(binder.organisation.name))


def _unexplained(document: Document, known: Set[str]) -> Iterator[Problem]:
    met: dict[str, tuple[int, int]] = {}
    explained: set[str] = set()
    lines = document.outline.prose
    text = "\n".join(lines)  # searched at once: most texts hold few acronyms, and no line needs to be looked at
    for found in ACRONYM.finditer(text):
        acronym = found[0]
        if acronym in known or is_roman(acronym):
            continue
        number, before = text.count("\n", 0, found.start()), text.rfind("\n", 0, found.start()) + 1
        line, start, end = lines[number], found.start() - before, found.end() - before
        if _is_shouted(line, start, end):
            continue
        if is_explained_at(line, start, end):
            explained.add(acronym)
        met.setdefault(acronym, (number + 1, start + 1))
    for acronym, (number, column) in met.items():
        if acronym not in explained:
            yield at(document.in_body(number, column), acronym=acronym, reference=document.reference)


def _is_shouted(line: str, start: int, end: int) -> bool:
    """Whether the word stands among others in capitals."""
    before, after = line[:start].split()[-1:], line[end:].split()[:1]
    beside = [word for word in (*before, *after) if len(word) > 1 and word.isalpha() and word.isupper()]
    return len(beside) >= _SHOUTED - 1 and not {*beside} <= {"ET", "OU"}
