"""What stands around a text: laid out once for pages of one depth, and never given a page."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import jinja2

from classeur.wording.translator import translator
from classeur.writers.site.page_frame import PageFrame
from classeur.writers.site.templates import Templates

LAID_OUT = "{{ base_url }}|{% for item in nav.items %}{{ '*' if item.active }}{{ item.title }} {% endfor %}|{{ page }}"


class Parts(jinja2.DictLoader):
    """Templates that know how often they were asked for."""

    def __init__(self) -> None:
        super().__init__(
            {"part.html": "{{ config.count() }} " + LAID_OUT, "main.html": "{{ frame.part('part.html') }}"}
        )


class Counted:
    def __init__(self) -> None:
        self.times = 0

    def count(self) -> int:
        self.times += 1
        return self.times


def pages_of(*asked: tuple[str, int | None]) -> list[str]:
    """Pages at some depths, each under an entry of a menu of two or under none."""
    env, config, frame = jinja2.Environment(loader=Parts()), Counted(), PageFrame(())
    made: list[str] = []
    for base_url, entry in asked:
        items = [SimpleNamespace(title=title, active=place == entry) for place, title in enumerate(("A", "B"))]
        given = {"nav": SimpleNamespace(items=items), "base_url": base_url, "config": config, "frame": frame}
        made.append(env.get_template("main.html").render(given, page=f"page {len(made)}"))
    return made


def test_a_part_is_laid_out_once_for_the_pages_of_one_depth() -> None:
    assert pages_of(("..", None), ("..", None), ("../..", None)) == [
        "1 ..|A B |None",
        "1 ..|A B |None",
        "2 ../..|A B |None",
    ]


def test_a_part_is_laid_out_for_each_entry_of_the_menu() -> None:
    assert pages_of(("..", 0), ("..", 1), ("..", 0)) == ["1 ..|*A B |None", "2 ..|A *B |None", "1 ..|*A B |None"]


def test_the_style_sheets_of_a_theme_are_found_whatever_their_digest(tmp_path: Path) -> None:
    for name in ("own/main.1.min.css", "theme/main.2.min.css", "theme/palette.3.min.css", "theme/main.2.min.css.map"):
        folder, _, sheet = name.partition("/")
        (tmp_path / folder / "assets/stylesheets").mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "assets/stylesheets" / sheet).write_text("")

    frame = PageFrame([str(tmp_path / "own"), str(tmp_path / "theme"), str(tmp_path / "gone")])

    assert frame.styles == (
        "assets/stylesheets/main.1.min.css",
        "assets/stylesheets/main.2.min.css",
        "assets/stylesheets/palette.3.min.css",
    )


def said(root: Path, language: str, template: str, **values: object) -> str:
    folder = root / "site_templates/pages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "said.md.j2").write_text(template)
    return Templates(root, translator(language)).page("said", "index.html", **values)


def test_the_same_template_speaks_each_language_in_one_program(tmp_path: Path) -> None:
    template = "{{ t('Home') }}, {{ t('version {version}', version='1.0') }}"

    assert said(tmp_path, "en", template) == "Home, version 1.0"
    assert said(tmp_path, "fr", template) == "Accueil, version 1.0"


def test_a_sentence_of_a_template_is_escaped_and_may_be_any_part_of_an_expression(tmp_path: Path) -> None:
    template = (
        "{{ t('a < b') }}{{ t('Home') | upper if yes else t('Manual') }}{{ [t('Home'), t('Manual')] | join('+') }}"
    )

    assert said(tmp_path, "fr", template, yes=True) == "a &lt; bACCUEILAccueil+Manuel"


def test_what_only_looks_like_a_sentence_is_left_as_it_is(tmp_path: Path) -> None:
    other = SimpleNamespace(t=lambda told: f"<{told}>")

    assert said(tmp_path, "fr", "{{ other.t('Home') }} t('Home') {{ t(name) }}", other=other, name="Home") == (
        "&lt;Home&gt; t('Home') Accueil"
    )
