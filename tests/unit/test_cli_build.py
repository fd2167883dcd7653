"""`classeur build`: the intranet, where it was asked for and nowhere else."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from classeur.cli.app import main
from tests.houses import BODY, a_text, house_files, write_house
from tests.unit.commands import Desk, tree

REQUESTED = re.compile(
    r"<(?:script|link|img|iframe|source|video|audio|embed|object)\b[^>]*?\s(?:src|href)=[\"']?((?:https?:)?//[^\"'\s>]+)"
)
"""What a page asks from another computer as soon as it is opened; a link that a reader clicks is none."""

HOUSE = house_files(
    **{
        "procedures/rendez-vous.md": "---\nreference: PR-R1-002\ntitle: 'Donner\n---\n" + BODY,
        "procedures/chute.md": a_text(
            f"{BODY}\n![Plan](plan.png)\n", reference="PR-R1-003", title="Relever <script>alert(1)</script>"
        ),
        "procedures/icone.md": a_text(reference="PR-R1-004").replace("---\n", "---\nicon: no-such-icon\n", 1),
        "procedures/plan.png": "plan",
        os.fsdecode(b"procedures/\xe9t\xe9.md"): "a name that is no UTF-8",
        "procedures/secret.txt": "nobody links here",
        "README.md": "une note à côté des textes",
    }
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with two faulty texts, its intranet built."""
    house = write_house(tmp_path_factory.mktemp("maison"), HOUSE)
    assert main(["-C", str(house), "build"]) == 1
    return house


def test_a_site_with_an_error_is_written_all_the_same(built: Path) -> None:
    assert (built / "site/index.html").is_file()
    assert (built / "site/d/PR-R1-001/index.html").is_file()


def test_an_unknown_icon_stops_no_page(built: Path) -> None:
    assert "Accueillir chaque patient" in (built / "site/d/PR-R1-004/index.html").read_text("utf-8")


def test_an_unreadable_text_is_named_as_missing_by_the_site(built: Path) -> None:
    assert "procedures/rendez-vous.md" in (built / "site/textes-absents/index.html").read_text("utf-8")
    assert "2 textes n" in (built / "site/index.html").read_text("utf-8")


def test_no_page_runs_what_a_title_holds(built: Path) -> None:
    pages = [page.read_text("utf-8") for page in (built / "site").rglob("*.html")]

    assert [page for page in pages if "<script>alert" in page] == []
    assert any("Relever &lt;script&gt;" in page for page in pages)


def test_a_picture_that_a_text_shows_is_on_the_site_and_nothing_else(built: Path) -> None:
    names = {path.name for path in (built / "site").rglob("*")}

    assert "plan.png" in names
    assert "secret.txt" not in names
    assert not any("organisation.yml" in name for name in names)


def test_a_page_asks_nothing_from_another_computer(built: Path) -> None:
    asked = {found for page in (built / "site").rglob("*.html") for found in REQUESTED.findall(page.read_text("utf-8"))}

    assert asked == set()


def test_the_addresses_of_a_page_are_relative(built: Path) -> None:
    rooted = [
        (page.name, found)
        for page in (built / "site").rglob("*.html")
        if page.name != "404.html"
        for found in re.findall(r"\s(?:href|src)=[\"']?(/[^\"'\s>]*)", page.read_text("utf-8"))
    ]

    assert rooted == []


def test_no_page_names_a_folder_of_the_computer_that_built_it(built: Path) -> None:
    names = str(built).encode()

    assert [path for path in (built / "site").rglob("*") if path.is_file() and names in path.read_bytes()] == []


def test_a_build_writes_in_its_site_and_its_cache_only(built: Path) -> None:
    new = {name.split("/")[0] for name in tree(built) if name not in HOUSE}

    assert new - {"manual", "procedures", "processes"} == {"site", ".classeur"}
    assert {name: text.encode() for name, text in HOUSE.items()} == {
        name: content for name, content in tree(built).items() if name in HOUSE
    }


def test_a_second_build_gives_the_same_bytes(built: Path, desk: Desk) -> None:
    before = tree(built / "site")

    desk.run("-C", built, "build")

    after = tree(built / "site")
    volatile = {name for name in after if name.endswith((".gz",))}
    assert {n: c for n, c in after.items() if n not in volatile} == {
        n: c for n, c in before.items() if n not in volatile
    }


def test_a_page_of_a_text_that_is_gone_leaves_the_site(desk: Desk, built: Path) -> None:
    (built / "procedures/chute.md").rename(built / "chute.md")

    desk.run("-C", built, "build")

    (built / "chute.md").rename(built / "procedures/chute.md")
    assert not (built / "site/d/PR-R1-003").exists()


