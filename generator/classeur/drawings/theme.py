"""The colours of the drawings, light and dark, and the CSS variables that carry them.

A drawing writes `var(--cl-ink, #16202c)`: the page's style sheet decides, and the light palette stands in where there
is none. No drawing needs a `style` attribute, so that a strict Content-Security-Policy changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from classeur.model.processes import Family, IndicatorState

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "page": "#ffffff",
        "ink": "#16202c",
        "muted": "#4c5a6b",
        "card": "#ffffff",
        "line": "#66758a",
        "management": "#2f4fa0",
        "management-tint": "#e9eefb",
        "core": "#0f6b4a",
        "core-tint": "#e3f3ec",
        "support": "#8a5408",
        "support-tint": "#fcf0dd",
        "outside": "#4c5a6b",
        "outside-tint": "#eef1f5",
        "stream": "#24364d",
        "pillar": "#24364d",
        "pillar-ink": "#ffffff",
        "pillar-soft": "#d6e0ee",
        "on-target": "#18794e",
        "watch": "#b45309",
        "off-target": "#c02637",
        "unknown": "#66758a",
        "arc": "#6b2fb3",
        "node": "#e9eefb",
        "node-soft": "#f3f5fa",
        "node-line": "#2f4fa0",
        "grid": "#d5dce5",
        "series": "#2f4fa0",
        "second": "#9a4a06",
        "good-tint": "#dff3e6",
        "watch-tint": "#fff1c9",
        "bad-tint": "#fbd9d5",
        "alert-tint": "#fdeceb",
        "band": "#f1f4f9",
        "bar-soft": "#8492a6",
    }
)

DARK: Mapping[str, str] = MappingProxyType(
    {
        "page": "#1e2129",
        "ink": "#eaf0f7",
        "muted": "#b6c1cf",
        "card": "#1b2230",
        "line": "#8e9bb0",
        "management": "#9db7ff",
        "management-tint": "#1c2747",
        "core": "#74d6a9",
        "core-tint": "#123323",
        "support": "#f1bd6d",
        "support-tint": "#38290f",
        "outside": "#b6c1cf",
        "outside-tint": "#2a303b",
        "stream": "#9db3d1",
        "pillar": "#3d5473",
        "pillar-ink": "#ffffff",
        "pillar-soft": "#dbe4f0",
        "on-target": "#5fd39b",
        "watch": "#f5b04c",
        "off-target": "#ff8a94",
        "unknown": "#a3afc0",
        "arc": "#c9a2ff",
        "node": "#1c2747",
        "node-soft": "#272d3a",
        "node-line": "#9db7ff",
        "grid": "#3a4556",
        "series": "#9db7ff",
        "second": "#f5b04c",
        "good-tint": "#153a26",
        "watch-tint": "#4a3d0b",
        "bad-tint": "#6b1f22",
        "alert-tint": "#38181b",
        "band": "#262c37",
        "bar-soft": "#7f8ca1",
    }
)

FAMILY_COLOURS: Mapping[Family, str] = MappingProxyType(
    {Family.MANAGEMENT: "management", Family.CORE: "core", Family.SUPPORT: "support"}
)
STATE_COLOURS: Mapping[IndicatorState, str] = MappingProxyType(
    {
        IndicatorState.ON_TARGET: "on-target",
        IndicatorState.WATCH: "watch",
        IndicatorState.OFF_TARGET: "off-target",
        IndicatorState.UNKNOWN: "unknown",
    }
)

_VARIABLE = re.compile(r"var\(--cl-([a-z-]+)(?:,[^()]*)?\)")


def colour(name: str) -> str:
    """The CSS value of a colour of the palette, for a `fill` or `stroke` attribute."""
    return f"var(--cl-{name}, {LIGHT[name]})"


def css_variables(palette: Mapping[str, str]) -> str:
    """The declarations of a palette, one a line, as `drawings.css` holds them."""
    return "".join(f"  --cl-{name}: {value};\n" for name, value in palette.items())


def flat(svg: str, palette: Mapping[str, str] = LIGHT) -> str:
    """The same drawing with plain colours instead of CSS variables, for programs that know none."""
    return _VARIABLE.sub(lambda found: palette[found[1]], svg)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(value: str) -> float:
    shares = [int(value[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
