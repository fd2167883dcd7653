"""The other generators, on the same texts: plain MkDocs with Material, Zensical and Hugo where they are installed."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.check_and_build import FOLDERS

_DEFAULT = "site_name: Default\ntheme:\n  name: material\n"
_PRUNED = "site_name: Pruned\ntheme:\n  name: material\n  font: false\n  features: [navigation.prune]\n"
_HUGO = """title = "Hugo"
baseURL = "/"
contentDir = "docs"
disableKinds = ["RSS", "taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""
_HUGO_PAGE = (
    "<!doctype html><html><head><title>{{ .Title }}</title></head><body><nav>{{ range .Site.Sections }}"
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav><main>{{ .Content }}'
    '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</main></body></html>\n'
)


@dataclass(frozen=True)
class Peer:
    """A generator beside ours.

    Attributes:
        prepare: writes its configuration into a folder that holds the texts under `docs`.
        command: what builds the site there.
        remembers: whether it keeps something from one build to the next.
        has_goal: whether a goal of ours speaks of it.
        up_to: the largest house that it is given, as the next one takes it too long or tells nothing new.
    """

    name: str
    prepare: Callable[[Path], None]
    command: Sequence[str]
    remembers: bool = False
    has_goal: bool = False
    up_to: int = 5000


def peers() -> tuple[Peer, ...]:
    """Those that are installed here."""
    build = ("build", "--quiet")
    found = [
        Peer("Material, default", _mkdocs(_DEFAULT), [sys.executable, "-m", "mkdocs", *build], False, True, 1000),
        Peer("Material, pruned", _mkdocs(_PRUNED), [sys.executable, "-m", "mkdocs", *build], has_goal=True),
    ]
    if importlib.util.find_spec("properdocs"):
        found.append(
            Peer("ProperDocs, pruned", _mkdocs(_PRUNED), [sys.executable, "-m", "properdocs", *build], up_to=1000)
        )
    if importlib.util.find_spec("zensical"):
        command = [sys.executable, "-m", "zensical", "build"]
        found.append(Peer("Zensical, pruned", _mkdocs(_PRUNED), command, remembers=True, up_to=1000))
    if hugo := shutil.which("hugo"):
        found.append(Peer("Hugo", _hugo, [hugo, "--quiet"]))
    return tuple(found)


def laid_out(peer: Peer, house: Path, folder: Path) -> Path:
    """The same texts, as the peer wants them."""
    for name in FOLDERS:
        shutil.copytree(house / name, folder / "docs" / name)
    (folder / "docs/index.md").write_text("# Intranet\n\nBienvenue.\n", "utf-8")
    peer.prepare(folder)
    return folder


def _mkdocs(config: str) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        (folder / "mkdocs.yml").write_text(config, "utf-8")

    return prepare


def _hugo(folder: Path) -> None:
    (folder / "docs/index.md").rename(folder / "docs/_index.md")  # else the folders below it are no pages
    for text in (folder / "docs").rglob("*.md"):  # `kind` is a word of Hugo's own: it would leave the page out
        text.write_text(re.sub(r"^kind:", "nature:", text.read_text("utf-8"), count=1, flags=re.M), "utf-8")
    (folder / "hugo.toml").write_text(_HUGO, "utf-8")
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_HUGO_PAGE, "utf-8")
