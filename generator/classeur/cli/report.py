"""Findings as people, programs and code hosts read them."""

from __future__ import annotations

from collections.abc import Iterable

import click

from classeur.ledger.problems import LedgerProblem
from classeur.model.findings import Finding, Severity
from classeur.rules.registry import all_rules
from classeur.tasks.check import CheckReport
from classeur.wording.rule_pages import FAMILIES, severity_word, told
from classeur.wording.translator import Translator

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_text(finding: Finding, words: Translator) -> str:
    """`file:line:column: severity code  message`, then the remedy."""
    said = told(finding, words.language)
    severity = click.style(said.severity, fg=_COLOURS[finding.severity], bold=True)
    where = click.style(str(finding.where), bold=True)
    return (
        f"{where}: {severity} {finding.code}  {said.message}\n"
        f"    {words('What to do:').lower()} {said.remedy}        classeur rule {finding.code}"
    )


def problem_text(each: LedgerProblem, words: Translator) -> str:
    """A problem and what to do about it, for a person."""
    said = told(each.finding, words.language)
    severity = click.style(said.severity, fg=_COLOURS[each.severity], bold=True)
    path = click.style(str(each.path), bold=True)
    to_do = words("What to do:").lower()
    return f"{path}: {severity} {each.code}  {said.message}\n    {to_do} {said.remedy}"


def as_data(finding: Finding, language: str) -> dict[str, object]:
    """The finding for other programs (design §11)."""
    said = told(finding, language)
    return {
        "code": finding.code,
        "name": all_rules()[finding.code].name,
        "severity": finding.severity.value,
        "path": str(finding.where.path),
        "line": finding.where.line,
        "column": finding.where.column,
        "message": said.message,
        "remedy": said.remedy,
        "reference": finding.reference,
    }


def as_github(finding: Finding, language: str) -> str:
    """An annotation of a pull request."""
    said = told(finding, language)
    text = f"{said.message} {said.remedy}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    where = finding.where
    title = f"{finding.code} {said.title}".replace(",", "%2C").replace(":", "%3A")
    return f"::{_GITHUB[finding.severity]} file={where.path},line={where.line},col={where.column},title={title}::{text}"


def verdict(report: CheckReport, words: Translator) -> str:
    """The count by family, then one line that says whether the house is in order."""
    language = words.language
    lines = []
    for family, totals in report.by_family.items():
        parts = ", ".join(
            f"{totals[severity]} {severity_word(severity, language)}" + ("s" if totals[severity] > 1 else "")
            for severity in Severity
            if totals[severity]
        )
        lines.append(f"  {family}  {FAMILIES[language].get(family, family):<45} {parts}")
    documents = words.count("{n} document read", "{n} documents read", len(report.binder.documents))
    if not report.findings:
        return words("{documents}: nothing to report.", documents=documents)
    end = words("something stops these texts.") if report.has_errors else words("nothing stops these texts.")
    return "\n".join(
        [
            *lines,
            words(
                "{documents}: {counted}; {end}", documents=documents, counted=counted(report.findings, words), end=end
            ),
        ]
    )


def counted(findings: Iterable[Finding], words: Translator) -> str:
    """« 2 errors, 1 warning, 0 notes »."""
    totals = severity_counts(findings)
    return ", ".join(
        (
            words.count("{n} error", "{n} errors", totals[Severity.ERROR]),
            words.count("{n} warning", "{n} warnings", totals[Severity.WARNING]),
            words.count("{n} note", "{n} notes", totals[Severity.NOTE]),
        )
    )


def severity_counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings of each severity."""
    counted = dict.fromkeys(Severity, 0)
    for finding in findings:
        counted[finding.severity] += 1
    return counted
