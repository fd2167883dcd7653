"""What a command loads before it works: people wait for it each time."""

from __future__ import annotations

import subprocess
import sys


def loaded_by(modules: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {modules}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


def test_a_build_loads_neither_word_nor_pictures_nor_workbooks() -> None:
    loaded = loaded_by("classeur.cli.app, classeur.cli.build, classeur.tasks.build_site, classeur.writers.site.staging")

    assert "classeur.writers.site.texts" in loaded
    assert loaded & {"docx", "lxml.html", "PIL.Image", "xlsxwriter", "rich", "asyncio", "watchdog"} == set()


def test_a_build_reads_texts_before_it_loads_what_makes_pages() -> None:
    loaded = loaded_by("classeur.cli.app, classeur.cli.build, classeur.tasks.build_site")

    assert "classeur.reading.folder" in loaded
    assert loaded & {"jinja2", "markdown", "mkdocs", "nh3", "lxml", "classeur.writers.site.staging"} == set()
