"""Where everything lives on the site. An address once published answers for ever (design §11)."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from urllib.parse import quote

HOME = "index.html"
MAP = "processus/index.html"
MANUAL = "manuel/index.html"
PROCEDURES = "procedures/index.html"
CARDS = "fiches-reflexes/index.html"
MASTER_LIST = "liste-des-documents/index.html"
CALENDAR = "revisions/index.html"
RULES = "regles/index.html"
MISSING = "textes-absents/index.html"
SEARCH = "recherche/index.html"


def document_page(reference: str) -> str:
    """A document's page, whatever its folder or title."""
    return f"d/{reference}/index.html"


def process_page(code: str) -> str:
    """A process's page."""
    return f"p/{code}/index.html"


def theme_page(theme: str) -> str:
    """The page of a folder of procedures; `theme` is its slug."""
    return f"themes/{theme}/index.html"


def file_address(path: PurePosixPath) -> str:
    """A picture or a file that a text shows or links to."""
    return f"f/{quote(str(path))}"


def relative(target: str, page: str) -> str:
    """The address of a target as written in a page; both are relative to the site's root."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
