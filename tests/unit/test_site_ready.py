"""Ready HTML set aside while the engine reads a page, and put back."""

from __future__ import annotations

from classeur.writers.site.ready import put_back, set_aside

PAGE = """\
## Un {#un}

<!-- ready -->
<div>
A

</div>
<!-- /ready -->

<!-- ready -->
<p>B</p>
<!-- /ready -->
"""


def test_a_page_set_aside_keeps_its_headings_and_none_of_its_ready_html() -> None:
    page, parts = set_aside(PAGE)

    assert page.startswith("## Un {#un}\n")
    assert parts == ("<div>\nA\n\n</div>", "<p>B</p>")
    assert not any(part in page for part in parts)


def test_ready_parts_come_back_in_their_order() -> None:
    page, parts = set_aside(PAGE)

    assert put_back(page, parts) == "## Un {#un}\n\n<div>\nA\n\n</div>\n\n<p>B</p>\n"


def test_a_page_without_ready_parts_stays_as_it_is() -> None:
    page, parts = set_aside("<div>classeur-ready-7</div>\n")

    assert put_back(page, parts) == "<div>classeur-ready-7</div>\n"
