"""The port to the site engine, and MkDocs with Material behind it."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import escape

from classeur.errors import ClasseurError
from classeur.resources import bundled
from classeur.wording.translator import Translator, translator
from classeur.writers.site.in_place import put_in_place
from classeur.writers.site.own_templates import FOLDER, faults_told

if TYPE_CHECKING:
    from classeur.wording.translator import Translator
    from classeur.writers.site.dialect import Dialect

CONFIG_FILE = "mkdocs.yml"
OWN_PLUGIN = "classeur"
_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO})
_SILENCE = "NO_MKDOCS_2_WARNING"
"""Material announces its end of life at each build: an ADR speaks of it, readers need not."""


@dataclass(frozen=True)
class Stage:
    """A staged site: Markdown pages, overrides of the theme, and the few values that the engine needs.

    Attributes:
        memory: a folder where an engine may keep what it made; deleting it loses nothing but time.
        digests: of the staged files whose digest is known, by their name in the staged folder.
        put_by_others: the files that somebody else puts into the site, and that the engine leaves there.
        names: all staged files, told by a program that lives; None when nobody tells them.
    """

    pages: Path
    overrides: Path
    site_name: str
    site_url: str
    language: str
    nav: Sequence[object]
    styles: Sequence[str]
    scripts: Sequence[str]
    words: Translator
    memory: Path
    digests: Mapping[str, str] = field(default_factory=dict)
    put_by_others: frozenset[str] = frozenset()
    names: frozenset[str] | None = None


class SiteEngine(Protocol):
    """What renders a staged folder to a static site."""

    @property
    def dialect(self) -> Dialect:
        """The Markdown that the configuration allows."""
        ...

    def get_ready(self) -> None:
        """Load what `dialect` and `render` need, while the texts are read.

        Raises:
            ClasseurError: the configuration does not allow it.
        """
        ...

    def render(self, stage: Stage, site_dir: Path) -> tuple[str, ...]:
        """Write the site into `site_dir`, which becomes exactly that, whatever was rendered there before.

        Returns:
            The files written or removed, relative to the site, with `/`.
        """
        ...


class MkDocsEngine:
    """MkDocs with the house's own mkdocs.yml (the shipped one where there is none), used as a library."""

    _library = "mkdocs"

    def __init__(self, root: Path, words: Translator | None = None) -> None:
        self._root = root
        self._config_file = root / CONFIG_FILE if (root / CONFIG_FILE).exists() else bundled("starter") / CONFIG_FILE
        self._words = words or translator()

    @property
    def dialect(self) -> Dialect:
        """The extensions of mkdocs.yml."""
        try:
            made_from = str(self._config_file), self._config_file.read_bytes(), self._library
        except OSError:
            return dialect_of(self._load())
        if made_from not in _DIALECTS:
            _DIALECTS.clear()
            _DIALECTS[made_from] = dialect_of(self._load())
        return _DIALECTS[made_from]

    def get_ready(self) -> None:
        """Load MkDocs and read mkdocs.yml.

        Raises:
            ClasseurError: MkDocs refuses it.
        """
        _ = self.dialect
        from classeur.writers.site.site_build import get_ready

        get_ready(self._load())

    def render(self, stage: Stage, site_dir: Path) -> tuple[str, ...]:
        """Write the whole site into `site_dir`; the files written or removed.

        Raises:
            ClasseurError: the configuration or the output folder does not allow it.
        """
        config = self._load(docs_dir=str(stage.pages), site_dir=str(site_dir))
        if OWN_PLUGIN in config.plugins:
            config.plugins[OWN_PLUGIN].is_staged = True
        point_at_stage(config, stage)
        with _quiet(self._library) as told:
            config.plugins.on_startup(command="build", dirty=False)
            try:
                with faults_told(stage.overrides, self._root / FOLDER / "overrides", self._words):
                    return self._build(config, stage)
            except (self._module("exceptions").MkDocsException, OSError) as error:
                if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
                    raise  # mkdocs.yml is not at fault
                raise self._refused(error, told) from error
            finally:
                config.plugins.on_shutdown()

    def _build(self, config: Any, stage: Stage) -> tuple[str, ...]:
        from classeur.writers.site.site_build import build_site_from  # MkDocs takes long to load

        return build_site_from(config, stage)

    def _module(self, name: str) -> Any:
        return import_module(f"{self._library}.{name}")

    def _load(self, **values: str) -> Any:
        with _quiet(self._library) as told:
            try:
                return self._module("config").load_config(str(self._config_file), **values)
            except (self._module("exceptions").MkDocsException, OSError, UnicodeDecodeError) as error:
                raise self._refused(error, told) from error

    def _refused(self, error: Exception, told: Sequence[str]) -> ClasseurError:
        """What MkDocs refused, in the reader's language; its own English words come last."""
        words, file = self._words, self._config_file.name
        mark = getattr(error.__cause__ or error.__context__, "problem_mark", None)
        if mark is not None:
            return ClasseurError(
                words(
                    "{file} cannot be read: line {line}, column {column}.",
                    file=file,
                    line=mark.line + 1,
                    column=mark.column + 1,
                ),
                remedy=words(
                    "Look there and just above for a bracket, a quote or an indent that is missing; or delete the "
                    "file: the one shipped with classeur is then used."
                ),
            )
        detail = " ".join(" ".join(told or [str(error)]).split())
        return ClasseurError(
            words("{file} asks for something that MkDocs cannot do.", file=file),
            remedy=words(
                "Correct the file, or delete it: the one shipped with classeur is then used. MkDocs says: {detail}",
                detail=detail,
            ),
        )


