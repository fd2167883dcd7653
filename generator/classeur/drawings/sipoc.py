"""The SIPOC of one process as accessible SVG: suppliers, inputs, process, outputs, customers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from classeur.drawings import letters
from classeur.drawings.letters import FONT_FAMILY, svg_text
from classeur.drawings.marks import arrow_head, block_arrow
from classeur.drawings.markup import element, escaped, number
from classeur.drawings.theme import FAMILY_COLOURS, colour
from classeur.model.processes import FAMILY_LETTERS
from classeur.views.sipoc import Sipoc, SipocLine
from classeur.wording.translator import Translator

_CODE = re.compile(r"[MRS]\d+(?= |$)")
_TONES = {letter: FAMILY_COLOURS[family] for family, letter in FAMILY_LETTERS.items()}
_SIZE = 13.5
_GAP = 10.0
_HEAD = 40.0


@dataclass(frozen=True)
class _Columns:
    """Left edge and width of the two columns of an exchange: what, and who; `outwards` when they follow the process."""

    what: float
    what_width: float
    party: float
    party_width: float
    outwards: bool


@dataclass(frozen=True)
class _Exchange:
    """A line of the drawing with its wrapped texts."""

    line: SipocLine
    what: tuple[str, ...]
    party: tuple[str, ...]

    @property
    def height(self) -> float:
        longest = max(len(self.what), len(self.party), 1)
        return longest * _SIZE * letters.LEADING + 18


_WIDE = 1160.0
_WIDE_INPUTS = _Columns(228, 220, 4, 190, outwards=False)
_WIDE_OUTPUTS = _Columns(712, 220, 966, 190, outwards=True)
_NARROW = 390.0
_NARROW_INPUTS = _Columns(206, 178, 6, 168, outwards=False)
_NARROW_OUTPUTS = _Columns(6, 178, 216, 168, outwards=True)


def sipoc_svg(view: Sipoc, words: Translator) -> str:
    """Both forms, for a page; the style sheet shows one or the other."""
    return element("div", "\n".join(["", wide(view, words), narrow(view, words), ""]), class_="cl-sipoc")


def wide(view: Sipoc, words: Translator) -> str:
    """Five columns from left to right."""
    inputs, outputs = _exchanges(view.inputs, _WIDE_INPUTS), _exchanges(view.outputs, _WIDE_OUTPUTS)
    height = max(_total(inputs), _total(outputs), 150.0)
    left, right = 482.0, 678.0
    heads = [
        (_WIDE_INPUTS.party, _WIDE_INPUTS.party_width, words("Suppliers")),
        (_WIDE_INPUTS.what, _WIDE_INPUTS.what_width, words("Inputs")),
        (left, right - left, words("Process")),
        (_WIDE_OUTPUTS.what, _WIDE_OUTPUTS.what_width, words("Outputs")),
        (_WIDE_OUTPUTS.party, _WIDE_OUTPUTS.party_width, words("Customers")),
    ]
    parts = [
        *(svg_text(x + width / 2, 22, [head], 14, fill="muted", weight=700) for x, width, head in heads),
        *_rows(inputs, _WIDE_INPUTS, _HEAD + (height - _total(inputs)) / 2, left),
        _process(view, left, _HEAD, right - left, height),
        *_rows(outputs, _WIDE_OUTPUTS, _HEAD + (height - _total(outputs)) / 2, right),
    ]
    if not inputs:
        parts.append(_missing(words("No input described."), _WIDE_INPUTS, _HEAD + height / 2))
    if not outputs:
        parts.append(_missing(words("No output described."), _WIDE_OUTPUTS, _HEAD + height / 2))
    return _drawing("wide", _WIDE, _HEAD + height + 6, view, words, parts)


def narrow(view: Sipoc, words: Translator) -> str:
    """Inputs, then the process, then outputs, from top to bottom."""
    inputs, outputs = _exchanges(view.inputs, _NARROW_INPUTS), _exchanges(view.outputs, _NARROW_OUTPUTS)
    top = 34.0
    below = top + max(_total(inputs), 30) + 40
    title = letters.wrap(view.title, 15, _NARROW - 60, bold=True)
    box = 46 + letters.height(title, 15)
    outputs_top = below + box + 40 + 28
    parts = [
        *_heads(_NARROW_INPUTS, 20, words("Suppliers"), words("Inputs")),
        *_rows(inputs, _NARROW_INPUTS, top, None),
        block_arrow((_NARROW / 2, below - 32), (_NARROW / 2, below - 6), 40, "line"),
        _process(view, 6, below, _NARROW - 12, box),
        block_arrow((_NARROW / 2, below + box + 6), (_NARROW / 2, below + box + 32), 40, "line"),
        *_heads(_NARROW_OUTPUTS, outputs_top - 14 + 6, words("Customers"), words("Outputs")),
        *_rows(outputs, _NARROW_OUTPUTS, outputs_top + 6, None),
    ]
    if not inputs:
        parts.append(svg_text(_NARROW / 2, top + 16, [words("No input described.")], _SIZE, fill="muted"))
    if not outputs:
        parts.append(svg_text(_NARROW / 2, outputs_top + 22, [words("No output described.")], _SIZE, fill="muted"))
    return _drawing("narrow", _NARROW, outputs_top + 6 + max(_total(outputs), 30) + 6, view, words, parts)


def _exchanges(lines: Sequence[SipocLine], columns: _Columns) -> list[_Exchange]:
    return [
        _Exchange(
            line,
            letters.wrap(line.what, _SIZE, columns.what_width - 20),
            letters.wrap(line.party, _SIZE, columns.party_width - 20, bold=bool(line.address)),
        )
        for line in lines
    ]


def _total(exchanges: Sequence[_Exchange]) -> float:
    return sum(exchange.height for exchange in exchanges) + _GAP * max(0, len(exchanges) - 1)


def _rows(exchanges: Sequence[_Exchange], columns: _Columns, top: float, process_edge: float | None) -> list[str]:
    parts = []
    for exchange in exchanges:
        parts.append(_row(exchange, columns, top, process_edge))
        top += exchange.height + _GAP
    return parts


def _row(exchange: _Exchange, columns: _Columns, top: float, process_edge: float | None) -> str:
    """One exchange: who, what, and the arrows that say which way it goes."""
    middle = top + exchange.height / 2
    first = middle - letters.height(exchange.what, _SIZE) / 2 + _SIZE
    what_end, party_end = columns.what + columns.what_width, columns.party + columns.party_width
    box = element(
        "rect",
        x=columns.what,
        y=top,
        width=columns.what_width,
        height=exchange.height,
        rx=6,
        fill=colour("outside-tint"),
    )
    parts = [box, svg_text(columns.what + 10, first, exchange.what, _SIZE, anchor="start")]
    if columns.outwards:
        parts.append(_arrow(what_end + 2, columns.party - 2, middle))
    else:
        parts.append(_arrow(party_end + 2, columns.what - 2, middle))
    if process_edge is not None:
        ends = (process_edge + 2, columns.what - 2) if columns.outwards else (what_end + 2, process_edge - 2)
        parts.append(_arrow(*ends, middle))
    return "".join([*parts, _party(exchange, columns, top)])


def _arrow(start: float, end: float, y: float) -> str:
    line = f"M{number(start)},{number(y)}H{number(end - 6)}"
    path = element("path", d=line, fill="none", stroke=colour("line"), stroke_width=1.8)
    return path + arrow_head((end, y), (1, 0), "line")


def _party(exchange: _Exchange, columns: _Columns, top: float) -> str:
    """Who gives or receives: a link in the colour of its band for a process, grey for an outside party."""
    line, height = exchange.line, exchange.height
    found = _CODE.match(line.party) if line.address else None
    tone = _TONES[found[0][0]] if found else "outside"
    shape = element(
        "rect",
        class_="cl-shape",
        x=columns.party,
        y=top,
        width=columns.party_width,
        height=height,
        rx=10,
        fill=colour(f"{tone}-tint"),
        stroke=colour(tone),
        stroke_width=1.2,
    )
    y = top + height / 2 - letters.height(exchange.party, _SIZE) / 2 + _SIZE
    weight = 600 if line.address else 400
    text = svg_text(columns.party + columns.party_width / 2, y, exchange.party, _SIZE, weight=weight)
    if not line.address:
        return shape + text
    return element("a", shape + text, href=line.address, class_="cl-process cl-party", aria_label=line.party)


def _process(view: Sipoc, left: float, top: float, width: float, height: float) -> str:
    """The process itself, in the colour of its band."""
    tone = _TONES.get(view.code[:1], "outside")
    title = letters.wrap(view.title, 15, width - 28, bold=True)
    pill = letters.width(view.code, 12.5, bold=True) + 20
    y = top + (height - 30 - letters.height(title, 15)) / 2
    middle = left + width / 2
    ground = {"fill": colour(f"{tone}-tint"), "stroke": colour(tone), "stroke_width": "2.6"}
    return "".join(
        [
            element("rect", x=left, y=top, width=width, height=height, rx=12, **ground),
            element("rect", x=middle - pill / 2, y=y, width=pill, height=22, rx=11, fill=colour(tone)),
            svg_text(middle, y + 15.5, [view.code], 12.5, fill="card", weight=700),
            svg_text(middle, y + 30 + 15, title, 15, weight=700),
        ]
    )


def _heads(columns: _Columns, y: float, party: str, what: str) -> list[str]:
    return [
        svg_text(columns.party + columns.party_width / 2, y, [party], 13.5, fill="muted", weight=700),
        svg_text(columns.what + columns.what_width / 2, y, [what], 13.5, fill="muted", weight=700),
    ]


def _missing(sentence: str, columns: _Columns, y: float) -> str:
    left = min(columns.what, columns.party)
    right = max(columns.what + columns.what_width, columns.party + columns.party_width)
    return svg_text((left + right) / 2, y + 5, [sentence], 14, fill="muted")


def _description(view: Sipoc, words: Translator) -> str:
    """Every exchange in a sentence."""
    given = "; ".join(words("{what} from {party}", what=line.what, party=line.party) for line in view.inputs)
    made = "; ".join(words("{what} for {party}", what=line.what, party=line.party) for line in view.outputs)
    return " ".join(
        [
            words("Inputs: {listed}.", listed=given) if given else words("No input described."),
            words("Outputs: {listed}.", listed=made) if made else words("No output described."),
        ]
    )


def _drawing(form: str, width: float, height: float, view: Sipoc, words: Translator, parts: Sequence[str]) -> str:
    root = f"cl-sipoc-{re.sub(r'[^A-Za-z0-9]', '-', view.code)}-{form}"
    name = words("SIPOC of {code}: {title}", code=view.code, title=view.title)
    told = element("title", escaped(name), id=f"{root}-title") + element(
        "desc", escaped(_description(view, words)), id=f"{root}-desc"
    )
    return element(
        "svg",
        told + "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"cl-sipoc-{form}",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="group",
        aria_labelledby=f"{root}-title",
        aria_describedby=f"{root}-desc",
        font_family=FONT_FAMILY,
    )
