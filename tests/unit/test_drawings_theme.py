"""The palettes: readable in light and dark, and the same in the style sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from classeur.drawings import letters
from classeur.drawings.markup import escaped, number, polyline
from classeur.drawings.raster import png
from classeur.drawings.theme import DARK, LIGHT, colour, contrast, css_variables, flat

CSS = Path(__file__).parents[2] / "site_templates" / "assets" / "drawings.css"
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
FAMILIES = ("management", "core", "support")
TEXTS = [
    *(("ink", ground) for ground in ("page", "card", "node", "node-soft", "outside-tint")),
    *(("muted", ground) for ground in ("page", "card", "node-soft")),
    *(("pillar-ink", "pillar"), ("pillar-soft", "pillar")),
    *((family, f"{family}-tint") for family in FAMILIES),
    *(("ink", f"{family}-tint") for family in FAMILIES),
    *(("muted", f"{family}-tint") for family in FAMILIES),
    *(("card", family) for family in FAMILIES),
]
MARKS = [
    *((state, ground) for state in ("on-target", "watch", "off-target", "unknown") for ground in ("card", "page")),
    *((arrow, "page") for arrow in ("line", "stream", "arc", "node-line", "outside")),
    *(("arc", f"{family}-tint") for family in FAMILIES),
    *(("line", ground) for ground in ("management-tint", "core-tint", "support-tint", "node")),
]


def _variables(css: str) -> Mapping[str, str]:
    return dict(re.findall(r"--cl-([a-z-]+): (#[0-9a-f]{6});", css))


@PALETTES
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_a_text_stands_out_from_its_ground(palette: Mapping[str, str], text: str, ground: str) -> None:
    assert contrast(palette[text], palette[ground]) >= 4.5


@PALETTES
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_arrows_and_marks_stand_out_from_their_ground(palette: Mapping[str, str], mark: str, ground: str) -> None:
    assert contrast(palette[mark], palette[ground]) >= 3


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21


def test_both_palettes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_the_style_sheet_holds_the_light_palette_first() -> None:
    css = CSS.read_text(encoding="utf-8")

    assert _variables(css[: css.index("[data-md-color-scheme")]) == dict(LIGHT)


def test_the_style_sheet_holds_the_dark_palette_for_the_dark_scheme() -> None:
    css = CSS.read_text(encoding="utf-8")

    assert '[data-md-color-scheme="slate"] {\n' + css_variables(DARK) + "}" in css


def test_paper_gets_the_light_palette_even_from_the_dark_scheme() -> None:
    css = CSS.read_text(encoding="utf-8")

    assert _variables(css[css.index("@media print") :]) == dict(LIGHT)


def test_the_style_sheet_fetches_nothing() -> None:
    css = CSS.read_text(encoding="utf-8")

    assert "url(" not in css
    assert "@import" not in css


def test_a_flat_drawing_has_plain_colours_only() -> None:
    assert flat(f'<path fill="{colour("node-line")}"/>', DARK) == f'<path fill="{DARK["node-line"]}"/>'


def test_lines_are_never_wider_than_asked() -> None:
    text = "Concevoir l'accompagnement pluriprofessionnel, médico-psycho-social et anticonstitutionnellement long"

    lines = letters.wrap(text, 15, 70, bold=True)

    assert all(letters.width(line, 15, bold=True) <= 70 for line in lines)


def test_wrapping_loses_no_letter() -> None:
    text = "Concevoir l'accompagnement médico-psycho-social"

    kept = "".join(letters.wrap(text, 15, 90)).replace("-", "")

    assert kept == text.replace(" ", "").replace("-", "")


def test_a_french_colon_stays_with_its_word() -> None:
    assert not any(line.startswith(":") for line in letters.wrap("Pilote : Alix", 15, letters.width("Pilote", 15) + 9))


def test_lines_of_a_title_are_balanced() -> None:
    first, second = letters.wrap("Coordonner le parcours et préparer la suite", 15, 250)

    assert abs(letters.width(first, 15) - letters.width(second, 15)) < 80


def test_an_unknown_glyph_is_six_tenths_of_the_size() -> None:
    assert letters.width("\U0010ffff", 10) == 6


def test_an_ellipsis_says_that_lines_were_dropped() -> None:
    assert letters.wrap("un deux trois quatre cinq six", 12, 40, most=2)[-1].endswith("…")


def test_bold_letters_are_wider() -> None:
    assert letters.width("processus", 12, bold=True) > letters.width("processus", 12)


def test_what_xml_forbids_is_dropped() -> None:
    assert escaped('a\x0b<b>&"c"') == "a&lt;b&gt;&amp;&quot;c&quot;"


def test_numbers_have_no_useless_zeros() -> None:
    assert [number(value) for value in (2.0, 2.04, 2.55, -0.01)] == ["2", "2", "2.5", "0"]


def test_a_path_through_one_point_twice_is_no_trouble() -> None:
    assert polyline([(0, 0), (0, 0), (0, 10)]) == "M0,0L0,10"


def test_a_png_has_the_width_asked_for() -> None:
    rect = f'<rect width="10" height="5" fill="{colour("core")}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5">{rect}</svg>'

    picture = png(svg, 40)

    assert (picture[:4], int.from_bytes(picture[16:20], "big")) == (b"\x89PNG", 40)
