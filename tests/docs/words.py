"""The words of the interface, found in the code and the templates.

`python -m tests.docs.words` adds the new ones to the French catalogue, empty, and takes out those that nobody says.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[2]
CODE = ROOT / "generator" / "classeur"
TEMPLATES = ROOT / "site_templates"
FRENCH = CODE / "wording" / "locale" / "fr" / "LC_MESSAGES" / "classeur.po"
_SPEAKERS = {"words", "_words", "t", "plural"}

Message = str | tuple[str, str]


@cache
def messages() -> frozenset[Message]:
    """Every message that the program says: a text, or its singular and plural. The whole code is read for it, once."""
    found: set[Message] = set()
    for file in CODE.rglob("*.py"):
        found |= set(_in_code(ast.parse(file.read_text("utf-8"))))
    for file in (*TEMPLATES.rglob("*.j2"), *TEMPLATES.rglob("*.html")):
        with open(file, "rb") as stream:
            for _, function, said, _ in babel_extract(stream, ("t", "count"), (), {}):
                parts = tuple(part for part in (said if isinstance(said, tuple) else (said,)) if isinstance(part, str))
                found.add((parts[0], parts[1]) if function == "count" else parts[0])
    return frozenset(found)


def _in_code(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        function = node.func
        name = (
            function.id
            if isinstance(function, ast.Name)
            else function.attr
            if isinstance(function, ast.Attribute)
            else ""
        )
        if name in _SPEAKERS and texts:
            yield texts[0]
        elif name == "count" and isinstance(function, ast.Attribute) and _is_speaker(function.value) and len(texts) > 1:
            yield texts[0], texts[1]


def _is_speaker(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id in _SPEAKERS) or (
        isinstance(node, ast.Attribute) and node.attr in _SPEAKERS
    )


def french() -> Catalog:
    """The French catalogue."""
    with open(FRENCH, "rb") as file:
        return read_po(file, locale="fr")


def update() -> int:
    """Bring the catalogue in line with the code; returns how many messages wait for their translation."""
    kept = french() if FRENCH.exists() else Catalog(locale="fr")
    updated = Catalog(locale="fr", fuzzy=False, header_comment="# The words of the interface in French.")
    for said in sorted(messages(), key=str):
        known = kept.get(said if isinstance(said, str) else said[0])
        updated.add(said, string=known.string if known else None)
    FRENCH.parent.mkdir(parents=True, exist_ok=True)
    with open(FRENCH, "wb") as file:
        write_po(file, updated, omit_header=False, width=0, sort_output=True, include_lineno=False)
    waiting = [m for m in updated if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]
    for message in waiting:
        print(message.id)
    return len(waiting)


if __name__ == "__main__":
    sys.exit(1 if update() else 0)
