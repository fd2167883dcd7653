"""The pages of the rules, as the site shows them."""

from __future__ import annotations

import re

import pytest

from classeur.rules.registry import Rule, all_rules
from classeur.wording.rule_pages import page_of
from classeur.writers.site.rule_page import rule_html


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_an_example_is_shown_as_code_whatever_file_it_stands_for(rule: Rule) -> None:
    shown = rule_html(page_of(rule).body)

    assert "```" not in shown
    assert not re.search("<h[1-3]", shown)


def test_an_example_names_the_file_that_it_stands_for() -> None:
    shown = rule_html("## Signalé\n\n```file procedures/visite.md fifo\n## But\n```\n")

    assert "<code>procedures/visite.md</code>" in shown
    assert "## But" in shown
