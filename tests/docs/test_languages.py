"""The interface speaks the reader's language: no word of it escapes the translator, in French as in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click

from classeur.cli.app import COMMANDS, application
from classeur.rules.registry import Rule, all_rules
from classeur.wording.rule_pages import page_of
from classeur.wording.translator import translator
from tests.docs.words import CODE, TEMPLATES, messages
from tests.each import wrong

_VISIBLE_ATTRIBUTES = r'\b(?:aria-label|title|placeholder|alt|data-none|data-shown)="([^"{]*[A-Za-z]{2}[^"{]*)"'
_WORD_STYLES = {"Tableau en-tête"}
"""The names of the Word template's styles: they are found by them, in any language."""

_DATA = {
    "model", "ledger", "drawings", "writers/search", "importers", "rules/text/tx001_left_to_complete.py",
    "tasks/demo_story.py", "tasks/demo_texts.py", "tasks/new_document.py", "wording/rule_pages.py",
}  # fmt: skip
"""What reads or writes French texts of the house, tells the demonstration, or holds its words in both languages."""


def sources() -> Iterator[Path]:
    """The modules of the program whose texts are said to a reader."""
    for path in sorted(CODE.rglob("*.py")):
        if not any(path.relative_to(CODE).as_posix().startswith(name) for name in _DATA):
            yield path


def said_in_english(said: str | tuple[str, str]) -> str:
    return said if isinstance(said, str) else " ".join(said)


def test_every_message_of_the_code_is_english() -> None:
    french = [said for said in messages() if re.search(r"[àâçèêëîïôûùœ]|é(?!f)", said_in_english(said))]

    assert french == []


def test_a_rule_speaks_english_and_french() -> None:
    assert wrong(all_rules(), speaks_english_and_french) == {}


def speaks_english_and_french(rule: Rule) -> None:
    page = page_of(rule)
    for told in (page.title, page.message, page.remedy):
        assert told["fr"].strip()
        assert told["en"].strip()
        assert told["en"] != told["fr"]
        assert not re.search(r"[àâçèêëîïôûùœ]", re.sub(r"`[^`]*`|“[^”]*”|«[^»]*»", "", told["en"]))


def test_the_help_of_a_command_is_english() -> None:
    assert wrong({name: name for name in COMMANDS}, its_help_is_english) == {}


def its_help_is_english(name: str) -> None:
    command = application(translator("en")).get_command(click.Context(click.Group()), name)
    assert command is not None

    told = command.get_help(click.Context(command, info_name=name))

    assert not re.search(r"[àâçèêëîïôûùœ]|\b(?:le|la|les|des|une|pour|avec|dans)\b", _without_examples(told))


def _without_examples(told: str) -> str:
    return re.sub(r"Examples?:.*?(?=\n *\n|\Z)|\"[^\"]*\"", "", told, flags=re.S)


def test_no_template_holds_a_word_that_was_not_asked_of_the_translator() -> None:
    bare = {
        path.name: found
        for path in (*TEMPLATES.rglob("*.j2"), *TEMPLATES.rglob("*.html"))
        if (found := list(_bare_words(path.read_text("utf-8"))))
    }

    assert bare == {}


def _bare_words(template: str) -> Iterator[str]:
    """The words of a template outside its expressions: between tags, or in an attribute that readers meet."""
    without = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->", "{}", template, flags=re.S)
    without = re.sub(r"\A---\n.*?\n---\n", "", without, flags=re.S)
    yield from re.findall(_VISIBLE_ATTRIBUTES, without)
    without = re.sub(r"[\w-]+=\"[^\"]*\"", "", without)
    without = re.sub(r"<(?:code|pre|svg)\b.*?</(?:code|pre|svg)>", "", without, flags=re.S)
    for piece in re.findall(r">([^<>]*)<", without):
        yield from (word for word in re.findall(r"[^\W\d_]{3,}", piece) if word not in _NAMES)


_NAMES = {"CSV", "Excel"}


def test_no_script_says_a_word_of_its_own() -> None:
    told = {
        path.name: found
        for path in sorted((TEMPLATES / "assets").rglob("*.js"))
        if (found := [text for text in _strings(path.read_text("utf-8")) if _is_said(text)])
    }

    assert told == {}


def _strings(script: str) -> list[str]:
    code = re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", "", script, flags=re.S)
    return [
        text for pair in re.findall(r"'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\"", code) for text in pair if text
    ]


def _is_said(text: str) -> bool:
    """A sentence: two words and a capital or an accent; anything else is a name, a class or a selector."""
    return bool(re.match(r"[A-ZÀ-Ý][\wà-ÿ'’]+ [\wà-ÿ]", text) or re.search(r"[àâçéèêëîïôûùœ]", text))


def test_no_module_says_french_without_the_translator() -> None:
    told = [
        f"{path.relative_to(CODE)}:{line} {text[:60]}"
        for path in sources()
        for line, text in _texts(ast.parse(path.read_text("utf-8")))
        if re.search(r"[àâçèêëîïôûùœ]", text) and text not in _WORD_STYLES
    ]

    assert told == []


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every text of a module but its docstrings, with its line."""
    said_of_code = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said_of_code:
            yield node.lineno, node.value
