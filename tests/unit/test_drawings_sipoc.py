"""The SIPOC drawing: each exchange on its line, in both forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from classeur.drawings import letters, sipoc
from classeur.views.sipoc import Sipoc, SipocLine
from classeur.wording.translator import Translator

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Translator("en")
Draw = Callable[[Sipoc, Translator], str]
FORMS = pytest.mark.parametrize("draw", [sipoc.wide, sipoc.narrow], ids=["wide", "narrow"])


def a_sipoc(inputs: tuple[SipocLine, ...] = (), outputs: tuple[SipocLine, ...] = (), title: str = "Soigner") -> Sipoc:
    return Sipoc("R2", title, inputs, outputs)


def texts(svg: str) -> list[str]:
    return [" ".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@FORMS
def test_each_exchange_shows_what_and_who(draw: Draw) -> None:
    svg = draw(a_sipoc((SipocLine("Demande", "Patients", ""),), (SipocLine("Soins", "Familles", ""),)), WORDS)

    assert {"Demande", "Patients", "Soins", "Familles"} <= set(texts(svg))


@FORMS
def test_the_five_columns_are_named(draw: Draw) -> None:
    named = set(texts(draw(a_sipoc(), WORDS)))

    assert {"Suppliers", "Inputs", "Outputs", "Customers"} <= named


@FORMS
def test_a_process_at_the_other_end_is_a_link(draw: Draw) -> None:
    svg = draw(a_sipoc((SipocLine("Dossier", "R1 Accueillir", "../R1/"),)), WORDS)

    assert [a.get("href") for a in ElementTree.fromstring(svg).iter(f"{SVG}a")] == ["../R1/"]


@FORMS
def test_an_outside_party_is_no_link(draw: Draw) -> None:
    assert "<a " not in draw(a_sipoc((SipocLine("Demande", "Patients", ""),)), WORDS)


@FORMS
def test_a_side_without_exchange_says_so(draw: Draw) -> None:
    assert {"No input described.", "No output described."} <= set(texts(draw(a_sipoc(), WORDS)))


@FORMS
def test_the_description_tells_every_exchange(draw: Draw) -> None:
    root = ElementTree.fromstring(draw(a_sipoc((SipocLine("Demande", "Patients", ""),)), WORDS))

    assert "Demande from Patients" in (root.findtext(f"{SVG}desc") or "")


@FORMS
def test_markup_in_a_text_stays_text(draw: Draw) -> None:
    line = SipocLine('<b>&"', "<script>x</script>", 'a"><b>')

    root = ElementTree.fromstring(draw(a_sipoc((line,), (line,), title="<i>"), WORDS))

    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        *("svg", "title", "desc", "text", "tspan", "rect", "path", "polygon", "a")
    }


@FORMS
def test_a_long_text_stays_inside_its_box(draw: Draw) -> None:
    long = "Pluridisciplinairement-coordonné-et-anticonstitutionnellement " * 3
    root = ElementTree.fromstring(draw(a_sipoc((SipocLine(long, long, "../R1/"),)), WORDS))
    widths = [
        letters.width(span.text or "", float(text.get("font-size", "0")), bold=text.get("font-weight") is not None)
        for text in root.iter(f"{SVG}text")
        for span in text
        if len(text) > 2
    ]

    assert widths
    assert max(widths) <= 220


def test_both_forms_share_no_id() -> None:
    ids = re.findall(r' id="([^"]+)"', sipoc.sipoc_svg(a_sipoc(), WORDS))

    assert len(ids) == len(set(ids)) == 4


def test_the_same_sipoc_gives_the_same_bytes() -> None:
    view = a_sipoc((SipocLine("Demande", "Patients", ""),))

    assert sipoc.sipoc_svg(view, WORDS) == sipoc.sipoc_svg(view, WORDS)
