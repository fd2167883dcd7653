"""A flowchart taken for plain is never refused when it is drawn: a check may leave it alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classeur.drawings.mermaid import render
from classeur.drawings.plain_flowchart import ABOUT, STEP, is_plain_flowchart

RISKY = ("end", "subgraph", "style", "click", "class", "default", "direction", "graph", "flowchart", "x", "accTitle")
words = st.sampled_from(RISKY).flatmap(lambda word: st.sampled_from([word, f"{word} x", f"1 {word}", word.upper()]))
names = st.builds("{}{}".format, st.sampled_from("aAbcoxv"), st.sampled_from(["", "1", "12"]))
nodes = st.builds(
    lambda name, said, shape: name + shape.format(said), names, words, st.sampled_from(["", '["{}"]', '{{"{}"}}'])
)
arrows = st.builds(lambda said, shape: shape.format(said), words, st.sampled_from(["-->", "-->|{}|", "-- {} -->"]))
steps = st.from_regex(STEP, fullmatch=True) | st.builds("{} {} {}".format, nodes, arrows, nodes)
flowcharts = st.builds(
    "{}\n{}\n{}".format,
    st.sampled_from(["flowchart TD", "graph LR", "flowchart TB"]),
    st.from_regex(ABOUT, fullmatch=True),
    st.lists(steps, min_size=1, max_size=8).map("\n".join),
)
PLAIN = """flowchart TD
  accTitle: Répondre à une plainte
  a["Lire"] --> b{"Grave ?"}
  b -->|Oui, le jour même| c
  b -- non --> d["Clore"]"""


@given(flowcharts)
def test_a_flowchart_taken_for_plain_is_drawn(text: str) -> None:
    drawn = render(text, "1") if is_plain_flowchart(text) else "<svg"

    assert drawn.startswith("<svg")


def test_steps_and_decisions_in_simple_words_are_plain() -> None:
    assert is_plain_flowchart(PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "flowchart TD",
        "sequenceDiagram\n a --> b",
        PLAIN.replace('["Clore"]', "[Clore"),
        PLAIN.replace("|Oui, le jour même|", "|end|"),
        PLAIN.replace("Lire", "Lire &amp; noter"),
        PLAIN.replace("Lire", '<script src="x">'),
        PLAIN + "\n style a fill:#fff",
        PLAIN + "\n click a href",
        PLAIN + "\n a --> b" * 40,
    ],
)
def test_anything_else_is_for_the_drawing_to_judge(text: str) -> None:
    assert not is_plain_flowchart(text)
