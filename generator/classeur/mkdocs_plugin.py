"""Lets plain `mkdocs build` and `mkdocs serve` give the same pages: it stages, and spares MkDocs our ready HTML."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from mkdocs.plugins import BasePlugin

from classeur.reading.files import TEXT_FOLDERS
from classeur.tasks.build_site import stage_house
from classeur.tasks.one_build import one_build
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.wording.translator import translator
from classeur.workers import nothing
from classeur.writers.site.engine import dialect_of, is_left_out, point_at_stage
from classeur.writers.site.ready import put_back, set_aside

_SERVED: set[Path] = set()
"""The houses that this program serves: it goes on after their first build."""


class StagingHooks:
    """Replaces the placeholder `docs_dir` by the staged pages of the house that holds mkdocs.yml."""

    is_staged = False
    """True when `classeur build` has staged the pages already."""

    _ready: tuple[str, ...] = ()
    """The parts set aside of the page that MkDocs is reading."""

    def on_config(self, config: Any) -> Any:
        """Stage the house, and point MkDocs at the result."""
        if self.is_staged:
            return config
        root = Path(config["config_file_path"]).resolve().parent
        today = dt.date.today()  # noqa: DTZ011, TID251  (one of the doors that ask the clock)
        folder = root / CACHE_FOLDER / "stage"
        words = translator(config["theme"].get("language", "fr"))
        with one_build(root, nothing):
            house = stage_house(root, folder, today, dialect_of(config), words, lives=root in _SERVED)
        point_at_stage(config, house.staged.stage)
        return config

    def on_files(self, files: Any, /, **_: Any) -> Any:
        """Leave the theme's scripts and the maps of its sources out of the site: no page asks for them."""
        for file in [each for each in files if is_left_out(each.src_uri)]:
            files.remove(file)
        return files

    def on_page_markdown(self, markdown: str, /, **_: Any) -> str:
        """Keep ready HTML away from the Markdown reader, which takes long to find nothing in it."""
        page, self._ready = set_aside(markdown)
        return page

    def on_page_content(self, html: str, /, **_: Any) -> str:
        """Put it back into the page, which MkDocs has just read."""
        return put_back(html, self._ready)

    def on_serve(self, server: Any, /, *, config: Any, builder: Any) -> Any:
        """Watch the texts rather than the staged pages."""
        root = Path(config["config_file_path"]).resolve().parent
        _SERVED.add(root)
        server.unwatch(str(config["docs_dir"]))
        for name in (*TEXT_FOLDERS, "site_templates"):
            if (root / name).is_dir():
                server.watch(str(root / name))
        return server


class ClasseurPlugin(StagingHooks, BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """The plugin `classeur` of MkDocs."""
