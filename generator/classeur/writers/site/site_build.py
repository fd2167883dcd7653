"""A site rendered by MkDocs used as a library: only the pages that changed, by every core, each as MkDocs makes it.

A page depends on its staged text, and on what all pages share: configuration, theme, navigation. The steps and their
order are those of `mkdocs.commands.build.build`, whose own functions lay out the pages and the files of the theme.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page, build
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_date

from classeur.workers import shared_out
from classeur.writers.memory.compiled import CompiledTemplates
from classeur.writers.memory.imprint import Imprinter, digest, imprinted
from classeur.writers.memory.program import folder_imprint, program_imprint
from classeur.writers.memory.stamps import stamp_of
from classeur.writers.memory.store import Memory
from classeur.writers.site.engine import OWN_PLUGIN, Stage
from classeur.writers.site.in_place import put_in_place
from classeur.writers.site.known_site import KnownSite, SiteFile
from classeur.writers.site.staged_page import Reader, without_front_matter

_THEME_PAGES = frozenset({"404.html", "sitemap.xml"})


def build_site_from(config: Any, stage: Stage) -> tuple[str, ...]:
    """Render a stage into the folder of a configuration pointed at it; the site there is whole at any instant.

    Returns:
        The files written or removed, relative to the site.
    """
    site, folder = Path(config.site_dir), stage.memory / "incoming"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    config.site_dir = str(folder)
    try:
        if not _is_known(config):
            build(config)
            return put_in_place(folder, site, stage.put_by_others, is_taken=True)
        last = _LAST.pop(site, None)
        work = _SiteBuild(config, stage, site, last.memory.again() if last else site_memory(stage, site))
        part = work.run_part(last.known) if last else None
        if last and part is not None:
            changed = put_in_place(folder, site, None, is_taken=True)
            known: KnownSite | None = last.known.after(site, stage, part)
        else:
            changed = put_in_place(folder, site, work.run() | stage.put_by_others, is_taken=True)
            known = work.known()
        memory = work.remember(goes_on=known is not None)
        if known is not None:
            _keep(site, _Last(known, memory))
        return changed
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class _Last:
    """What this program keeps of a site that it left, until the next save."""

    known: KnownSite
    memory: Memory


_LAST: dict[Path, _Last] = {}
_MOST_KEPT = 2
"""Sites of one program."""


def _keep(site: Path, last: _Last) -> None:
    while len(_LAST) >= _MOST_KEPT:
        del _LAST[next(iter(_LAST))]
    _LAST[site] = last


def _is_known(config: Any) -> bool:
    """Whether nothing that others wrote has a say in the pages: a plugin or a hook may change any page as it likes."""
    return (
        set(config.plugins) <= {OWN_PLUGIN}
        and not (config.hooks or config.extra_templates or config.strict)
        and set(config.theme.static_templates) <= _THEME_PAGES
    )


@dataclass(frozen=True)
class _Changed:
    """A page to render, with the imprint of what it is made from; None when it depends on other pages too."""

    file: File
    made_from: str | None


class _AllPages(list[File]):
    """The pages of the site as a template sees them: one that looks at them depends on them all."""

    was_looked_at = False

    def __iter__(self) -> Iterator[File]:
        self.was_looked_at = True
        return super().__iter__()

    def __getitem__(self, place: Any) -> Any:
        self.was_looked_at = True
        return super().__getitem__(place)

    def __len__(self) -> int:
        self.was_looked_at = True
        return super().__len__()


class _ThemeLoader(FileSystemLoader):
    """The templates of the theme; of its thousands of files, those of the installed packages are listed once."""

    def __init__(self, folders: Sequence[str], changing: Container[str | None]) -> None:
        super().__init__(folders)
        self._changing = changing

    def list_templates(self) -> list[str]:
        """The files of the theme but those that MkDocs hides, as their names begin with a dot."""
        lists = (_files_of(each) if each in self._changing else _listed_once(each) for each in self.searchpath)
        return sorted({name for listed in lists for name in listed})


def get_ready(config: Any) -> None:
    """List the files of an installed theme, once for the processes that will render."""
    env = config.theme.get_env()
    env.bytecode_cache = CompiledTemplates()
    env.loader = _ThemeLoader(config.theme.dirs, {config.theme.custom_dir})
    env.list_templates()


@cache
def _listed_once(folder: str) -> tuple[str, ...]:
    return _files_of(folder)


def _files_of(folder: str) -> tuple[str, ...]:
    """The files of a folder but those at its top whose names begin with a dot: an installed theme has 14,000 icons."""
    found = []
    for here, folders, names in os.walk(folder):
        inside = Path(here).relative_to(folder).as_posix() + "/"
        if inside == "./":
            folders[:] = [name for name in folders if not name.startswith(".")]
            names, inside = [name for name in names if not name.startswith(".")], ""
        found += [inside + name for name in names]
    return tuple(sorted(found))


class _SiteBuild:
    """One build. The configuration's `site_dir` is the folder of what is to be put into the site."""

    def __init__(self, config: Any, stage: Stage, site: Path, memory: Memory) -> None:
        self._config, self._site, self._stage, self._digests = config, site, stage, stage.digests
        self._memory = memory
        self._shared = imprinted(Imprinter(), *_shared(config, stage))
        self._reader = Reader(config.markdown_extensions, config.mdx_configs or {})
        self._env = config.theme.get_env()
        self._env.bytecode_cache = CompiledTemplates()
        self._env.loader = _ThemeLoader(config.theme.dirs, {str(stage.overrides), config.theme.custom_dir})
        self._made: list[tuple[str, str]] = []
        self._files_told: list[SiteFile] = []
        self._are_alone = True

    def run(self) -> frozenset[str]:
        """Write what changed; the names of the files of the site that did not."""
        config = self._config.plugins.on_config(self._config)
        config.plugins.on_pre_build(config=config)
        files = self._files()
        self._nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        pages = files.documentation_pages()
        for file in pages:
            if file.page is None:
                Page(None, file, config)
        self._env = config.plugins.on_env(self._env, config=config, files=files)
        copies: list[str | None] = []

        def copied() -> None:
            copies.extend(self._is_copied(file) for file in files if not file.is_documentation_page())
            for name in config.theme.static_templates:
                _build_theme_template(name, self._env, files, config, self._nav)

        unchanged = self._render(files, pages, copied)
        config.plugins.on_post_build(config=config)
        return frozenset([*unchanged, *filter(None, copies)])

    def run_part(self, known: KnownSite) -> tuple[SiteFile, ...] | None:
        """Write what changed since this program left the site; what that is, None when `run` is to look at it all."""
        changed = known.to_make_again(self._site, self._stage, self._shared) if self._shared else None
        if changed is None or not self._reader.is_as_markdown:
            return None
        config = self._config.plugins.on_config(self._config)
        config.plugins.on_pre_build(config=config)
        in_menu = {path for each in config.nav for path in each.values()}
        files = self._some_files(sorted({each.staged for each in changed if each.is_page} | in_menu))
        self._nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self._env = config.plugins.on_env(self._env, config=config, files=files)
        for each in changed:
            if not each.is_page:
                self._copy(Path(each.source), each.name)
            elif not self._rendered_alone(each, files):
                return None
        config.plugins.on_post_build(config=config)
        return changed

    def _some_files(self, staged: Iterable[str]) -> Files:
        config = self._config
        folders = config.docs_dir, config.site_dir, config.use_directory_urls
        files = Files([File(name, *folders) for name in staged])
        set_exclusions(files, config)
        return files

    def _rendered_alone(self, each: SiteFile, files: Files) -> bool:
        """Write a page; False when it looks at others, which are not all there."""
        file = files.get_file_from_path(each.staged)
        if file is None or not self._rendered(file, files, _AllPages(files.documentation_pages()), is_whole=False):
            return False
        self._made.append((each.name, digest(f"{self._shared} {each.name} {self._staged(file)}")))
        return True

    def known(self) -> KnownSite | None:
        """The site as it was left, when it can be told which of its files a staged file changes."""
        if not self._shared or not self._are_alone or not self._reader.is_as_markdown:
            return None
        return KnownSite.of(self._site, self._stage, self._shared, self._files_told)

    def remember(self, goes_on: bool) -> Memory:
        """Once the site is in its place: what the disk says of each file that was made; `goes_on` as `Memory.close`."""
        for name, made_from in self._made:
            self._memory.put(name, made_from, stamp_of(self._site / name))
        self._memory.close(goes_on)
        return self._memory

    def _files(self) -> Files:
        config = self._config
        files: Files = get_files(config)
        files.add_files_from_theme(self._env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self._files_told = [
            SiteFile(each.dest_uri, each.src_uri, each.abs_src_path, each.is_documentation_page())
            for each in files
            if each.inclusion.is_included() and each.abs_src_path is not None  # type: ignore[no-untyped-call]
        ]
        return files

    def _is_copied(self, file: File) -> str | None:
        """Copy a picture, a script… as it is; its name when the site has it already."""
        if not file.inclusion.is_included():  # type: ignore[no-untyped-call]
            return None
        if file.abs_src_path is None:
            file.copy_file()
            return None
        name, made_from = file.dest_uri, digest(f"{file.abs_src_path} {stamp_of(Path(file.abs_src_path))}")
        if self._stands(name, made_from):
            return name
        self._copy(Path(file.abs_src_path), name)
        return None

    def _copy(self, source: Path, name: str) -> None:
        target = Path(self._config.site_dir, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        self._made.append((name, digest(f"{source} {stamp_of(source)}")))

    def _stands(self, name: str, made_from: str) -> bool:
        """Whether the site's file was made from that, and nobody touched it since."""
        stamp = self._memory.get(name, made_from)
        return bool(stamp) and stamp == stamp_of(self._site / name)

    def _render(self, files: Files, pages: Sequence[File], meanwhile: Callable[[], object]) -> list[str]:
        """Render the pages that changed; the names of the others. Calls `meanwhile` while other processes render."""
        unchanged: list[str] = []
        changed: list[_Changed] = []
        for file in pages:
            made_from = digest(f"{self._shared} {file.dest_uri} {self._staged(file)}") if self._shared else None
            if made_from and self._stands(file.dest_uri, made_from):
                unchanged.append(file.dest_uri)
            else:
                changed.append(_Changed(file, made_from))

        def render(each: _Changed) -> bool:
            return self._rendered(each.file, files, _AllPages(pages))

        for each, is_alone in zip(changed, shared_out(changed, render, meanwhile=meanwhile), strict=True):
            self._are_alone &= is_alone
            if is_alone and each.made_from:
                self._made.append((each.file.dest_uri, each.made_from))
        return unchanged

    def _staged(self, file: File) -> str:
        """The digest of a staged page."""
        return self._digests.get(f"pages/{file.src_uri}") or digest(file.content_bytes)

    def _rendered(self, file: File, files: Files, pages: _AllPages, is_whole: bool = True) -> bool:
        """Write a page; whether it depends on no other page.

        Args:
            is_whole: whether all files are there, for a page that needs them to be read.
        """
        page, config = file.page, self._config
        assert page is not None
        told = without_front_matter(file.content_string)
        if told is None:
            page.read_source(config)
        else:
            page.markdown, page.meta = told
        content = self._reader.read(page.markdown or "") if self._reader.is_as_markdown else None
        if content is None and not is_whole:
            return False
        if content is None:
            _populate_page(page, config, files)
        else:
            page.content, page.toc = content.html, get_toc(content.contents)
        _build_page(page, config, pages, self._nav, self._env)
        page.content = page.markdown = None
        return not pages.was_looked_at


def _shared(config: Any, stage: Stage) -> Iterator[object]:
    """What every page shows, or may show."""
    yield program_imprint()
    yield digest(Path(config.config_file_path).read_bytes())
    yield folder_imprint(stage.overrides)
    yield folder_imprint(Path(config.theme.custom_dir)) if config.theme.custom_dir else ""
    yield from (stage.site_name, stage.site_url, stage.language, stage.nav, stage.styles, stage.scripts)
    yield get_build_date()  # MkDocs tells it to every page


def site_memory(stage: Stage, site: Path) -> Memory:
    """What was put into a site's folder; those of folders that nobody asked for lately are forgotten."""
    folder = stage.memory
    own = folder / f"site-{digest(str(site))}"
    others = [path for path in folder.glob("site-*") if path != own]
    for path in sorted(others, key=lambda each: each.stat().st_mtime, reverse=True)[_SITES_REMEMBERED - 1 :]:
        path.unlink(missing_ok=True)
    return Memory(own, program_imprint())


_SITES_REMEMBERED = 4
