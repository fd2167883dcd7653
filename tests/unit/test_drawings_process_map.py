"""The process map: what it says, where things stand, and what it survives."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree import ElementTree

import pytest

from classeur.drawings import letters, map_arcs, process_map
from classeur.drawings.map_arcs import Route
from classeur.drawings.map_layout import Layout, arrange, planned_routes
from classeur.drawings.map_narrow import narrow_frame
from classeur.drawings.markup import Point
from classeur.drawings.process_map import wide_frame
from classeur.drawings.raster import png
from classeur.model.processes import FAMILY_LETTERS, Family, Flow, IndicatorState
from classeur.views.process_map import MapBand, MapProcess, ProcessMap
from classeur.wording.translator import Translator

Draw = Callable[[ProcessMap, Translator], str]
SVG = "{http://www.w3.org/2000/svg}"
WORDS = Translator("en")
FORMS = pytest.mark.parametrize("draw", [process_map.wide, process_map.narrow], ids=["wide", "narrow"])
LONG = "Concevoir, organiser et garantir l'accompagnement pluriprofessionnel, médico-psycho-social des patients"[:100]


def a_process(
    code: str,
    title: str = "Soigner",
    pilot: str = "Maud Durand",
    state: IndicatorState = IndicatorState.ON_TARGET,
    on_target: int = 2,
    measured: int = 3,
    purpose: str = "",
) -> MapProcess:
    return MapProcess(code, title, pilot, purpose, state, on_target, measured, f"p/{code}/")


def a_map(
    processes: Iterable[MapProcess] = (),
    flows: Iterable[tuple[str, str]] = (),
    needs: tuple[str, ...] = ("Patients",),
    satisfaction: tuple[str, ...] = ("Patients",),
    feedback: str | None = None,
) -> ProcessMap:
    listed = tuple(processes)
    bands = tuple(MapBand(f, tuple(p for p in listed if p.code[0] == FAMILY_LETTERS[f])) for f in Family)
    told = tuple(Flow(source, "dossier", target) for source, target in flows)
    return ProcessMap("Les Tilleuls", bands, needs, satisfaction, told, feedback)


def a_full_map(per_band: int, title: str = "Soigner") -> ProcessMap:
    codes = [f"{letter}{n}" for letter in "MRS" for n in range(1, per_band + 1)]
    flows = [(a, b) for i, a in enumerate(codes) for j, b in enumerate(codes) if a != b and (i * 7 + j) % 5 == 0]
    return a_map([a_process(code, title) for code in codes], flows, feedback="M1")


def texts(svg: str) -> list[str]:
    return [" ".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def link(svg: str, code: str) -> ElementTree.Element:
    return next(node for node in ElementTree.fromstring(svg).iter(f"{SVG}a") if node.get("data-code") == code)


def top_of(svg: str, words: str) -> float:
    root = ElementTree.fromstring(svg)
    return next(float(node[0].get("y", "0")) for node in root.iter(f"{SVG}text") if words in "".join(node.itertext()))


@FORMS
def test_a_process_is_a_link_to_its_page(draw: Draw) -> None:
    assert link(draw(a_map([a_process("R1")]), WORDS), "R1").get("href") == "p/R1/"


@FORMS
def test_a_card_is_told_in_a_sentence(draw: Draw) -> None:
    shown = a_map([a_process("R1", state=IndicatorState.WATCH)])

    label = link(draw(shown, WORDS), "R1").get("aria-label")

    assert label == "R1: Soigner. Pilot: Maud Durand. 2 indicators of 3 on target, to watch"


def test_a_process_without_measure_says_so() -> None:
    shown = a_map([a_process("R1", state=IndicatorState.UNKNOWN, measured=0)])

    assert "No indicator measured" in str(link(process_map.wide(shown, WORDS), "R1").get("aria-label"))


@FORMS
def test_a_missing_pilot_is_to_be_named(draw: Draw) -> None:
    assert any("to be named" in text for text in texts(draw(a_map([a_process("R1", pilot="")]), WORDS)))


@pytest.mark.parametrize("state", list(IndicatorState))
def test_each_state_has_a_shape_of_its_own(state: IndicatorState) -> None:
    svg = process_map.wide(a_map([a_process("R1", state=state)]), WORDS)

    [mark] = [g for g in link(svg, "R1").iter(f"{SVG}g") if "cl-state" in str(g.get("class"))]
    others = [g for g in ElementTree.fromstring(svg).iter(f"{SVG}g") if str(g.get("class")).startswith("cl-state ")]
    same = {g.get("class") for g in others if g[0].get("d") == mark[0].get("d")}

    assert same == {mark.get("class")}


def test_needs_come_first_on_the_phone() -> None:
    svg = process_map.narrow(a_map([a_process("M1"), a_process("R1")]), WORDS)

    assert top_of(svg, "Needs and expectations") < top_of(svg, "Management processes")


def test_satisfaction_comes_last_on_the_phone() -> None:
    svg = process_map.narrow(a_map([a_process("S1")]), WORDS)

    assert top_of(svg, "Satisfaction") > top_of(svg, "S1")


@FORMS
def test_feedback_reaches_the_process_that_listens(draw: Draw) -> None:
    svg = draw(a_map([a_process("M1"), a_process("M2")], feedback="M2"), WORDS)

    assert "cl-feedback" in svg
    assert any("Feedback to M2" in text for text in texts(svg))


@FORMS
def test_no_feedback_draws_no_dashed_line(draw: Draw) -> None:
    assert "cl-feedback" not in draw(a_map([a_process("M1")]), WORDS)


@FORMS
def test_an_empty_band_is_drawn_with_a_sentence(draw: Draw) -> None:
    found = [text for text in texts(draw(a_map([a_process("R1")]), WORDS)) if "No process described" in text]

    assert len(found) == 2


@FORMS
def test_no_process_at_all_still_draws_three_bands(draw: Draw) -> None:
    found = [text for text in texts(draw(a_map(), WORDS)) if "No process described" in text]

    assert len(found) == 3


@FORMS
@pytest.mark.parametrize("per_band", [1, 2, 5, 6, 7, 12])
def test_every_process_is_drawn_whatever_their_number(draw: Draw, per_band: int) -> None:
    svg = draw(a_full_map(per_band, LONG), WORDS)

    assert len(re.findall('class="cl-process"', svg)) == 3 * per_band


@pytest.mark.parametrize("per_band", [1, 3, 6, 7, 12])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_a_long_title_fits_its_card(per_band: int, form: str) -> None:
    frame, top = (wide_frame(9), 40) if form == "wide" else (narrow_frame(9, True), 40)
    layout = arrange(a_full_map(per_band, LONG), WORDS, frame, top, ())

    too_wide = [
        (card.process.code, line)
        for row in layout.rows
        for card in row.cards
        for line in card.title
        if letters.width(line, card.size, bold=True) > card.width - (30 if card.chevron else 12)
    ]
    too_high = [row for row in layout.rows for card in row.cards if card.needed > row.height]

    assert (too_wide, too_high) == ([], [])


@FORMS
def test_what_is_beyond_the_pillar_is_counted(draw: Draw) -> None:
    parties = tuple(f"Partie prenante numéro {n} au nom vraiment long" for n in range(40))

    assert any("others" in text for text in texts(draw(a_map([a_process("R1")], needs=parties), WORDS)))


@FORMS
def test_a_title_cannot_break_out_of_its_element(draw: Draw) -> None:
    title = "Dire <script>alert(1)</script> & \"quoi\" 'encore'\x0b"

    root = ElementTree.fromstring(draw(a_map([a_process("R1", title, purpose=title)]), WORDS))

    assert not [node for node in root.iter() if "script" in node.tag]


@FORMS
def test_the_same_map_gives_the_same_bytes(draw: Draw) -> None:
    assert draw(a_full_map(7), WORDS) == draw(a_full_map(7), WORDS)


@FORMS
def test_arcs_are_hidden_until_the_script_shows_them(draw: Draw) -> None:
    root = ElementTree.fromstring(draw(a_full_map(3), WORDS))

    assert {g.get("opacity") for g in root.iter(f"{SVG}g") if g.get("class") == "cl-arc"} == {"0"}


@pytest.mark.parametrize("per_band", [2, 5, 7, 12])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_no_arc_runs_over_a_card(per_band: int, form: str) -> None:
    for (x1, y1), (x2, y2), layout, _ in _segments(per_band, form):
        for row in layout.rows:
            for card in row.cards:
                inside_x = max(x1, x2) > card.x + 1 and min(x1, x2) < card.x + card.width - 1
                inside_y = max(y1, y2) > row.top + 1 and min(y1, y2) < row.top + row.height - 1
                assert not (inside_x and inside_y)


@pytest.mark.parametrize("per_band", [2, 5, 7, 12])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_no_arc_crosses_a_band_that_it_does_not_concern(per_band: int, form: str) -> None:
    for (x1, y1), (x2, y2), layout, route in _segments(per_band, form):
        for box in layout.bands:
            concerned = FAMILY_LETTERS[box.family] in (route.source[0], route.target[0])
            inside_y = max(y1, y2) > box.top and min(y1, y2) < box.bottom
            assert concerned or not inside_y or min(x1, x2) > layout.frame.right


@pytest.mark.parametrize("per_band", [2, 5, 6, 7, 12])
def test_arcs_stay_clear_of_the_words_in_the_gutters(per_band: int) -> None:
    shown = a_full_map(per_band)
    svg = process_map.wide(shown, WORDS)
    [layout, *_] = [found for *_, found, _ in _segments(per_band, "wide")]

    for word, below in (("Directions", Family.CORE), ("Skills", Family.SUPPORT)):
        [label] = [node for node in ElementTree.fromstring(svg).iter(f"{SVG}text") if word in "".join(node.itertext())]
        size = float(label.get("font-size", "0"))
        right = max(float(line.get("x", "0")) + letters.width(line.text or "", size) for line in label)
        channel = [row.family for row in layout.rows].index(below) - 1
        assert right < layout.first_port(channel)


@FORMS
def test_arrows_have_colours_made_to_stand_on_the_page(draw: Draw) -> None:
    root = ElementTree.fromstring(draw(a_full_map(2), WORDS))

    fills = {str(node.get("fill")).split(",")[0] for node in root.iter(f"{SVG}polygon")}

    assert fills == {"var(--cl-stream", "var(--cl-line", "var(--cl-arc"}


def test_a_row_of_arcs_gets_a_lane_for_each_source() -> None:
    layout = next(found for *_, found, _ in _segments(7, "wide"))

    places: dict[tuple[int, int], list[str]] = {}
    for (source, channel), lane in layout.plan.lanes.items():
        places.setdefault((channel, lane), []).append(source)

    assert layout.plan.lane_count(0) == max(lane + 1 for channel, lane in places if channel == 0)


@FORMS
def test_the_map_has_a_title_and_tells_itself_in_a_paragraph(draw: Draw) -> None:
    root = ElementTree.fromstring(draw(a_map([a_process("M1"), a_process("R1")], [("M1", "R1")]), WORDS))

    desc = root.findtext(f"{SVG}desc") or ""

    assert root.get("role") == "group"
    assert "M1 Soigner" in desc
    assert "M1 to R1: dossier" in desc


def test_ids_of_both_forms_differ() -> None:
    ids = re.findall(r' id="([^"]+)"', process_map.both(a_full_map(3), WORDS))

    assert len(ids) == len(set(ids))


def test_no_drawing_needs_an_inline_style_or_handler() -> None:
    assert not re.search(r" (?:style|on\w+)=", process_map.both(a_full_map(3), WORDS))


def test_the_script_gets_the_exchanges_of_each_process() -> None:
    root = ElementTree.fromstring(process_map.both(a_map([a_process("M1"), a_process("R1")], [("M1", "R1")]), WORDS))

    told = json.loads(root.findtext("script") or "")["processes"]

    assert told["R1"][1:] == ["Receives from M1 Soigner: dossier"]


def test_the_data_of_the_script_cannot_close_it() -> None:
    page = process_map.both(a_map([a_process("R1", "</script><b>")]), WORDS)

    assert page.count("</script>") == 1


def test_a_page_holds_no_blank_line_that_would_cut_its_html() -> None:
    assert "\n\n" not in process_map.both(a_full_map(2), WORDS)


@FORMS
def test_word_gets_a_picture(draw: Draw) -> None:
    assert png(draw(a_full_map(3), WORDS), 300).startswith(b"\x89PNG")


def _segments(per_band: int, form: str) -> Iterator[tuple[Point, Point, Layout, Route]]:
    """Every straight piece of every arc, with the layout and the route that it belongs to."""
    shown = a_full_map(per_band)
    wide = form == "wide"
    planned = planned_routes(shown, 6 if wide else 2, below_only=not wide)
    risers = max(map_arcs.riser_lanes(planned).values(), default=-1) + 1
    frame = wide_frame(risers) if wide else narrow_frame(risers, True)
    layout = arrange(shown, WORDS, frame, 44, planned)
    for route in layout.plan.routes:
        corners = map_arcs.points(route, layout.plan, layout.ground)
        for start, end in itertools.pairwise(corners):
            yield start, end, layout, route
