"""One starter site for all journeys, and one browser for those of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.chromium import Readers, Visit
from tests.browser.starter import built_starter
from tests.shared import made_once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter house, built once for all workers: no test writes in it."""
    return made_once(tmp_path_factory, "starter", built_starter) / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with chromium.browser() as started:
        yield started


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Iterator[Readers]:
    """The readers of that Chromium, who keep their windows."""
    kept = Readers(browser)
    yield kept
    kept.close()


@pytest.fixture
def reader(readers: Readers, site: Path) -> Iterator[Visit]:
    """Somebody at a desk."""
    with readers.visit(site) as visit:
        yield visit


@pytest.fixture
def phone_reader(readers: Readers, site: Path) -> Iterator[Visit]:
    """Somebody with a narrow phone."""
    with readers.visit(site, size=chromium.PHONE) as visit:
        yield visit
