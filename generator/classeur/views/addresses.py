"""Where everything lives on the site. An address once published answers for ever (design §11)."""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote

from classeur.model.references import folded, is_reserved_name
from classeur.model.versions import Version

HOME = "index.html"
MAP = "processus/index.html"
MANUAL = "manuel/index.html"
PROCEDURES = "procedures/index.html"
CARDS = "fiches-reflexes/index.html"
MASTER_LIST = "liste-des-documents/index.html"
BY_PROCESS = "liste-des-documents/par-processus/index.html"
BY_KIND = "liste-des-documents/par-genre/index.html"
BY_ROLE = "liste-des-documents/par-fonction/index.html"
TO_REVIEW = "liste-des-documents/a-reviser/index.html"
WITHDRAWN = "liste-des-documents/retires/index.html"
CALENDAR = "revisions/index.html"
RULES = "regles/index.html"
MISSING = "textes-absents/index.html"
SEARCH = "recherche/index.html"
DESK = "a-faire/index.html"
VERIFICATION = "verification/index.html"
DRAFTS = "brouillons/index.html"
SHEET_CHECK = "v/index.html"
GLOSSARY = "glossaire/index.html"
STANDARDS = "referentiels/index.html"
QUALITY = "qualite/index.html"
ACTION_PLAN = "plan-d-actions/index.html"
POLICY = "politique-au-terrain/index.html"
LESSONS = "retours-d-experience/index.html"
QUALITY_CALENDAR = "calendrier/index.html"
READINGS = "lectures/index.html"
READINGS_BY_UNIT = "lectures/unites/index.html"
READING_TIME = "lectures/temps/index.html"
MY_READINGS = "ma-liste/index.html"
NEWCOMERS = "parcours/index.html"
PROPOSALS = "propositions/index.html"
SLIP = "propositions/bulletin/index.html"
ASSESSMENT = "auto-diagnostic/index.html"
CIRCLE = "cercle/index.html"
CIRCLE_DATES = "feeds/cercle.ics"
SEARCH_WORDS = "search/words.js"
"""What the search box says."""
RELEASES_FEED = "feeds/diffusions.xml"
DATES_CALENDAR = "feeds/dates.ics"
QUALITY_DATES = "feeds/qualite.ics"
"""Meetings, due actions, audits and checks, for a calendar."""
HEAD_SCRIPT = "head.js"
"""The one file of the site that holds the ledger's head."""

ASSETS = "assets/classeur"
"""The folder of our styles and scripts, and of those that the house adds."""
BODY_FILES = "files"
"""The folder, inside a release, of the pictures and files that its text shows, by their path in the house."""


def document_page(reference: str) -> str:
    """A document's page, whatever its folder or title."""
    return f"d/{reference}/index.html"


def version_page(reference: str, version: Version) -> str:
    """The page of a version that is not, or was not always, the one at the document's own address."""
    return f"d/{reference}/{version}/index.html"


def comparison_page(reference: str, version: Version) -> str:
    """What a version changed in the one before it."""
    return f"d/{reference}/{version}/comparaison/index.html"


def word_copy(reference: str, version: Version) -> str:
    """The Word copy of a version in force."""
    return f"d/{reference}/{reference}-{version}.docx"


def draft_page(reference: str) -> str:
    """The working text, on a site built with drafts."""
    return f"d/{reference}/brouillon/index.html"


def process_page(code: str) -> str:
    """A process's page."""
    return f"p/{code}/index.html"


def theme_page(theme: str) -> str:
    """The page of a folder of procedures; `theme` is its slug."""
    return f"themes/{theme}/index.html"


def unit_readings_page(unit: str) -> str:
    """What the people of a unit have still to read."""
    return f"lectures/unites/{name_in_address(unit)}/index.html"


def newcomer_page(person: str) -> str:
    """The path of one newcomer."""
    return f"parcours/{name_in_address(person)}/index.html"


def name_in_address(id_: str) -> str:
    """An id of organisation.yml as a folder of the site: its own letters where an address can hold them.

    Two ids that would share a folder do not: what was changed is told by the start of a hash.
    """
    safe = "-".join(re.findall(r"[a-z0-9]+(?:[._-][a-z0-9]+)*", folded(id_)))[:60]
    return (
        safe
        if safe == id_ and not is_reserved_name(id_)
        else f"{safe or 'x'}-{hashlib.sha256(id_.encode()).hexdigest()[:6]}"
    )


def file_address(path: PurePosixPath) -> str:
    """A picture or a file that a text shows or links to."""
    return f"f/{quote(str(path))}"


def released_file_address(name: str, sha256: str) -> str:
    """A picture or a file of a released text: what it holds is in its address, so that versions never mix."""
    return f"f/{sha256[:16]}/{quote(PurePosixPath(name).name)}"


def released_file(reference: str, version: Version, name: str) -> PurePosixPath:
    """The file of the house that holds a picture or a file of a released text."""
    return PurePosixPath("releases", reference, str(version), BODY_FILES, name)


def relative(target: str, page: str) -> str:
    """The address of a target as written in a page; both are relative to the site's root."""
    return _from_folder(target, posixpath.dirname(page))


@lru_cache(maxsize=20_000)
def _from_folder(target: str, folder: str) -> str:
    """As `posixpath.relpath`, which takes ten times longer over addresses that need no tidying."""
    there, here = target.split("/"), folder.split("/") if folder else []
    if not _TIDY.isdisjoint(there) or not _TIDY.isdisjoint(here):
        return posixpath.relpath(target, folder or ".")
    shared = 0
    for one, other in zip(there, here, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


_TIDY = frozenset(("", ".", ".."))
"""What stands between two slashes of an address that is not as short as it could be."""
