"""Mermaid diagrams: accessible, harmless, and refused with the line of the fault."""

from __future__ import annotations

import re
import threading
from xml.etree import ElementTree

import pytest

from classeur.drawings import mermaid
from classeur.drawings.mermaid import MermaidError, render, title_of
from classeur.drawings.raster import png

SVG = "{http://www.w3.org/2000/svg}"
FLOW = """flowchart TD
  accTitle: Traiter une plainte
  accDescr: Deux étapes
  A["Plainte reçue"] -->|Oui| B{"Grave ?"}
"""


def refused(text: str) -> MermaidError:
    with pytest.raises(MermaidError) as caught:
        render(text, "1")
    return caught.value


def test_the_accessible_title_names_the_picture() -> None:
    root = ElementTree.fromstring(render(FLOW, "plainte"))

    named = {node.get("id"): node.text for node in root}
    told = [named[name] for name in str(root.get("aria-labelledby")).split()]

    assert (root.get("role"), told) == ("img", ["Traiter une plainte", "Deux étapes"])


def test_a_description_may_take_several_lines() -> None:
    svg = render("flowchart TD\n accDescr {\n  Un\n  deux\n }\n A --> B\n", "1")

    assert ElementTree.fromstring(svg).findtext(f"{SVG}desc") == "Un deux"


def test_a_diagram_without_title_still_has_a_name() -> None:
    assert ElementTree.fromstring(render("flowchart TD\n A --> B\n", "1")).get("aria-label")


def test_two_diagrams_of_a_page_share_no_id() -> None:
    one, other = (set(re.findall(r' id="([^"]+)"', render(FLOW, identity))) for identity in ("a", "b"))

    assert one
    assert other
    assert not one & other


def test_the_same_source_gives_the_same_bytes() -> None:
    assert render(FLOW, "1") == render(FLOW, "1")


def test_a_diagram_scales_with_the_page() -> None:
    root = ElementTree.fromstring(render(FLOW, "1"))

    assert root.get("viewBox")
    assert root.get("height") is None


def test_the_renderers_colours_follow_the_page() -> None:
    assert "var(--cl-node," in render(FLOW, "1")


def test_chosen_colours_get_white_paper() -> None:
    svg = render(FLOW + "  style A fill:#ff0000\n", "1")

    assert "#ff0000" in svg
    assert "var(--cl-node," not in svg


@pytest.mark.parametrize(
    "text",
    [
        'flowchart TD\n A["<script>alert(1)</script><img src=x onerror=alert(1)>"] --> B\n',
        'flowchart TD\n A --> B\n click A "javascript:alert(1)"\n click B "https://evil.example/"\n',
        '%%{init: {"securityLevel":"loose","themeCSS":"@import url(http://evil/x.css)"}}%%\nflowchart TD\n A --> B\n',
        'flowchart TD\n A@{ img: "http://evil/x.png", label: "x" } --> B\n',
        "sequenceDiagram\n actor A\n link A: x @ https://evil.example/\n A->>B: bonjour\n",
    ],
)
def test_nothing_in_a_diagram_can_act_or_fetch(text: str) -> None:
    svg = render(text, "1").replace("http://www.w3.org/2000/svg", "")

    assert not re.search(
        r"<script|<a\b|<image|<style|<foreignObject|javascript:|@import|https?:|href| on\w+=| style=", svg
    )


def test_an_unknown_element_of_the_renderer_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x</script><style>@import "x"</style>'
        '<rect width="9" onclick="x()" fill="url(http://evil)" style="stroke:url(//evil);fill:expression(1)"/>'
        '<a href="javascript:x"><text>t</text></a><use href="http://evil#a"/></svg>'
    )
    monkeypatch.setattr(mermaid, "convert", lambda *_, **__: hostile.encode())

    [_, rect] = ElementTree.fromstring(render("flowchart TD\n A", "1"))

    assert rect.attrib == {"width": "9"}


def test_a_picture_that_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mermaid, "convert", lambda *_, **__: b"<svg>")

    assert "cannot be read" in refused("flowchart TD\n A").message


def test_local_references_follow_their_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path id="m" marker-end="url(#m)"/></svg>'
    monkeypatch.setattr(mermaid, "convert", lambda *_, **__: svg.encode())

    assert 'id="cl-mermaid-k-m" marker-end="url(#cl-mermaid-k-m)"' in render("flowchart TD\n A", "k")


@pytest.mark.parametrize("text", ["", "  \n\n", "flowchart TD\n"])
def test_an_empty_diagram_is_refused(text: str) -> None:
    assert "empty" in refused(text).message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("flowchart TD\n A --> B\n C [[[ --> D\n", 3),
        ("---\ntitle: x\n---\nflowchart TD\n A --> B\n C [[[ --> D\n", 6),
        ("\n%%{init: {}}%%\n%% note\nflowchart TD\n %% note\n C [[[ --> D\n", 6),
        ("Bonjour\n", 1),
    ],
)
def test_a_fault_is_told_at_its_line(text: str, line: int) -> None:
    assert refused(text).line == line


def test_a_source_that_is_too_long_is_refused() -> None:
    assert "20000" in refused("flowchart TD\n" + "%% x\n" * 2 + "A" * 20_000).message


def test_a_diagram_of_too_many_lines_is_refused() -> None:
    assert refused("flowchart TD\n" + " A --> B\n" * 400).line == 401


def test_a_drawing_too_large_for_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mermaid, "MOST_DRAWN", 10)

    assert "too large" in refused(FLOW).message


def test_a_diagram_error_is_a_value_error() -> None:
    assert issubclass(MermaidError, ValueError)


@pytest.mark.parametrize(("text", "title"), [(FLOW, "Traiter une plainte"), ("flowchart TD\n A", "")])
def test_the_title_can_be_read_without_drawing(text: str, title: str) -> None:
    assert title_of(text) == title


def test_word_gets_a_picture_of_a_diagram() -> None:
    assert png(render(FLOW, "1"), 200).startswith(b"\x89PNG")


def test_a_drawing_leaves_no_thread_behind_that_would_keep_a_build_on_one_core() -> None:
    render(FLOW, "plainte")

    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("quickjs")]
