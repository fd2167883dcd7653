"""A public site says no word of a confidential document."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from classeur.tasks.build_site import SITE_FOLDERS, build_site
from classeur.views.public_site import SiteAudience
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import BODY, TODAY, a_text, house_files, write_house
from tests.released import WORDS, Acts
from tests.unit.commands import Desk

GLOSSARY = """
- {term: GIP, means: [Gestion informatisée des présences], synonyms: [pointage Narval]}
- {term: OKAPI, means: [Opération d'appui]}
- {term: accueil, synonyms: [réception, guichet Zanzibar]}
"""
SECRETS = ("Zanzibar", "Xylophone", "Quetzal", "Wombat", "Narval", "PR-R1-066", "PR-R1-065", "PR-R1-067", "PR-R1-068")
_SECRET = "\nLe mot est Zanzibar, au guichet Zanzibar ; OKAPI ; pointage Narval.\n\n![plan](plan-narval.png)\n"
TITLE = "Négocier avec le Xylophone"
EMAILS = ("a.martin@example.org", "b.durand@example.org", "c.leroy@example.org")
_CITING = f"""
Lire [la procédure {TITLE}](secret.md), puis PR-R1-066 et `PR-R1-065`.

### Voir PR-R1-066 d'abord

Comme dit dans « {TITLE} », voir aussi <a href="secret.md">le Quetzal</a> et [le brouillon Wombat][b].

[b]: brouillon.md
"""


def _house(root: Path) -> Path:
    secret = {"reference": "PR-R1-065", "title": TITLE, "confidential": "true", "keywords": "[Quetzal]"}
    files = house_files(
        **{
            "procedures/accueil.md": a_text(BODY + _CITING, summary=f"Suite de PR-R1-066, alias {TITLE}."),
            "procedures/secret.md": a_text(BODY + _SECRET, **secret),
            "procedures/jadis.md": a_text(BODY + "\nZanzibar.\n", reference="PR-R1-067", title="Jadis confidentiel",
                                          confidential="true"),
            "procedures/brouillon.md": a_text(BODY + "\nWombat.\n", reference="PR-R1-068", title="Brouillon Wombat",
                                              confidential="true"),
            "procedures/remplace.md": a_text(reference="PR-R1-002", title="Tenir l'ancien registre"),
        }
    )  # fmt: skip
    write_house(root, files | {"manual/glossary.yml": GLOSSARY})
    (root / "procedures/plan-narval.png").write_bytes(b"\x89PNG\r\n\x1a\nNarval" + b"0" * 40)
    acts = Acts(root)
    for reference in ("FP-R1", "PR-R1-001", "PR-R1-065", "PR-R1-067", "PR-R1-002"):
        acts.release(reference, "2026-06-01")
    acts.renumber("PR-R1-065", "PR-R1-066", "2026-06-02")
    new = BODY.replace("sans attente inutile", "sans le Xylophone") + _CITING
    acts.write("procedures/accueil.md", a_text(new, version="2.0", summary="Comme dans PR-R1-066."))
    acts.release("PR-R1-001", "2026-11-01")
    open_now = a_text(BODY, reference="PR-R1-067", title="Jadis confidentiel", version="2.0")
    acts.write("procedures/jadis.md", open_now)
    acts.release("PR-R1-067", "2026-11-02")
    acts.withdraw("PR-R1-002", "2026-11-03", ("PR-R1-066",))
    return root


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _house(tmp_path_factory.mktemp("public") / "maison")


@pytest.fixture(scope="module")
def public_site(house: Path) -> Path:
    site = house.parent / "public"
    build_site(house, site, TODAY, MkDocsEngine(house), WORDS, audience=SiteAudience.PUBLIC)
    return site


@pytest.fixture(scope="module")
def internal_site(house: Path) -> Path:
    site = house.parent / "interne"
    build_site(house, site, TODAY, MkDocsEngine(house), WORDS)
    return site


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(capsys)


def readable(site: Path) -> Iterator[tuple[str, str]]:
    """Every file of a site by name, with what can be read in it; workbooks and archives are opened."""
    for path in sorted(site.rglob("*")):
        name, data = path.relative_to(site).as_posix(), path.read_bytes() if path.is_file() else b""
        yield name, name
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                yield from (
                    (f"{name}:{part}", archive.read(part).decode("utf-8", "replace")) for part in archive.namelist()
                )
        data = gzip.decompress(data) if name.endswith(".gz") else data
        yield name, data.decode("utf-8", "replace").replace("\r\n ", "")  # a calendar folds its long lines


def said(site: Path, words: tuple[str, ...]) -> set[str]:
    """The words that stand somewhere in a site, whatever their case."""
    return {word for _, text in readable(site) for word in words if re.search(re.escape(word), text, re.IGNORECASE)}


def test_the_team_reads_every_one_of_these_words(internal_site: Path) -> None:
    assert said(internal_site, SECRETS) >= {"Zanzibar", "Xylophone", "Quetzal", "Narval", "PR-R1-066", "PR-R1-067"}


def test_no_file_of_the_public_site_holds_a_confidential_word(public_site: Path) -> None:
    # « le Xylophone » in the open text of PR-R1-001 is the writer's own word: only titles and references are veiled
    secret = tuple(word for word in SECRETS if word != "Xylophone")

    assert said(public_site, secret) == set()
    assert said(public_site, (TITLE,)) == set()


def test_the_search_holds_no_confidential_word(public_site: Path) -> None:
    texts = "".join(path.read_text("utf-8") for path in (public_site / "search").glob("*.js")).lower()

    assert [word for word in ("zanzibar", "quetzal", "wombat") if word in texts] == []
    assert "accueillir" in texts


def test_the_glossary_holds_no_word_that_only_confidential_texts_use(public_site: Path, internal_site: Path) -> None:
    words = ("OKAPI", "Opération d'appui", "guichet Zanzibar", "pointage")

    assert said(internal_site, words) >= {"OKAPI", "guichet Zanzibar", "pointage"}
    assert said(public_site, words) == set()
    assert said(public_site, ("informatisée", "réception")) == {"informatisée", "réception"}


def test_a_link_to_a_confidential_document_becomes_plain_words(public_site: Path) -> None:
    page = (public_site / "d/PR-R1-001/index.html").read_text("utf-8")

    assert 'Lire <span class="cl-internal">document interne</span>, puis document interne et' in page


def test_a_document_once_confidential_stays_inside_with_all_its_versions(public_site: Path) -> None:
    assert not (public_site / "d/PR-R1-067").exists()


def test_nobody_s_address_is_on_the_public_site(public_site: Path) -> None:
    assert said(public_site, EMAILS) == set()
    assert [page for page in public_site.rglob("*.html") if "mailto:" in page.read_text("utf-8")] == []


def test_what_only_the_team_needs_is_not_on_the_public_site(public_site: Path, internal_site: Path) -> None:
    for page in ("a-faire", "regles", "textes-absents"):
        assert (internal_site / page).is_dir()
        assert not (public_site / page).exists()


def test_no_link_of_the_public_site_is_broken(public_site: Path) -> None:
    broken = [
        f"{page.relative_to(public_site)} → {target}"
        for page in public_site.rglob("*.html")
        if page.name != "404.html"
        for target in re.findall(r'(?:href|src)="([^"#?]+)', page.read_text("utf-8"))
        if ":" not in target and not (page.parent / target).exists()
    ]

    assert broken == []


def test_an_exported_list_can_be_public_too(desk: Desk, house: Path, tmp_path: Path) -> None:
    for name in ("master-list", "withdrawn"):
        desk.run("-C", house, "export", name, "-o", tmp_path / f"{name}.csv", "--audience", "public")

    told = "".join(path.read_text("utf-8") for path in tmp_path.glob("*.csv"))
    assert "PR-R1-001" in told
    assert [word for word in SECRETS if word in told] == []


def test_the_public_site_has_its_own_folder_and_shows_no_draft(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "build", "--audience", "public", "--drafts")

    assert said.code == 2
    assert SITE_FOLDERS[SiteAudience.PUBLIC] != SITE_FOLDERS[SiteAudience.INTERNAL]


def test_a_house_whose_releases_are_all_confidential_shows_no_draft(tmp_path: Path) -> None:
    root = write_house(tmp_path / "maison", house_files(**{"procedures/accueil.md": a_text(confidential="true")}))
    Acts(root).release("PR-R1-001", "2026-06-01")

    build_site(root, tmp_path / "site", TODAY, MkDocsEngine(root), WORDS, audience=SiteAudience.PUBLIC)

    assert not (tmp_path / "site/d").exists()