class ProperDocsEngine(MkDocsEngine):
    """ProperDocs, which goes on where MkDocs stopped: the same stage, rendered whole each time (ADR 0051)."""

    _library = "properdocs"

    def __init__(self, root: Path, words: Translator | None = None) -> None:
        """Take a house.

        Raises:
            ClasseurError: ProperDocs is not installed: it is an extra.
        """
        super().__init__(root, words)
        if find_spec(self._library) is None:
            raise ClasseurError(
                self._words("ProperDocs is not installed."),
                remedy=self._words(
                    "Install it with: python -m pip install 'classeur[properdocs]'; or leave --engine out."
                ),
            )

    def get_ready(self) -> None:
        """Load ProperDocs and read mkdocs.yml."""
        _ = self.dialect

    def _build(self, config: Any, stage: Stage) -> tuple[str, ...]:
        site, folder = Path(config.site_dir), stage.memory / "incoming"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        config.site_dir = str(folder)
        try:
            self._module("commands.build").build(config)
            return put_in_place(folder, site, stage.put_by_others, is_taken=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


_DIALECTS: dict[tuple[str, bytes, str], Dialect] = {}
"""That of the last mkdocs.yml: a program that lives asks at each save."""

ENGINES: Mapping[str, type[MkDocsEngine]] = {"mkdocs": MkDocsEngine, "properdocs": ProperDocsEngine}
"""What `build --engine` takes, the usual one first."""


def dialect_of(config: Any) -> Dialect:
    """The Markdown that an MkDocs configuration allows."""
    from classeur.writers.site.dialect import Dialect

    return Dialect(tuple(config["markdown_extensions"]), dict(config["mdx_configs"] or {}))


def is_left_out(name: str) -> bool:
    """Whether a file of the theme has no place in the site: its scripts, and the maps of its sources (ADR 0027)."""
    return name.startswith("assets/javascripts/") or name.endswith(".css.map")


def point_at_stage(config: Any, stage: Stage) -> None:
    """Make a loaded MkDocs configuration render the stage: its pages, its navigation, our overrides and assets."""
    from classeur.writers.site.page_frame import PageFrame  # Jinja, which nobody waits for before the texts are read

    config["docs_dir"] = str(stage.pages)
    config["site_name"] = escape(stage.site_name or config["site_name"])  # the theme writes it as it is
    config["site_url"] = config["site_url"] or stage.site_url or None
    config["nav"] = list(stage.nav)
    config["use_directory_urls"] = False  # over file:// an address must end in index.html
    config["extra_css"] = [*config["extra_css"], *stage.styles]
    config["extra_javascript"] = [*config["extra_javascript"], *stage.scripts]
    config["theme"].dirs.insert(0, str(stage.overrides))
    config["theme"]["language"] = stage.language
    config["extra"]["t"] = stage.words  # what the overrides of the theme say, in the reader's language
    config["extra"]["frame"] = PageFrame(config["theme"].dirs)


@dataclass
class _Ear(logging.Handler):
    """Keeps what MkDocs says is wrong, rather than print it."""

    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.ERROR)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a sentence."""
        self.told.append(record.getMessage())

    __hash__ = logging.Handler.__hash__


@contextmanager
def _quiet(library: str) -> Iterator[Sequence[str]]:
    """MkDocs speaks to developers; what our readers must know is in the findings. Gives what it says is wrong."""
    logger = logging.getLogger(library)
    ear = _Ear()
    level, propagates = logger.level, logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    kept = os.environ.get(_SILENCE)
    os.environ[_SILENCE] = "1"
    logger.setLevel(logging.ERROR)
    try:
        yield ear.told
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagates
        logger.setLevel(level)
        if kept is None:
            os.environ.pop(_SILENCE, None)
