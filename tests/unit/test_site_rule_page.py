"""The pages of the rules, as the site shows them."""

from __future__ import annotations

import re

from classeur.rules.registry import all_rules
from classeur.wording.rule_pages import page_of
from classeur.writers.site.rule_page import rule_html


def test_an_example_is_shown_as_code_whatever_file_it_stands_for() -> None:
    shown = {code: rule_html(page_of(rule).body) for code, rule in all_rules().items()}

    assert [code for code, told in shown.items() if "```" in told or re.search("<h[1-3]", told)] == []


def test_an_example_names_the_file_that_it_stands_for() -> None:
    shown = rule_html("## Signalé\n\n```file procedures/visite.md fifo\n## But\n```\n")

    assert "<code>procedures/visite.md</code>" in shown
    assert "## But" in shown
