"""What the site says of who has read: names, counts or nothing, as the organisation decides; outside, never."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from classeur.tasks.build_site import stage_house
from classeur.tasks.import_confirmations import import_confirmations
from classeur.tasks.readings import ReadingsAsked, readings_report
from classeur.views.public_site import SiteAudience
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import TODAY
from tests.reading_house import DOCUMENT, NEWCOMER_NAME, READER, READER_NAME, confirmed, reading_house
from tests.released import WORDS

LISTS = ("lectures/index.md", "lectures/unites/index.md", "ma-liste/index.md", "parcours/index.md")
READ_BY = re.compile(r"lu par \d+ / \d+|lectures faites|\d+ / \d+")

Staged = Callable[..., dict[str, str]]


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The same house under each setting, made once."""
    made: dict[tuple[str, str], Path] = {}

    def house(shown: str = "people", size: str = "team") -> Path:
        if (shown, size) not in made:
            made[shown, size] = reading_house(tmp_path_factory.mktemp(f"{shown}-{size}"), shown, size)
        return made[shown, size]

    return house


@pytest.fixture
def staged(houses: Callable[..., Path], tmp_path: Path) -> Staged:
    """Every page and file of a site, as text; what workbooks hold is unpacked."""

    def pages(
        shown: str = "people", size: str = "team", audience: SiteAudience = SiteAudience.INTERNAL
    ) -> dict[str, str]:
        return stage(houses(shown, size), tmp_path / "stage", TODAY, audience)

    return pages


def stage(root: Path, folder: Path, day: dt.date, audience: SiteAudience = SiteAudience.INTERNAL) -> dict[str, str]:
    stage_house(root, folder, day, MkDocsEngine(root).dialect, WORDS, audience=audience)
    pages = folder / "pages"
    return {path.relative_to(pages).as_posix(): _text(path) for path in pages.rglob("*") if path.is_file()}


def _text(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(name).decode() for name in book.namelist())
    return unescape(content.decode("utf-8", "replace"))


def naming(pages: dict[str, str], *words: str) -> list[str]:
    """The pages in which one of these words stands."""
    return sorted(name for name, text in pages.items() if any(word in text for word in words))


@pytest.mark.parametrize("shown", ["roles", "none"])
def test_a_house_that_names_no_reader_leaks_no_name(staged: Staged, shown: str) -> None:
    assert naming(staged(shown), READER, READER_NAME, NEWCOMER_NAME) == []


def test_a_large_house_names_no_reader_unless_it_says_so(staged: Staged) -> None:
    assert naming(staged(shown="", size="large"), READER, READER_NAME) == []


def test_a_team_says_who_has_read_and_who_has_not(staged: Staged) -> None:
    pages = staged("people")

    page = pages[f"d/{DOCUMENT}/index.md"]
    assert "À lire par : tous · lu par 3 / 6" in page
    assert "couvre 1.1, lu en 1.0" in page
    for place in ("ma-liste/index.md", "lectures/unites/soins/index.md"):
        assert READER_NAME in pages[place]


def test_a_house_of_counts_says_how_many_have_read(staged: Staged) -> None:
    pages = staged("roles")

    assert "lu par 3 / 6" in pages[f"d/{DOCUMENT}/index.md"]
    assert "Secrétaire – Accueil" in pages["ma-liste/index.md"]
    assert set(LISTS) <= set(pages)


def test_a_unit_of_a_few_people_has_no_counts_where_nobody_is_named(staged: Staged) -> None:
    pages = staged("roles")

    assert "trop peu de personnes" in pages["lectures/unites/accueil/index.md"]
    assert not READ_BY.search(pages["lectures/unites/accueil/index.md"])


def test_a_house_that_shows_nothing_gives_not_even_counts(staged: Staged) -> None:
    pages = staged("none")

    assert "lectures/index.md" not in pages
    assert naming(pages, "lectures.csv", "lectures/unites") == []
    assert [name for name, text in pages.items() if name.startswith(("d/", "ma-liste/")) and READ_BY.search(text)] == []
    assert "Secrétaire – Accueil" in pages["ma-liste/index.md"]


