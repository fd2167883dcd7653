"""A rule's page as HTML for the site: its own words, with its examples as code."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import markdown
from markupsafe import Markup

from classeur.model.findings import Severity
from classeur.model.organisation import Profile
from classeur.rules.profiles import severity_in
from classeur.rules.registry import all_rules
from classeur.wording.rule_pages import FAMILIES, page_of, severity_word
from classeur.wording.translator import Translator
from classeur.writers.site.dialect import OnlyWithMarkup
from classeur.writers.site.spared_steps import SparedSteps

_FENCE = re.compile(r"(`{3,})(?:\S+)?(?: +(\S+))?.*")
"""The start of an example: its kind, then the file that it stands for, if it is not the usual one."""


def rule_families(profile: Profile, words: Translator) -> list[tuple[str, list[dict[str, Any]]]]:
    """Every rule with its words and its level in a profile, by the title of its family."""
    language = words.language
    families: dict[str, list[dict[str, Any]]] = {}
    for code, rule in all_rules().items():
        severity = severity_in(profile, code, rule.severity)
        shown = severity_word(severity, language) if severity else words("not told")
        page = page_of(rule)
        entry = {"code": code, "title": page.title[language], "severity": shown, "body": rule_html(page.body)}
        entry |= {"message": page.message[language], "remedy": page.remedy[language]}
        entry |= {"level": (severity or Severity.NOTE).value, "anchor": code.lower()}
        families.setdefault(rule.family, []).append(entry)
    return [(FAMILIES[language][family], rules) for family, rules in sorted(families.items())]


@cache
def rule_html(body: str) -> Markup:
    """The body of a rule's page. It is ours, not typed by a user of the house; its headings become level 4."""
    text = "\n".join(_lines(body))
    converter, steps = _converter()
    steps.suit(text)
    return Markup(converter.reset().convert(text))


def _lines(body: str) -> Iterator[str]:
    """The body with lower headings; above an example, the file that it stands for."""
    fence = ""
    for line in body.split("\n"):
        opened = _FENCE.fullmatch(line)
        if fence:
            fence = "" if line.rstrip() == fence else fence
            yield line
        elif opened:
            fence = opened[1]
            yield from (f"`{opened[2]}`", "") if opened[2] else ()
            yield fence
        else:
            yield f"##{line}" if line.startswith("## ") else line


@cache
def _converter() -> tuple[markdown.Markdown, SparedSteps]:
    example = {"name": "*", "class": "highlight", "format": _example}
    plain = {"pymdownx.superfences": {"custom_fences": [example]}}
    converter = markdown.Markdown(extensions=["pymdownx.superfences", "tables"], extension_configs=plain)
    converter.preprocessors.register(OnlyWithMarkup(converter), "html_block", 20)
    return converter, SparedSteps(converter)


def _example(source: str, *_: object, **__: object) -> str:
    """An example as it is: colours for a language that no highlighter knows would cost a second for all rules."""
    return f'<div class="highlight"><pre><span></span><code>{html.escape(source, quote=False)}\n</code></pre></div>'