def test_a_build_says_how_many_documents_it_shows_and_where(
    desk: Desk, house: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    usb = tmp_path_factory.mktemp("clé usb é") / "intranet"

    said = desk.run("-C", house, "build", "--site-dir", usb)

    assert said.code == 0
    assert "2 documents sur le site." in said.out
    assert f"Page d'accueil : {(usb / 'index.html').as_uri()}" in said.out
    assert (usb / "index.html").is_file()
    assert not (house / "site").exists()


def test_a_build_as_json_prints_json_only(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "build", "--format", "json")

    assert said.data == {"home": str(house / "site/index.html"), "documents": 2, "errors": 0}


@pytest.mark.parametrize("what", ["a folder that holds other things", "the house", "above the house", "texts"])
def test_a_folder_that_would_be_emptied_is_refused_and_left_as_it_was(desk: Desk, tmp_path: Path, what: str) -> None:
    house = write_house(tmp_path / "maison", house_files())
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/été.jpg").touch()
    target = {
        "a folder that holds other things": tmp_path / "photos",
        "the house": house,
        "above the house": tmp_path,
        "texts": house / "procedures/site",
    }[what]
    before = tree(tmp_path)

    said = desk.run("-C", house, "build", "--site-dir", target)

    assert (said.code, said.out) == (2, "")
    assert "À faire : " in said.err
    assert "--site-dir" in said.err
    assert tree(tmp_path) == before


def test_a_hidden_file_too_is_something_that_the_folder_holds(desk: Desk, house: Path, tmp_path: Path) -> None:
    kept = tmp_path / "ailleurs"
    (kept / ".git").mkdir(parents=True)

    said = desk.run("-C", house, "build", "--site-dir", kept)

    assert said.code == 2
    assert (kept / ".git").is_dir()


def test_a_folder_that_merely_looks_like_a_site_is_refused(desk: Desk, house: Path, tmp_path: Path) -> None:
    project = tmp_path / "projet"
    (project / "assets/classeur").mkdir(parents=True)
    (project / "thèse.docx").touch()

    said = desk.run("-C", house, "build", "--site-dir", project)

    assert said.code == 2
    assert (project / "thèse.docx").exists()


@pytest.mark.parametrize("target", ["fichier", "fichier/site"])
def test_a_site_in_place_of_a_file_or_under_one_is_refused(desk: Desk, tmp_path: Path, target: str) -> None:
    house = write_house(tmp_path / "maison", house_files())
    (tmp_path / "fichier").write_text("à garder", "utf-8")

    said = desk.run("-C", house, "build", "--site-dir", tmp_path / target)

    assert (said.code, said.out) == (2, "")
    assert "fichier" in said.err
    assert (tmp_path / "fichier").read_text("utf-8") == "à garder"


def test_a_site_where_nothing_may_be_written_is_refused_with_a_remedy(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "build", "--site-dir", "/proc/intranet")

    assert (said.code, said.out) == (2, "")
    assert "/proc/intranet" in said.err
    assert "Choisir un autre dossier" in said.err


def test_a_house_where_nothing_can_be_staged_is_refused(desk: Desk, house: Path) -> None:
    (house / ".classeur").write_text("un fichier à la place du dossier", "utf-8")

    said = desk.run("-C", house, "build")

    assert (said.code, said.out) == (2, "")
    assert ".classeur" in said.err
    assert not (house / "site").exists()


def test_a_configuration_that_cannot_be_read_is_told_in_french_with_its_line(desk: Desk, house: Path) -> None:
    (house / "mkdocs.yml").write_text("site_name: [x\n", "utf-8")

    said = desk.run("-C", house, "build")

    assert (said.code, said.out) == (2, "")
    assert "mkdocs.yml ne peut pas être lu : ligne 2, colonne 1." in said.err
    assert "MkDocs encountered" not in said.err
    assert not (house / "site").exists()


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("site_name: x\ntheme: {name: inconnu}\n", "'theme'"),
        ("- site_name\n", "dict"),
        ("site_name: \xe9", "mkdocs.yml"),
    ],
    ids=["a theme that is not installed", "a list", "not UTF-8"],
)
def test_a_configuration_that_mkdocs_refuses_is_told_with_what_to_do(
    desk: Desk, house: Path, typed: str, named: str
) -> None:
    (house / "mkdocs.yml").write_bytes(typed.encode("latin-1"))

    said = desk.run("-C", house, "build")

    assert (said.code, said.out) == (2, "")
    assert "mkdocs.yml demande quelque chose que MkDocs ne sait pas faire." in said.err
    assert "effacer" in said.err
    assert named in said.err


def test_the_starter_is_built_in_a_folder_with_spaces_and_accents(desk: Desk, tmp_path: Path) -> None:
    house = tmp_path / "Qualité & sécurité n° 1" / "été #2"

    codes = [desk.run("init", house).code, desk.run("-C", house, "check").code, desk.run("-C", house, "build").code]

    assert codes == [0, 0, 0]
    home = (house / "site/index.html").read_text("utf-8")
    assert "Cartographie des processus" in home
    for address in re.findall(r"href=[\"']?(d/[^\"'#\s>]+)", home):
        assert (house / "site" / address).is_file()
