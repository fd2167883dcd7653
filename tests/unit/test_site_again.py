"""A site built again: what changed is made again, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from classeur.tasks.build_site import MARKER, stage_house
from classeur.tasks.init_folder import init_folder
from classeur.writers.memory.program import program_imprint
from classeur.writers.memory.store import Memory
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import ACCUEIL, rewritten
from tests.houses import TODAY, a_text, house_files, write_house
from tests.sites import WORDS, built, built_cold, held, written_again

SECOND = "procedures/sortie.md"
TITLE = "Recevoir sans faire attendre"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    text = a_text("## But\n\nVoir PR-R1-001.\n", reference="PR-R1-002", title="Préparer la sortie")
    first = a_text(title=TITLE)
    return write_house(tmp_path / "house", house_files(**{SECOND: text, ACCUEIL: first}))


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    return built(root, tmp_path / "site")


def test_a_site_built_again_is_not_touched(root: Path, site: Path) -> None:
    assert written_again(root, site) == set()


def test_a_changed_text_changes_its_page_and_the_search(root: Path, site: Path) -> None:
    rewritten(root, old="sans attente inutile", new="sans une attente de trop")

    written = written_again(root, site)

    assert "d/PR-R1-001/index.html" in written
    assert "d/PR-R1-002/index.html" not in written
    assert all(name.startswith(("d/PR-R1-001/", "search/")) for name in written), written


def test_a_changed_title_changes_the_pages_that_show_it(root: Path, site: Path) -> None:
    shows = {name for name, data in held(site).items() if TITLE.encode() in data and name.endswith(".html")}
    rewritten(root, title="Recevoir chaque personne")

    written = {name for name in written_again(root, site) if name.endswith(".html")}

    assert "d/PR-R1-001/index.html" in written
    assert "d/PR-R1-002/index.html" not in written
    assert written == shows


def test_a_page_whose_link_leads_elsewhere_is_made_again(root: Path, site: Path) -> None:
    (root / ACCUEIL).unlink()

    written = written_again(root, site)

    assert "d/PR-R1-002/index.html" in written
    assert b"../PR-R1-001/" not in (site / "d/PR-R1-002/index.html").read_bytes()
    assert not (site / "d/PR-R1-001").exists()


def touch_up(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"patient", b"PATIENT"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def fill(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("site/d/PR-R1-001/index.html", touch_up),
        ("site/d/PR-R1-001/index.html", cut),
        ("site/d/PR-R1-001", remove),
        ("site/assets/classeur/shared.css", cut),
        ("house/.classeur/stage/pages/d/PR-R1-001/index.md", cut),
        ("house/.classeur/stage-memory/texts", fill),
        ("house/.classeur/stage-memory/pages", cut),
        ("house/.classeur/stage-memory/search", cut),
    ],
)
def test_what_was_harmed_between_two_builds_is_made_good(
    root: Path, site: Path, tmp_path: Path, name: str, harm: object
) -> None:
    expected = held(site)
    harm(tmp_path / name)  # type: ignore[operator]

    built(root, site)

    assert held(site) == expected


def test_files_that_are_not_ours_leave_the_site_but_those_of_who_serves_it(root: Path, site: Path) -> None:
    expected = held(site)
    (site / "old.html").write_text("old")
    (site / ".htaccess").write_text("Require all granted")

    built(root, site)

    assert held(site) == expected | {".htaccess": b"Require all granted"}
    assert (site / MARKER).exists()


def test_a_template_of_the_house_that_shows_other_pages_is_laid_out_again(root: Path, tmp_path: Path) -> None:
    own = root / "site_templates/overrides/main.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>{{ pages | length }} pages</p>{{ page.content }}")
    site = built(root, tmp_path / "site")
    text = a_text("## But\n\nEncore.\n", reference="PR-R1-003", title="Classer les papiers")
    (root / "procedures/papiers.md").write_text(text, "utf-8")

    built(root, site)

    assert held(site) == built_cold(root, tmp_path / "cold")


def test_a_hook_of_mkdocs_is_asked_for_every_page_each_time(root: Path, tmp_path: Path) -> None:
    (root / "hook.py").write_text(
        "from pathlib import Path\n\n\n"
        "def on_post_page(output, page, config):\n"
        "    return output + Path(config.config_file_path).with_name('end.txt').read_text()\n"
    )
    (root / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: manual\nplugins: [classeur]\nhooks: [hook.py]\n"
        "theme: {name: material, font: false}\nmarkdown_extensions: [attr_list, md_in_html]\n"
    )
    (root / "end.txt").write_text("<!-- first -->")
    site = built(root, tmp_path / "site")
    (root / "end.txt").write_text("<!-- second -->")

    built(root, site)

    assert (site / "d/PR-R1-001/index.html").read_bytes().endswith(b"<!-- second -->")


def test_every_core_makes_the_same_site_as_one(tmp_path: Path) -> None:
    texts = {
        f"procedures/p{number}.md": a_text(reference=f"PR-R1-{number:03}", title=f"Procédure {number}")
        for number in range(1, 36)
    }
    root = write_house(tmp_path / "house", {**house_files(), **texts})
    alone = "import os; os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])\n" if sys.platform == "linux" else ""
    code = "import sys; from classeur.__main__ import main; main()"
    sites: list[dict[str, bytes]] = []
    for before in ("", alone):
        site = tmp_path / f"site-{len(sites)}"
        arguments = ["-C", str(root), "--today", "2026-11-22", "build", "--site-dir", str(site)]
        shutil.rmtree(root / ".classeur", ignore_errors=True)
        subprocess.run([sys.executable, "-c", before + code, *arguments], check=False, capture_output=True)
        sites.append(held(site))

    assert len(sites[0]) > 70
    assert sites[0] == sites[1]


def test_every_page_of_the_demonstration_is_told_by_what_it_is_given(tmp_path: Path) -> None:
    root = tmp_path / "house"
    init_folder(root, WORDS, demo=True)
    stage = stage_house(root, root / ".classeur/stage", TODAY, MkDocsEngine(root).dialect, WORDS).staged.stage

    memory = Memory(stage.memory / "pages", program_imprint())

    pages = {f"pages/{page.relative_to(stage.pages).as_posix()}" for page in stage.pages.rglob("*.md")}
    assert len(pages) > 100
    assert {page for page in pages if memory.recall(page) is None} == set()
