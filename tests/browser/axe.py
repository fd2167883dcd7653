"""axe-core, which looks for obstacles to people with a disability. A missing one fails the tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"]
_ALL = {"type": "tag", "values": _TAGS}
_ASKED: dict[str, dict[str, Any]] = {
    "everything": {"runOnly": _ALL},
    "all but contrast": {"runOnly": _ALL, "rules": {"color-contrast": {"enabled": False}}},
    "links among words": {"runOnly": {"type": "rule", "values": ["link-in-text-block"]}},
}
_RUN = """async (asked) => {
  const told = await axe.run(document, { ...asked, resultTypes: ['violations'], preload: false });
  return told.violations.map((one) => ({
    rule: one.id, where: one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`) }));
}"""
Asked = Literal["everything", "all but contrast", "links among words"]


@cache
def _axe() -> str:
    assert SCRIPT.is_file(), "the tests of accessibility need axe-core, fetched by npm: sh tests/browser/install.sh"
    return SCRIPT.read_text("utf-8")


def obstacles(page: Page, asked: Asked = "everything") -> list[str]:
    """What axe-core finds on the page as it is now: the rule broken, and each place.

    Args:
        asked: contrast is half of the work. It is asked of each kind of page, light, at a desk; elsewhere
            tests/browser/contrast.py measures it for a tenth of that. It sees no link that looks like the words around.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate(_RUN, _ASKED[asked])
    return [f"{page.url.rsplit('/site/')[-1]} {each['rule']}: {place}" for each in found for place in each["where"]]
