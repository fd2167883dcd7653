"""The styles and scripts of every page: those that we ship go out as one file of each sort (ADR 0054)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from classeur.resources import bundled
from classeur.views.addresses import ASSETS
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.own_templates import FOLDER
from classeur.writers.site.templates import assets

TOGETHER = "shared"
"""The name, without its ending, of the file that holds all that is shipped of a sort."""

_FIRST_SCRIPT = "first.js"
"""Named by the theme's override itself: it runs before the page is drawn, the others after."""


def put_assets(outbox: Outbox, root: Path) -> tuple[list[str], list[str]]:
    """Put the files of site_templates/assets; gives the addresses of the styles, then of the scripts, of every page."""
    found = assets(root, "assets")
    styles = _put_of_every_page(outbox, found, ".css")
    scripts = _put_of_every_page(outbox, found, ".js")
    for name, source in found.items():
        if not _is_of_every_page(name, ".css") and not _is_of_every_page(name, ".js"):
            outbox.copy(f"pages/{ASSETS}/{name}", source)
    return styles, scripts


def _is_of_every_page(name: str, ending: str) -> bool:
    """Whether each page asks for the file; a script in a folder is of a single page, which names it."""
    return name.endswith(ending) and (ending == ".css" or "/" not in name) and name != _FIRST_SCRIPT


def _put_of_every_page(outbox: Outbox, found: Mapping[str, Path], ending: str) -> list[str]:
    """One file for all that is shipped, then those that the house adds. Once it replaces one, each stands alone: a
    fault in it must not stop the others."""
    names = sorted(name for name in found if _is_of_every_page(name, ending))
    shipped = {file.name: file for file in (bundled(FOLDER) / "assets").glob(f"*{ending}")}
    together = [name for name in names if name in shipped]
    if any(not found[name].samefile(shipped[name]) for name in together):
        together = []
    alone = [name for name in names if name not in together]
    for name in alone:
        outbox.copy(f"pages/{ASSETS}/{name}", found[name])
    if not together:
        return [f"{ASSETS}/{name}" for name in alone]
    whole = f"{TOGETHER}{ending}"
    outbox.put(f"pages/{ASSETS}/{whole}", b"\n".join(found[name].read_bytes() for name in together))
    return [f"{ASSETS}/{name}" for name in (whole, *alone)]
