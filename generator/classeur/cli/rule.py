"""`classeur rule`: the rules, listed or explained."""

from __future__ import annotations

import click

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.errors import ClasseurError
from classeur.rules.registry import Rule, all_rules
from classeur.wording.rule_pages import FAMILIES, page_of, severity_word
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "rule", help=words("List the rules, or explain one with its examples.\n\nExample: classeur rule WF003")
    )
    @click.argument("code", required=False, metavar=words("[CODE]"))
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, code: str | None, form: str) -> int:
        rules = all_rules()
        wanted = _wanted(code, words) if code is not None else None
        if wanted is not None:
            rules = {wanted.code: wanted}
        if form == "json":
            print_json([_data(rule, words.language) for rule in rules.values()])
        elif wanted is not None:
            click.echo(_explained(wanted, words))
        else:
            _listed(words)
        return CLEAN

    return run


def _wanted(code: str, words: Translator) -> Rule:
    for rule in all_rules().values():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    raise ClasseurError(words("There is no rule {code}.", code=code), remedy=words("`classeur rule` lists them all."))


def _listed(words: Translator) -> None:
    family = ""
    for rule in all_rules().values():
        if rule.family != family:
            family = rule.family
            click.echo(("" if family == "FM" else "\n") + click.style(FAMILIES[words.language][family], bold=True))
        severity = severity_word(rule.severity, words.language)
        click.echo(f"  {rule.code}  {severity:<13}  {page_of(rule).title[words.language]}")


def _explained(rule: Rule, words: Translator) -> str:
    page = page_of(rule)
    lines = [click.style(f"{rule.code}  {page.title[words.language]}", bold=True), f"{rule.name}", ""]
    for language in (words.language, *({"fr", "en"} - {words.language})):
        lines += [f"[{language}] {page.message[language]}", f"     {words('What to do:')} {page.remedy[language]}"]
    return "\n".join([*lines, "", page.body.rstrip()])


def _data(rule: Rule, language: str) -> dict[str, object]:
    page = page_of(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "title": page.title[language],
        "message": page.message[language],
        "remedy": page.remedy[language],
        "page": page.body,
    }
