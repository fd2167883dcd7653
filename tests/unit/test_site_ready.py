"""Ready HTML set aside while the engine reads a page, and put back."""

from __future__ import annotations

from itertools import product

from classeur.writers.site.ready import READY, parts_of, put_back, set_aside

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


def test_ready_parts_are_found_as_their_pattern_says() -> None:
    marks = ("<!-- ready -->\n", "\n<!-- /ready -->", "<!-- /ready -->", "\n", "x")
    pages = ["".join(pieces) for length in range(6) for pieces in product(marks, repeat=length)]

    found = [list(parts_of(page)) for page in pages]

    assert found == [[(part.start(), part.end(), part[1]) for part in READY.finditer(page)] for page in pages]
