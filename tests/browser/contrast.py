"""How far each text of a page stands out from what lies behind it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

# Every visible piece of text outside drawings (theirs are compared in tests/unit/test_drawings_theme.py), with the
# contrast of its ink against what lies behind it; large text may do with 3.
_FAINT = """() => {
  const parts = (told) => {
    const numbers = told.match(/[\\d.]+/g).map(Number);
    const scale = told.startsWith('color(') ? 255 : 1;
    return [...numbers.slice(0, 3).map((one) => one * scale), numbers.length > 3 ? numbers[3] : 1];
  };
  const over = (top, below) => [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3])).concat(1);
  const light = (colour) => {
    const [r, g, b] = colour.map((one) => one / 255)
      .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    const layers = [];
    for (let each = node; each; each = each.parentElement) {
      layers.unshift(parts(getComputedStyle(each).backgroundColor));
    }
    return layers.reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const opacity = (node) => {
    let found = 1;
    for (let each = node; each; each = each.parentElement) found *= Number(getComputedStyle(each).opacity);
    return found;
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let looked = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const told = walker.currentNode.textContent.trim();
    if (!told || node.closest('svg, script, style, noscript, option, .headerlink')) continue;
    if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (!node.getClientRects().length) continue;
    const style = getComputedStyle(node), ground = behind(node), ink = parts(style.color);
    const seen = over([ink[0], ink[1], ink[2], ink[3] * opacity(node)], ground);
    const [high, low] = [light(seen), light(ground)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05), size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    looked += 1;
    if (ratio < needed) faint.push(`${node.tagName}.${node.className} "${told.slice(0, 30)}": ${ratio.toFixed(2)}`);
  }
  return { looked, faint: [...new Set(faint)].slice(0, 20) };
}"""


@dataclass(frozen=True)
class Contrast:
    """The texts of a page as it is now: how many were looked at, and those that are too faint to read."""

    looked: int
    faint: list[str]


def contrast(page: Page) -> Contrast:
    """Every visible text compared with its ground."""
    return Contrast(**page.evaluate(_FAINT))
