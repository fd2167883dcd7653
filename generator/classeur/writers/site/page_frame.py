"""What stands around the text of a page: most of it is the same on all pages of one depth, and laid out once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import pass_context

from classeur import __version__

_STYLES = "assets/stylesheets"
_SHEETS = ("main.*.min.css", "palette.*.min.css")
"""The style sheets of Material and of its successors; their names hold a digest of their content."""


class PageFrame:
    """The parts of the frame, as `config.extra.frame` in the templates of a theme.

    A part is given what all pages share, never the page: that it depends on one cannot be forgotten.

    Attributes:
        generator: who made the page, as its head says.
    """

    generator = f"classeur {__version__}"

    def __init__(self, folders: Iterable[str]) -> None:
        """Take the folders of the theme, the first ones first."""
        self._folders = tuple(folders)
        self._made: dict[tuple[object, ...], str] = {}

    @cached_property
    def styles(self) -> tuple[str, ...]:
        """The theme's style sheets, from the root of the site."""
        folders = [Path(folder) for folder in self._folders]
        found = (
            each.relative_to(folder).as_posix()
            for sheet in _SHEETS
            for folder in folders
            for each in sorted((folder / _STYLES).rglob(sheet))
        )
        return tuple(dict.fromkeys(found))

    @pass_context
    def part(self, context: Any, name: str) -> str:
        """A template laid out for all pages of this depth, under the same entry of the menu."""
        nav = context["nav"]
        entry = tuple(place for place, item in enumerate(nav.items) if item.active) if nav else ()
        key = name, context["base_url"], entry
        if key not in self._made:
            shared = {each: context[each] for each in ("nav", "base_url", "config")}
            template = context.environment.get_template(name)
            self._made[key] = template.render(shared, page=None).strip()
        return self._made[key]
