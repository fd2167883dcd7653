"""A text is spared the steps of Markdown that its marks do not ask for: what comes out is the same to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.writers.site.dialect import Section, TextLinks
from classeur.writers.site.engine import MkDocsEngine

DIALECT = MkDocsEngine(Path(CACHE_FOLDER, "no-house")).dialect
LINKS = TextLinks(lambda target: target, lambda reference: f"../{reference}/")
PIECES = (
    "Un texte sans marque.",
    "## Un titre",
    "### Un titre *marqué* & `codé` {#place}",
    "## Un titre avec \\*échappement\\* <b>gras</b>",
    "Setext\n======",
    "Deux espaces  \net une tabulation\t\nà la fin",
    "*a* **b** _c_ __d__ `e` \\_f\\_",
    "[lien](a.md 'titre') ![image](b.png) <https://example.org> <a@example.org>",
    "[nommé][n] ![nommée][n] [n]\n\n[n]: c.md 'Nom'",
    "Voir PR-R2-001, 5 < 6 & 7 > 3, &eacute; et &#233;.",
    "- a\n- b\n\n    suite\n    1. c\n    2. d\n\n- [ ] à faire\n- [x] fait",
    "| a | b |\n| --- | :-: |\n| 1 \\| 2 | `3|4` |",
    "> cité\n> - liste\n\nfin",
    "Terme\n\n:   sa définition\n\n    suite",
    "Terme\n:\tautre\n\n- : rien",
    "!!! note \"Titre\"\n\n    Dedans.\n\n    - liste",
    "??? tip \"Replié\"\n    Dedans.",
    "=== \"Un\"\n\n    Dedans.\n\n=== \"Deux\"\n\n    Aussi.",
    "```python\nx = '[^1] !!! {#a}'\n```",
    "~~~\n<b>\n~~~",
    "    du code en retrait",
    "<div class=\"admonition\" markdown>\nDans *du* HTML\n</div>\n\n    en retrait",
    "<details markdown><summary>S</summary>\n\nDedans\n\n</details>\n\n    en retrait",
    "<dl markdown><dt>T</dt><dd>\n\nD\n\n</dd></dl>\n\n    en retrait",
    "Un paragraphe\n{.classe}",
    "[TOC]",
    "***\n\n---",
    "Une note[^1].\n\n[^1]: Son texte.",
)  # fmt: skip
MARKS = ("!!! ???", "===", "< |", ": > [^", "]: `", "\\ [ ![", "  \n& * _ {", "```", "~~~\t")
EVERY_MARK = f"\n\n## La fin\n\n{' '.join(MARKS)}\n: -"
"""Nothing is spared to a text that ends like this."""


def sections(body: str) -> tuple[Section, ...]:
    return DIALECT.render(body, LINKS).sections


@pytest.mark.parametrize("first", PIECES)
def test_what_is_spared_changes_nothing_of_what_comes_out(first: str) -> None:
    bodies = [first, *(f"{first}\n\n{second}" for second in PIECES)]

    spared = [sections(f"{body}\n\n## La fin")[:-1] for body in bodies]

    assert spared == [sections(body + EVERY_MARK)[: len(each)] for body, each in zip(bodies, spared, strict=True)]
