"""The port to the site engine, and MkDocs with Material behind it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import escape

from classeur.errors import ClasseurError
from classeur.resources import bundled

if TYPE_CHECKING:
    from classeur.writers.site.dialect import Dialect

CONFIG_FILE = "mkdocs.yml"
OWN_PLUGIN = "classeur"
_SILENCE = "NO_MKDOCS_2_WARNING"
"""Material announces its end of life at each build: an ADR speaks of it, readers need not."""


@dataclass(frozen=True)
class Stage:
    """A staged site: Markdown pages, overrides of the theme, and the few values that the engine needs."""

    pages: Path
    overrides: Path
    site_name: str
    site_url: str
    language: str
    nav: Sequence[object]
    styles: Sequence[str]
    scripts: Sequence[str]


class SiteEngine(Protocol):
    """What renders a staged folder to a static site."""

    @property
    def dialect(self) -> Dialect:
        """The Markdown that the configuration allows."""
        ...

    def render(self, stage: Stage, site_dir: Path) -> None:
        """Write the whole site into `site_dir`."""
        ...


class MkDocsEngine:
    """MkDocs with the house's own mkdocs.yml (the shipped one where there is none), used as a library."""

    def __init__(self, root: Path) -> None:
        self._config_file = root / CONFIG_FILE if (root / CONFIG_FILE).exists() else bundled("starter") / CONFIG_FILE
        self._root = root

    @property
    def dialect(self) -> Dialect:
        """The extensions of mkdocs.yml."""
        return dialect_of(self._load())

    def render(self, stage: Stage, site_dir: Path) -> None:
        """Write the whole site into `site_dir`.

        Raises:
            ClasseurError: the configuration or the output folder does not allow it.
        """
        from mkdocs.commands.build import build
        from mkdocs.exceptions import MkDocsException

        config = self._load(docs_dir=str(stage.pages), site_dir=str(site_dir))
        if OWN_PLUGIN in config.plugins:
            config.plugins[OWN_PLUGIN].is_staged = True
        point_at_stage(config, stage)
        with _quiet():
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            except (MkDocsException, OSError) as error:
                raise ClasseurError(str(error), remedy=f"{self._config_file.name}, {site_dir}") from error
            finally:
                config.plugins.on_shutdown()

    def _load(self, **values: str) -> Any:
        from mkdocs.config import load_config
        from mkdocs.exceptions import MkDocsException

        with _quiet():
            try:
                return load_config(str(self._config_file), **values)
            except MkDocsException as error:
                raise ClasseurError(str(error), remedy=str(self._config_file.name)) from error


def dialect_of(config: Any) -> Dialect:
    """The Markdown that an MkDocs configuration allows."""
    from classeur.writers.site.dialect import Dialect

    return Dialect(tuple(config["markdown_extensions"]), dict(config["mdx_configs"] or {}))


def point_at_stage(config: Any, stage: Stage) -> None:
    """Make a loaded MkDocs configuration render the stage: its pages, its navigation, our overrides and assets."""
    config["docs_dir"] = str(stage.pages)
    config["site_name"] = escape(stage.site_name or config["site_name"])  # the theme writes it as it is
    config["site_url"] = config["site_url"] or stage.site_url or None
    config["nav"] = list(stage.nav)
    config["use_directory_urls"] = False  # over file:// an address must end in index.html
    config["extra_css"] = [*config["extra_css"], *stage.styles]
    config["extra_javascript"] = [*config["extra_javascript"], *stage.scripts]
    config["theme"].dirs.insert(0, str(stage.overrides))
    config["theme"]["language"] = stage.language
    config["extra"]["alternate"] = True  # makes Material include our search box: see overrides/partials/alternate.html


@contextmanager
def _quiet() -> Iterator[None]:
    """MkDocs speaks to developers; what our readers must know is in the findings."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    kept = os.environ.get(_SILENCE)
    os.environ[_SILENCE] = "1"
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
        if kept is None:
            os.environ.pop(_SILENCE, None)