def test_people_outside_see_nothing_of_readings(staged: Staged) -> None:
    pages = staged("people", audience=SiteAudience.PUBLIC)

    assert [name for name in pages if name.startswith(("lectures/", "ma-liste/", "parcours/"))] == []
    assert naming(pages, READER, READER_NAME, "lu par", "Lu et compris", "Lu%20et%20compris") == []


def test_the_link_of_a_page_is_an_e_mail_that_comes_back_as_a_confirmation(
    houses: Callable[..., Path], staged: Staged, tmp_path: Path
) -> None:
    root = reading_house(tmp_path / "maison")
    [address] = re.findall(r'href="(mailto:[^"]*Lu%20et%20compris[^"]*)"', staged("people")[f"d/{DOCUMENT}/index.md"])
    said = parse_qs(urlsplit(address).query)
    mail = EmailMessage()
    mail["From"], mail["To"] = "Maud Durand <b.durand@example.org>", unquote(urlsplit(address).path)
    mail["Date"] = "Sat, 21 Nov 2026 10:00:00 +0100"
    [mail["Subject"]] = said["subject"]
    mail.set_content(said["body"][0])
    file = tmp_path / "lu.eml"
    file.write_bytes(mail.as_bytes())

    now = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
    done = import_confirmations(root, [file], TODAY, now, "a.martin", WORDS)

    assert re.fullmatch(rf"Lu et compris {DOCUMENT} 1\.1 [0-9a-f]{{12}}", mail["Subject"])
    assert (done.taken, done.findings) == (1, ())
    [found] = readings_report(root, TODAY, ReadingsAsked(DOCUMENT), WORDS).documents
    assert found.confirmed["b.durand"] == dt.date(2026, 11, 21)


def test_the_desk_of_who_answers_for_a_text_says_who_is_late(staged: Staged) -> None:
    told = staged("people")["a-faire/index.md"]

    assert "Lecteurs en retard" in told
    assert "1 lecteur en retard" in told.split("PR-R1-003", 1)[1]
    assert "Sacha Tresse" in told


def test_the_desk_of_a_house_of_counts_names_nobody(staged: Staged) -> None:
    told = staged("roles")["a-faire/index.md"]

    assert "5 lecteurs en retard" in told
    assert "Sacha Tresse" not in told


def test_what_all_have_read_is_not_to_be_read_any_more(tmp_path: Path) -> None:
    root = reading_house(tmp_path / "maison")
    everybody = ("a.martin", "b.durand", "c.leroy", READER, "n.nouveau", "s.tresse")
    near = dt.date(2026, 6, 15)
    before = _to_read(stage(root, tmp_path / "before", near))

    confirmed(root, "2026-11-13", *(("PR-R1-002", person) for person in everybody))

    assert "PR-R1-002" in before
    assert "PR-R1-002" not in _to_read(stage(root, tmp_path / "after", near))


def _to_read(pages: dict[str, str]) -> str:
    return pages["index.md"].partition('id="a-lire"')[2].partition("</section>")[0]


def test_a_newcomer_has_a_page_with_each_document_once_and_its_last_day(staged: Staged) -> None:
    page = staged("people")["parcours/n.nouveau/index.md"]

    assert "Jour 1 · avant le 3 novembre 2026" in page
    assert "Mois 1 · avant le 2 décembre 2026" in page
    assert page.count(DOCUMENT) == 2  # its reference and its address


def test_the_files_of_the_lists_hold_counts_only(staged: Staged) -> None:
    pages = staged("people")

    assert "Accueillir un patient" in pages["lectures/lectures.csv"]
    assert naming({name: pages[name] for name in pages if name.startswith("lectures/lectures.")}, READER_NAME) == []


def test_the_same_readings_give_the_same_files(houses: Callable[..., Path], tmp_path: Path) -> None:
    root = houses("people")

    assert stage(root, tmp_path / "one", TODAY) == stage(root, tmp_path / "two", TODAY)
