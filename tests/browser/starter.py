"""The starter house, and a house of any files, built as `classeur build` does."""

from __future__ import annotations

from pathlib import Path

from classeur.tasks.build_site import build_site
from classeur.tasks.init_folder import init_folder
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import TODAY

PROCEDURE = "d/PR-R2-001/index.html"
PROCESS = "p/R2/index.html"
MAP = "processus/index.html"
MASTER_LIST = "liste-des-documents/index.html"
KINDS = {
    "home": "index.html",
    "document": PROCEDURE,
    "reflex card": "d/FR-R2-001/index.html",
    "form": "d/FO-M2-001/index.html",
    "process": PROCESS,
    "map": MAP,
    "master list": MASTER_LIST,
    "list by process": "liste-des-documents/par-processus/index.html",
    "list by kind": "liste-des-documents/par-genre/index.html",
    "list by role": "liste-des-documents/par-fonction/index.html",
    "list to review": "liste-des-documents/a-reviser/index.html",
    "list of the withdrawn": "liste-des-documents/retires/index.html",
    "calendar": "revisions/index.html",
    "rules": "regles/index.html",
    "manual": "manuel/index.html",
    "procedures": "procedures/index.html",
    "reflex cards": "fiches-reflexes/index.html",
    "missing texts": "textes-absents/index.html",
    "search": "recherche/index.html",
    "glossary": "glossaire/index.html",
    "sheet check": "v/index.html",
    "quality dashboard": "qualite/index.html",
    "action plan": "plan-d-actions/index.html",
    "policy to field": "politique-au-terrain/index.html",
    "lessons": "retours-d-experience/index.html",
    "quality calendar": "calendrier/index.html",
}
"""A page of each kind."""


ROOT = Path(__file__).parents[2]
"""This repository, which is itself a working quality system."""


def built(root: Path, site: Path) -> Path:
    """Build a house into a folder, and return that folder."""
    build_site(root, site, TODAY, MkDocsEngine(root), translator("fr"))
    return site


def built_starter(folder: Path) -> Path:
    """Make the starter house under a folder and build it; returns the site."""
    init_folder(folder / "house", translator("fr"))
    return built(folder / "house", folder / "site")


def addresses(site: Path) -> list[str]:
    """Every page of a site, but the one for wrong addresses."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [address for address in found if address != "404.html"]
