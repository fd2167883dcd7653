"""The words of a rule: its page, beside its module, in both languages."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from classeur.model.findings import Finding, Severity
from classeur.rules.registry import Rule, all_rules
from classeur.wording.values import spoken

_SEVERITIES = {
    "fr": {Severity.ERROR: "erreur", Severity.WARNING: "avertissement", Severity.NOTE: "note"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}
FAMILIES = {
    "fr": {
        "FM": "En-tête du texte",
        "WF": "Circuit de rédaction, validation, approbation",
        "LG": "Journal des diffusions",
        "LK": "Liens et images",
        "RV": "Dates de révision",
        "PR": "Processus",
        "OR": "Organisation",
        "RD": "Lecture",
        "RG": "Registres",
        "TX": "Texte",
        "WD": "Import Word",
        "IN": "Fichiers et outil",
    },
    "en": {
        "FM": "Front matter",
        "WF": "Writing, validation, approval",
        "LG": "Release ledger",
        "LK": "Links and pictures",
        "RV": "Review dates",
        "PR": "Processes",
        "OR": "Organisation",
        "RD": "Reading",
        "RG": "Registers",
        "TX": "Text",
        "WD": "Word import",
        "IN": "Files and tool",
    },
}


@dataclass(frozen=True)
class RulePage:
    """The words of one rule; title, message and remedy by language, the body in French."""

    title: Mapping[str, str]
    message: Mapping[str, str]
    remedy: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Told:
    """A finding in words."""

    severity: str
    title: str
    message: str
    remedy: str


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same words, seven times sooner where PyYAML was built with it."""


@cache
def page_of(rule: Rule) -> RulePage:
    """The page of a rule.

    Raises:
        FileNotFoundError: the rule has no page beside its module.
    """
    module = Path(sys.modules[rule.module].__file__ or "")
    _, head, body = module.with_suffix(".md").read_text("utf-8").split("---\n", 2)
    words = yaml.load(head, Loader=_LOADER)
    return RulePage(words["title"], words["message"], words["remedy"], body.strip() + "\n")


def told(finding: Finding, language: str) -> Told:
    """The sentence and the remedy of a finding, in a language."""
    page = page_of(all_rules()[finding.code])
    values = _Values(spoken(finding.values, language))
    return Told(
        _SEVERITIES[language][finding.severity],
        page.title[language],
        page.message[language].format_map(values),
        page.remedy[language].format_map(values),
    )


def severity_word(severity: Severity, language: str) -> str:
    """How a severity is called."""
    return _SEVERITIES[language][severity]


class _Values(dict[str, str]):
    """A value that a finding does not give shows as a dash: a sentence is never lost for a word."""

    def __missing__(self, key: str) -> str:
        return "–"
