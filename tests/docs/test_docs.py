"""What is written about the program is true of it, and fit to be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from classeur.cli.app import COMMANDS, command_named
from classeur.model.registers.rows import RegisterType, register_types
from classeur.rules.registry import all_rules
from classeur.wording.rule_pages import FAMILIES
from classeur.wording.translator import LANGUAGES, translator
from tests.docs.words import ROOT

READ_ME = ROOT / "README.md"
FORMATS = ROOT / "generator" / "docs" / "formats.md"
_CODE = re.compile(rf"\b(?:{'|'.join(FAMILIES['fr'])})\d{{3}}\b")
_MADE = {"site", "dist", "node_modules", "__pycache__", "venv", "env", "build", "htmlcov"}
"""Folders that git ignores: made by the tool, the tests or pip. Hidden ones are left out too, but for `.ci`."""

_ONE_COMPUTER = re.compile(r"(?<![\w.*~)\]}/-])/(?:work|tmp|root|home)/\w")
_REGISTRY = re.compile(
    r"https?://[^\s\"'<>)]*(?:pypi\.org/simple|pythonhosted|registry\.npmjs|index-url|artifactory|/simple/)|"
    r"--(?:extra-)?index-url|\b(?:localhost|127\.0\.0\.1):\d{4,5}/(?:simple|root)"
)


def files() -> Iterator[Path]:
    """The files of the repository that are text."""
    for path in sorted(ROOT.rglob("*")):
        inner = path.relative_to(ROOT).parts
        if inner == (".git",):  # a work tree of git: where the repository is on this computer
            continue
        if any((part.startswith(".") and part != ".ci") or part in _MADE or ".egg-info" in part for part in inner[:-1]):
            continue
        if path.is_file() and path.suffix not in (".png", ".docx", ".woff2", ".ico", ".db", ".pyc"):
            yield path


def documentation() -> Iterator[Path]:
    yield READ_ME
    yield from (ROOT / "generator" / "docs").rglob("*.md")
    yield from (ROOT / "generator" / "changes").rglob("*.md")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Each line of the repository in which the pattern stands, this file left out."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in files()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_explains_itself_with_an_example(language: str) -> None:
    told = {name: help_of(command_named(name, translator(language)), name) for name in COMMANDS}

    assert [name for name, text in told.items() if not re.search(rf"Ex[ae]mple ?: +classeur {name}", text)] == []


def help_of(command: click.Command, name: str) -> str:
    return " ".join(command.get_help(click.Context(command, info_name=name)).split())


def test_a_command_is_named_in_the_read_me() -> None:
    read_me = READ_ME.read_text("utf-8")

    assert [name for name in COMMANDS if not re.search(rf"\bclasseur {name}\b", read_me)] == []


@pytest.mark.parametrize("name", ["make site", "make test", "python3-venv", "pip install"])
def test_the_read_me_says_how_to_begin(name: str) -> None:
    assert name in READ_ME.read_text("utf-8")


def test_a_rule_named_in_the_documentation_exists() -> None:
    written = [path for path in documentation() if path.name != "recipes.md"]  # it makes a rule that is not there yet
    named = {(path.name, code) for path in written for code in _CODE.findall(path.read_text("utf-8"))}

    assert [each for each in sorted(named) if each[1] not in all_rules()] == []


def test_a_rule_named_in_the_code_and_the_rules_pages_exists() -> None:
    sources = [path for path in files() if path.suffix in (".py", ".md", ".j2") and "generator" in path.parts]
    sources = [path for path in sources if path.name != "recipes.md"]  # it makes a rule that is not there yet
    named = {(path.name, code) for path in sources for code in _CODE.findall(path.read_text("utf-8"))}

    assert [each for each in sorted(named) if each[1] not in all_rules()] == []


def test_a_link_of_the_documentation_leads_to_a_file() -> None:
    broken = [
        (path.name, target)
        for path in documentation()
        for target in re.findall(
            r"\]\(([^)#\s]+)", re.sub(r"```.*?```|`[^`]*`", "", path.read_text("utf-8"), flags=re.S)
        )
        if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists()
    ]

    assert broken == []


def test_no_file_names_a_folder_of_the_computer_that_wrote_it() -> None:
    assert lines_with(_ONE_COMPUTER) == []


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(_REGISTRY) == []


@pytest.mark.parametrize("kind", register_types().values(), ids=lambda kind: kind.name)
def test_a_register_is_described_with_each_of_its_headings(kind: RegisterType) -> None:
    part = FORMATS.read_text("utf-8").partition(f"### {kind.name}:")[2].partition("\n### ")[0]

    missing = [key for key, column in kind.columns.items() if not re.search(rf"\| `{key}`.*{column.french}", part)]

    assert missing == []
