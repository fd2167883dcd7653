"""The port to the engine, proved by a second one: the same stage gives the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.errors import ClasseurError
from classeur.tasks.build_site import build_site
from classeur.wording.translator import translator
from classeur.writers.site import engine
from classeur.writers.site.engine import ENGINES, ProperDocsEngine
from tests.acts import released
from tests.houses import TODAY, write_house


def pages_of(root: Path, name: str) -> dict[str, bytes]:
    site = root / f"site-{name}"
    words = translator("fr")
    build_site(root, site, TODAY, ENGINES[name](root, words), words)
    files = (file for file in site.rglob("*") if file.is_file() and file.suffix != ".gz")
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def test_both_engines_give_the_same_site(tmp_path: Path) -> None:
    root = write_house(tmp_path)
    released(root)

    first, second = pages_of(root, "mkdocs"), pages_of(root, "properdocs")

    assert sorted(first) == sorted(second)
    assert [name for name, content in first.items() if second[name] != content] == []
    assert b"Accueillir un patient" in second["d/PR-R1-001/index.html"]


def test_an_engine_that_is_not_installed_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)

    with pytest.raises(ClasseurError, match="ProperDocs") as refused:
        ProperDocsEngine(tmp_path, translator("fr"))

    assert "classeur[properdocs]" in refused.value.remedy
