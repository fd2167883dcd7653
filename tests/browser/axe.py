"""axe-core, which looks for obstacles to people with a disability. A missing one fails the tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"]
_COLOURS = ["color-contrast", "link-in-text-block"]
_RUN = """async (runOnly) => {
  const told = await axe.run(document, { runOnly, resultTypes: ['violations'] });
  return told.violations.map((one) => ({
    rule: one.id, where: one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`) }));
}"""


@cache
def _axe() -> str:
    assert SCRIPT.is_file(), "the tests of accessibility need axe-core, fetched by npm: sh tests/browser/install.sh"
    return SCRIPT.read_text("utf-8")


def obstacles(page: Page, colours_only: bool = False) -> list[str]:
    """What axe-core finds on the page as it is now: the rule broken, and each place.

    Args:
        colours_only: ask the rules on colours alone, on a page that was asked all of them in other colours.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    asked = {"type": "rule", "values": _COLOURS} if colours_only else {"type": "tag", "values": _TAGS}
    found: list[dict[str, Any]] = page.evaluate(_RUN, asked)
    return [f"{page.url.rsplit('/site/')[-1]} {each['rule']}: {place}" for each in found for place in each["where"]]
