"""The templates of the site: the user's own first, then the shipped ones."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from classeur.model.kept import Kept
from classeur.resources import bundled
from classeur.views.addresses import relative
from classeur.wording.translator import Translator
from classeur.writers.memory.compiled import CompiledTemplates
from classeur.writers.memory.living import Living
from classeur.writers.memory.program import folder_imprint
from classeur.writers.site.own_templates import FOLDER, faults_told

_OF_DOCUMENTS = ("document.md.j2", "macros.j2", "readings.j2", "page.md.j2")
_OF_SAVES = ("calendar.md.j2", "document_list.md.j2", "process.md.j2", "procedures.md.j2", "theme.md.j2", "lists.j2")
_SENTENCE = ("name", "lparen", "string", "rparen")
"""The tokens of `t("…")`."""
_MARKDOWN_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!>-])")


class _Sentences(Extension):
    """Puts `t("…")`, a sentence without values, in the reader's language once: when its template is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, each such sentence as a plain text."""
        words: Translator = self.environment.globals["t"]  # type: ignore[assignment]
        held: deque[Token] = deque()
        before = ""
        for token in stream:
            held.append(token)
            if len(held) < len(_SENTENCE):
                continue
            is_sentence = held[0].value == "t" and tuple(each.type for each in held) == _SENTENCE and before != "dot"
            if is_sentence:
                first, _, sentence, _ = held
                held.clear()
                held.append(Token(first.lineno, "string", words(sentence.value)))
            before = held[0].type
            yield held.popleft()
        yield from held


class Templates:
    """Lays out views. A template holds no rule: what it needs to know, the view says.

    Attributes:
        has_own: whether the house has templates of its own. A fault in one of these is a `ClasseurError`.
        imprint: that of the language and of the house's own templates; the shipped ones are part of the program.
    """

    def __init__(self, root: Path, words: Translator, folder: str = "pages", living: Living | None = None) -> None:
        """Get ready; `folder` is that of site_templates which holds them, `living` keeps the lines of long lists."""
        own = root / FOLDER / folder
        folders = [own, bundled(FOLDER) / folder]
        self.has_own = own.is_dir() and not own.samefile(folders[1])
        self._faults_told = partial(faults_told, own, own, words) if self.has_own else nullcontext
        self.imprint = f"{words.language} {folder_imprint(own) if self.has_own else ''}"
        self._kept: dict[tuple[str, str], Kept] = (living or Living()).made("lines", (self.imprint,), dict)
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=CompiledTemplates(words.language),
            extensions=[_Sentences],
        )
        self._env.filters["json"] = lambda value: Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))
        self._env.globals.update(t=words, count=words.count, date=words.date, number=words.number, month=words.month)

    def read_ahead(self, is_for_saves: bool = False) -> None:
        """Compile what the pages of documents are made with, so that not every process that makes some has to.

        Args:
            is_for_saves: also what the pages are made with that show a document's title, for a program that lives.
        """
        with self._faults_told():
            for template in (*_OF_DOCUMENTS, *(_OF_SAVES if is_for_saves else ())):
                self._env.get_template(template)

    def file(self, template: str, **values: Any) -> str:
        """A file that is no page of the site: one that leaves the house, or a style that stands in it as it is."""
        with self._faults_told():
            return self._env.get_template(template).render(**values)

    def page(self, template: str, address: str, **values: Any) -> str:
        """A staged Markdown page; `address` is where it will live, and `link(target)` writes an address from there.

        `{% call(row) each_line(name, rows) %}…{% endcall %}` lays out the lines of a list, each of which only its row
        decides: a program that lives does so once, as long as the row is the same.
        """
        with self._faults_told():
            return self._env.get_template(f"{template}.md.j2").render(
                link=link_from(address),
                root=relative("index.html", address).removesuffix("index.html"),
                each_line=_Lines(self._kept.setdefault((template, address), Kept())),
                **values,
            )


class _Lines:
    """Lays out the lists of one page, told apart by their names and by their turn."""

    def __init__(self, kept: Kept) -> None:
        self._kept, self._turn = kept, 0

    def __call__(self, name: str, rows: Sequence[object], caller: Callable[[object], Markup]) -> Markup:
        self._turn += 1
        return Markup("".join(self._kept.of_each(f"{name} {self._turn}", (), caller, rows)))


def link_from(address: str) -> Callable[[str], str]:
    """Writes addresses of the site as seen from a page."""
    return lambda target: relative(target.partition("#")[0], address) + "".join(target.partition("#")[1:])


def heading(level: int, text: str, anchor: str) -> Markup:
    """A Markdown heading whose words are taken as they are."""
    safe = _MARKDOWN_MARKS.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    name = re.sub(r"[^\w.:-]", "", anchor)
    return Markup(f"{'#' * level} {safe or '–'} {{#{name}}}" if name else f"{'#' * level} {safe or '–'}")


def assets(root: Path, folder: str) -> Mapping[str, Path]:
    """The files of a folder of site_templates by relative name; the user's win over the shipped ones."""
    found: dict[str, Path] = {}
    for base in (bundled(FOLDER) / folder, root / FOLDER / folder):
        if base.is_dir():
            found |= {file.relative_to(base).as_posix(): file for file in sorted(base.rglob("*")) if file.is_file()}
    return found
