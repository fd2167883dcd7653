"""The stylesheets of the site, compared with each other."""

from __future__ import annotations

import re
from collections import defaultdict

from classeur.resources import bundled


def test_a_colour_has_one_stylesheet_that_names_it() -> None:
    owners = defaultdict(set)
    for style in sorted((bundled("site_templates") / "assets").glob("*.css")):
        for name in re.findall(r"(--cl-[\w-]+)\s*:", style.read_text("utf-8")):
            owners[name].add(style.name)

    assert owners
    assert {name: sorted(styles) for name, styles in owners.items() if len(styles) > 1} == {}
